import type { Speed } from '../line/orders'
import type { Row } from '../table'
import type { World } from '../world'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { openDatabase } from '../../../prisma/client'
import { migrate } from '../../../prisma/migrate/migrate'
import { seedDemo } from '../../../prisma/seed/demo'
import { seedPlaces } from '../../../prisma/seed/places'
import { readConfig } from '../../../server/config'
import { contacts } from '../../helpers/contacts'
import { bundleWorker } from '../../helpers/workerBundle'
import { compatibility, startWorker } from '../../helpers/workerd'
import { buildAll } from '../build'
import { camerasOf } from '../cameras'
import { median, round } from '../table'

const rounds = 5
const connections = 8
const people = 50
/** How long people look at an answer before they go on, ms. */
const reading = 3_000

/**
 * The product in workerd beside the same on Node, each on a database of its own. Hyperdrive, which keeps connections, is missing here: each request
 * opens its own.
 */
export async function worker(world: World): Promise<Row[]> {
  const [line, product, url] = [await world.line(), await world.product(), await world.database('worker')]
  await fill(url)
  const cameras = await camerasOf(url)
  const folder = await bundleWorker()
  const bare = await buildAll({ bare: 'test/bench/baselines/bareWorker.ts' })
  const config = readConfig({ ...await world.settings(), DATABASE_URL: url })
  try {
    const first = await firstAnswers(() => startWorker(config, folder), () => startBare(bare))
    const running = await startWorker(config, folder)
    try {
      const ports = [Number(new URL(running.url).port), product.port] as const
      const posting = (port: number) => line.order<Speed>({ do: 'accept', port, secret: world.secret, connections, seconds: 4 })
      const talking = (port: number) => line.order<Speed & { refused: number }>({ do: 'talk', port, secret: world.secret, people, seconds: 15, pause: reading, cameras })
      for (const port of ports) await posting(port)
      const accepted = [await posting(ports[0]), await posting(ports[1])] as const
      for (const port of ports) await talking(port)
      const talked = [await talking(ports[0]), await talking(ports[1])] as const
      const refused = talked[0].refused + talked[1].refused
      if (refused) throw new Error(`LINE refused ${refused} replies`)
      return [...first, {
        what: `workerd: webhook accepted durably, ${connections} connections`,
        measured: inWords(accepted[0]),
        baseline: `on Node: ${inWords(accepted[1])}`,
        ratio: (accepted[0].perSecond / accepted[1].perSecond).toFixed(2),
        toReach: '–',
        ok: null,
      }, {
        what: `workerd: whole turn, ${people} people each reading an answer for ${reading / 1000} s`,
        measured: inWords(talked[0]),
        baseline: `on Node: ${inWords(talked[1])}`,
        ratio: '–',
        toReach: 'p99 < 500 ms',
        ok: talked[0].p99 < 500,
      }]
    }
    finally {
      await running.kill()
    }
  }
  finally {
    await rm(folder, { recursive: true, force: true })
    await rm(bare, { recursive: true, force: true })
  }
}

const inWords = ({ perSecond, p50, p99 }: Speed) => `${round(perSecond)}/s, p50 ${round(p50)} ms, p99 ${round(p99)} ms`

interface Started { url: string, kill: () => Promise<void> }

/** From the start of workerd until the first request is answered: the product (its database was reached for it), and bare Hono. */
async function firstAnswers(ours: () => Promise<Started>, bare: () => Promise<Started>): Promise<Row[]> {
  const timed = async (start: () => Promise<Started>, path: string) => {
    const since = performance.now()
    const { url, kill } = await start()
    const { status } = await fetch(`${url}${path}`)
    const took = performance.now() - since
    await kill()
    if (status !== 200) throw new Error(`The first request was answered with ${status}`)
    return took
  }
  await timed(ours, '/health/ready')
  await timed(bare, '/')
  const pairs: Array<[ours: number, bare: number]> = []
  for (let i = 0; i < rounds; i++) pairs.push([await timed(ours, '/health/ready'), await timed(bare, '/')])
  const [one, other] = [median(pairs.map(pair => pair[0])), median(pairs.map(pair => pair[1]))]
  return [{
    what: 'workerd started → first request answered',
    measured: `${Math.round(one)} ms`,
    baseline: `bare Hono in workerd: ${Math.round(other)} ms`,
    ratio: (one / other).toFixed(2),
    toReach: `≤ 3 × + 300 ms = ${Math.round(3 * other + 300)} ms`,
    ok: one <= 3 * other + 300,
  }]
}

async function startBare(folder: string): Promise<Started> {
  const others = (await readdir(folder)).filter(name => name !== 'bare.js')
  const mf = new Miniflare({ ...await compatibility(), port: 0, modulesRoot: folder, modules: ['bare.js', ...others].map(name => ({ type: 'ESModule', path: join(folder, name) })) })
  return { url: (await mf.ready).origin, kill: () => mf.dispose() }
}

async function fill(url: string): Promise<void> {
  await migrate(url)
  const database = openDatabase(url)
  try {
    await seedPlaces(database)
    await seedDemo(database, new Date(), contacts)
  }
  finally {
    await database.close()
  }
}

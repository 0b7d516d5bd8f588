import type { Speed } from '../line/orders'
import type { Serving } from '../processes'
import type { Row } from '../table'
import type { World } from '../world'
import { cpus } from 'node:os'
import { camerasOf } from '../cameras'
import { counted, countedWhenDone } from '../counted'
import { cpuOf, cpuOfFamily } from '../cpu'
import { round } from '../table'

const people = 200
const seconds = 8
/** A server that has just begun is slower than one that has compiled what it needs often: for each one, people talk this long before it counts, s. */
const warmUp = 15

/** What came of one, two or four servers. CPU in shares of one core. */
interface Run { servers: number, perSecond: number, p99: number, cpu: number, database: number, ok: boolean }

/** The same people on one, two and four server processes that share a database. */
export async function processes(world: World): Promise<Row[]> {
  const [product, line, postmaster] = [await world.product(), await world.line(), await world.postmaster()]
  const url = await world.database('product')
  const cameras = await camerasOf(url)
  const more: Serving[] = []
  const talking = (seconds: number) => line.order<Speed & { refused: number, said: number }>({ do: 'talk', port: product.port, beside: more.map(({ port }) => port), secret: world.secret, people, seconds, pause: 0, cameras })

  async function run(servers: number): Promise<Run> {
    while (more.length > servers - 1) await more.pop()!.stop()
    while (more.length < servers - 1) more.push(await world.another())
    await talking(warmUp * servers)
    const spent = async () => ({ servers: (await Promise.all([product, ...more].map(({ pid }) => cpuOf(pid)))).reduce((sum, one) => sum + one, 0), database: await cpuOfFamily(postmaster) })
    const [before, cpuBefore, begun] = [await countedWhenDone(url), await spent(), performance.now()]
    const { said, refused, perSecond, p99 } = await talking(seconds)
    const [cpuAfter, took] = [await spent(), performance.now() - begun]
    await countedWhenDone(url)
    const after = await counted(url)
    // Each event is there once, each was answered once.
    const grown = [after.events - before.events, after.letters - before.letters, after.answered - before.answered]
    const ok = grown.every(count => count === said) && after.waiting === 0 && refused === 0
    return { servers, perSecond, p99, cpu: (cpuAfter.servers - cpuBefore.servers) / took, database: (cpuAfter.database - cpuBefore.database) / took, ok }
  }

  try {
    const [first, two, four, again] = [await run(1), await run(2), await run(4), await run(1)]
    // One server before and after the others: what else the machine does disturbs both alike.
    const one = { ...first, perSecond: (first.perSecond + again.perSecond) / 2, p99: Math.max(first.p99, again.p99), ok: first.ok && again.ok }
    return [two, four].map(many => ({
      what: `${many.servers} server processes on one PostgreSQL, ${cpus().length} cores, ${people} people talking without a pause`,
      measured: inWords(many),
      baseline: `1 process: ${inWords(one)}`,
      ratio: (many.perSecond / one.perSecond).toFixed(2),
      toReach: '≥ 1, none lost or doubled',
      ok: many.perSecond >= one.perSecond && many.ok && one.ok,
    }))
  }
  finally {
    for (const server of more) await server.stop()
  }
}

const share = (cpu: number) => `${Math.round(cpu * 100)} %`

function inWords({ perSecond, p99, cpu, database, ok }: Run): string {
  return `${round(perSecond)}/s, p99 ${round(p99)} ms; CPU ${share(cpu)}, database ${share(database)}; ${ok ? 'none lost or doubled' : 'LOST OR DOUBLED'}`
}

import type { Speed } from '../line/orders'
import type { Serving } from '../processes'
import type { Row } from '../table'
import type { World } from '../world'
import { camerasOf } from '../cameras'
import { cpuOf, cpuOfFamily } from '../cpu'
import { round } from '../table'
import { inTurns } from './rounds'

const people = 200
/** How long people look at an answer before they go on, ms. */
const reading = 3_000

/** How fast people are answered: event in, reply taken by LINE. */
export async function turn(world: World): Promise<Row[]> {
  const [product, echo, line] = await Promise.all([world.product(), world.baseline('echo'), world.line()])
  const postmaster = await world.postmaster()
  const cameras = await camerasOf(await world.database('product'))
  let refused = 0
  const used = new Map<Serving, { turns: number, server: number, database: number }>()
  async function talking(to: Serving, seconds: number, pause = 0): Promise<Speed> {
    const spent = async () => ({ server: await cpuOf(to.pid), database: await cpuOfFamily(postmaster) })
    const before = await spent()
    const done = await line.order<Speed & { refused: number }>({ do: 'talk', port: to.port, secret: world.secret, people, seconds, pause, cameras })
    const after = await spent()
    const so = used.get(to) ?? { turns: 0, server: 0, database: 0 }
    used.set(to, { turns: so.turns + done.count, server: so.server + after.server - before.server, database: so.database + after.database - before.database })
    refused += done.refused
    return done
  }
  await talking(product, 15)
  await talking(echo, 5)
  used.clear()
  const { ratio, perSecond, p50, p99, baseline } = await inTurns(4, () => talking(product, 6), () => talking(echo, 4))
  const each = (to: Serving) => {
    const { turns, server, database } = used.get(to)!
    return `; CPU each: ${round(server / turns)} ms${to === product ? `, database ${round(database / turns)} ms` : ''}`
  }
  const throughput: Row = {
    what: `whole turn, ${people} people talking without a pause`,
    measured: `${round(perSecond)}/s, p50 ${round(p50)} ms, p99 ${round(p99)} ms${each(product)}`,
    baseline: `echo bot, nothing stored: ${round(baseline.perSecond)}/s, p99 ${round(baseline.p99)} ms${each(echo)}`,
    ratio: ratio.toFixed(2),
    toReach: '≥ 0.35, p99 < 250 ms',
    ok: ratio >= 0.35 && p99 < 250,
  }
  // Without pauses a turn takes people ÷ turns per second, however quick it is by itself: what people feel shows when they read.
  const calm = [await talking(product, 12, reading), await talking(echo, 6, reading)] as const
  if (refused) throw new Error(`LINE refused ${refused} replies`)
  return [throughput, {
    what: `the same, each reading an answer for ${reading / 1000} s`,
    measured: `${round(calm[0].perSecond)}/s, p50 ${round(calm[0].p50)} ms, p99 ${round(calm[0].p99)} ms`,
    baseline: `echo bot: ${round(calm[1].perSecond)}/s, p50 ${round(calm[1].p50)} ms, p99 ${round(calm[1].p99)} ms`,
    ratio: '–',
    toReach: 'p99 < 250 ms',
    ok: calm[0].p99 < 250,
  }]
}

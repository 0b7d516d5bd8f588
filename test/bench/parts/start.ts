import type { Serving } from '../processes'
import type { Row } from '../table'
import type { World } from '../world'
import { median } from '../table'

const rounds = 7

/** From the start of the process until it answers: the product, whose database runs and is filled, and bare Hono. */
export async function start(world: World): Promise<Row[]> {
  // Builds, makes the database and fills it.
  await world.product()
  const pairs: Array<[ours: number, bare: number]> = []
  await timed(world.another)
  await timed(world.bare)
  for (let i = 0; i < rounds; i++) pairs.push([await timed(world.another), await timed(world.bare)])
  const [ours, bare] = [median(pairs.map(([one]) => one)), median(pairs.map(([, other]) => other))]
  return [{
    what: 'process started → ready (database running)',
    measured: `${Math.round(ours)} ms`,
    baseline: `bare Hono on Node: ${Math.round(bare)} ms`,
    ratio: (ours / bare).toFixed(2),
    toReach: `≤ 3 × + 300 ms = ${Math.round(3 * bare + 300)} ms`,
    ok: ours <= 3 * bare + 300,
  }]
}

async function timed(begin: () => Promise<Serving>): Promise<number> {
  const since = performance.now()
  const serving = await begin()
  const took = performance.now() - since
  await serving.stop()
  return took
}

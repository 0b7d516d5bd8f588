import type { Speed } from '../line/orders'
import type { Row } from '../table'
import type { World } from '../world'
import { camerasOf } from '../cameras'
import { counted, countedWhenDone } from '../counted'
import { median, round } from '../table'

const messages = 1_000
const people = 100
const rounds = 3

/** One person sends a thousand messages at once: what the hundred others notice of it. */
export async function flood(world: World): Promise<Row[]> {
  const [product, line] = await Promise.all([world.product(), world.line()])
  const url = await world.database('product')
  const cameras = await camerasOf(url)
  const talking = async (flood: number) => {
    const done = await line.order<Speed>({ do: 'talk', port: product.port, secret: world.secret, people, seconds: 8, pause: 1_000, cameras, flood })
    await countedWhenDone(url)
    return done
  }
  await talking(0)
  const before = await counted(url)
  const pairs: Array<[flooded: Speed, alone: Speed]> = []
  for (let i = 0; i < rounds; i++) pairs.push([await talking(messages), await talking(0)])
  const after = await countedWhenDone(url)
  const answered = after.answered - before.answered === after.letters - before.letters && after.waiting === 0
  const ratio = median(pairs.map(([flooded, alone]) => flooded.p95 / alone.p95))
  const p95 = (of: number) => round(median(pairs.map(pair => pair[of]!.p95)))
  return [{
    what: `one person sends ${messages.toLocaleString('en')} messages at once while ${people} others talk`,
    measured: `their p95 ${p95(0)} ms${answered ? '' : '; NOT every message answered once'}`,
    baseline: `the ${people} alone: p95 ${p95(1)} ms`,
    ratio: ratio.toFixed(2),
    toReach: '≤ 2 × its time',
    ok: ratio <= 2 && answered,
  }]
}

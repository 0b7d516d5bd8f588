import type { Speed } from '../line/orders'
import type { Row } from '../table'
import type { World } from '../world'
import { round } from '../table'
import { inTurns } from './rounds'

const connections = 32

/** How fast webhooks are accepted durably. */
export async function accept(world: World): Promise<Row[]> {
  const [product, insert, line] = await Promise.all([world.product(), world.baseline('insert'), world.line()])
  const posting = (port: number, seconds: number) => line.order<Speed>({ do: 'accept', port, secret: world.secret, connections, seconds })
  await posting(product.port, 2)
  await posting(insert.port, 2)
  const { ratio, perSecond, p50, p99, baseline } = await inTurns(4, () => posting(product.port, 3), () => posting(insert.port, 3))
  return [{
    what: 'webhook accepted durably (standby events: no turn comes of them)',
    measured: `${round(perSecond)}/s, p50 ${round(p50)} ms, p99 ${round(p99)} ms`,
    baseline: `Hono + signature + INSERT: ${round(baseline.perSecond)}/s, p99 ${round(baseline.p99)} ms`,
    ratio: ratio.toFixed(2),
    toReach: '≥ 0.8, p99 < 50 ms',
    ok: ratio >= 0.8 && p99 < 50,
  }]
}

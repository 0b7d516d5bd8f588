import type { LightLine } from './api'
import type { AcceptOrder, Speed } from './orders'
import { Connections, webhook } from './connections'
import { event, personId, text } from './events'
import { Watch } from './speed'

const prepared = 4_000

/**
 * Posts events, one in each request, no two alike. They are for another system (`standby`): stored, but nobody's turn comes of them,
 * so that only the acceptance is measured.
 */
export async function accept(_: LightLine, { port, secret, connections, seconds }: AcceptOrder): Promise<Speed> {
  const ready: Buffer[] = []
  const fresh = () => webhook([event(personId(ready.length % 200), text('กล้อง 15-00012 ไม่มีภาพ'), 'standby')], secret)
  while (ready.length < prepared * Math.max(1, seconds)) ready.push(fresh())
  const all = new Connections(port, connections)
  const watch = new Watch(seconds)
  await Promise.all(Array.from({ length: connections }, async () => {
    while (watch.running) {
      const request = ready.pop() ?? fresh()
      const since = performance.now()
      const status = await all.post(request)
      if (status !== 200) throw new Error(`The webhook answered ${status}`)
      watch.done(since)
    }
  }))
  all.close()
  return watch.speed
}

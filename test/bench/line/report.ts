import type { BotMessage, LightLine } from './api'
import type { ReportOrder, Speed } from './orders'
import { Connections, webhook } from './connections'
import { event, personId, text } from './events'
import { speedOf } from './speed'

/** People who never wrote before all report one camera in the same moment, in one sentence. Resolves when each has an answer. */
export async function report(line: LightLine, { port, secret, people, code }: ReportOrder): Promise<Speed & { seconds: number }> {
  const connections = new Connections(port, people)
  const events = Array.from({ length: people }, (_, n) => event(personId(100_000 + n), text(`กล้อง ${code} ไม่มีภาพ`)))
  const begun = performance.now()
  const took = await Promise.all(events.map(async (one) => {
    const answered = new Promise<BotMessage[]>(done => line.expect(one.replyToken, done))
    const status = await connections.post(webhook([one], secret))
    if (status !== 200) throw new Error(`The webhook answered ${status}`)
    await answered
    return performance.now() - begun
  }))
  const seconds = (performance.now() - begun) / 1000
  connections.close()
  return { ...speedOf(took, seconds), seconds }
}

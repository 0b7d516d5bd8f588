import type { BotMessage, LightLine } from './api'
import { webhook } from './connections'
import { event } from './events'

/** Until an answer is given up, ms, where it is not said otherwise. */
const usualPatience = 30_000

/** How events go to the product, and who is told when one is answered (`since`: when it was sent, `performance.now()`). */
interface Post { post: (request: Buffer) => Promise<number>, secret: string, answered: (since: number) => void, patience?: number }

/** A person says something; resolves to the answer. Rejects when there is none in `patience` ms, or the webhook is not accepted. */
export function sayer(line: LightLine, { post, secret, answered, patience = usualPatience }: Post): (person: string, fields: object) => Promise<BotMessage[]> {
  return async (person, fields) => {
    const said = event(person, fields)
    const since = performance.now()
    const answer = new Promise<BotMessage[]>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`No answer in ${patience} ms to ${JSON.stringify(fields)}`)), patience)
      line.expect(said.replyToken, (messages) => {
        clearTimeout(timer)
        answered(since)
        done(messages)
      })
    })
    const [status, messages] = await Promise.all([post(webhook([said], secret)), answer])
    if (status !== 200) throw new Error(`The webhook answered ${status}`)
    return messages
  }
}

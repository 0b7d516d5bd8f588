import type { Call } from '../http'
import type { Accepted, World } from '../world/world'
import { answer } from '../http'
import { Refusal } from '../refusal'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LIFE = 24 * 3_600_000

/** Does a sending once per `X-Line-Retry-Key` and day; a repetition gets LINE's 409 with the first answer. Source: "Retry failed API requests". */
export function once(world: World, c: Call, send: () => Accepted['answer']): Response {
  const key = c.req.header('x-line-retry-key')
  if (key === undefined) return answer(c, send())
  if (!UUID.test(key)) throw new Refusal(400, 'The retry key is invalid')
  const before = world.retryKeys.get(key.toLowerCase())
  if (before && world.now() - before.at < LIFE) {
    c.header('x-line-accepted-request-id', before.requestId)
    return answer(c, { message: 'The retry key is already accepted', ...before.answer }, 409)
  }
  const sent = send()
  world.retryKeys.set(key.toLowerCase(), { at: world.now(), requestId: c.get('requestId'), answer: sent })
  return answer(c, sent)
}

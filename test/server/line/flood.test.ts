import type { Product } from '../../helpers/product'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { floodFrom } from '../../../server/line/flood'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { hearing, says, textOf } from '../echo'

let product: Product
/** What was heard, in order: of whom and what. */
let heard: Array<{ lane: string, text: string }> = []
const people = Array.from({ length: 60 }, (_, n) => ({ id: lineId(n + 1), name: `Person ${n + 1}` }))

beforeAll(async () => {
  const conversation = hearing(async (_ctx, lane, event) => {
    heard.push({ lane: lane.key, text: textOf(event) ?? '' })
    return says(lane, textOf(event))
  })
  product = await startProduct({ conversation, line: { people } })
})
beforeEach(async () => {
  heard = []
  await product.fresh.database.pool.query('TRUNCATE "InboundEvent", "OutboundMessage" CASCADE')
  for (const { id } of product.line.state().chats) await product.line.act({ do: 'clear', chat: id })
})
afterAll(() => product.stop())
let last = 0
function event(n: number, text: string, timestamp: number) {
  const id = `event-${++last}`
  return { type: 'message', mode: 'active', webhookEventId: id, timestamp, deliveryContext: { isRedelivery: false }, replyToken: id, source: { type: 'user', userId: lineId(n) }, message: { type: 'text', id, text } }
}
/** So many messages of person n, said one after another. */
const burst = (n: number, count: number, from = Date.now()) => Array.from({ length: count }, (_, i) => event(n, `${i}`, from + i))
const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)
const busy = 'รอสักครู่'

describe('somebody who says very much at once', () => {
  it('loses nothing, in order, and is told once, early, that it takes a while', async () => {
    await product.line.deliver([...burst(1, 150), ...burst(2, 3)])
    await product.idle()
    const answers = product.fake.textsTo(lineId(1))
    expect(answers.filter(text => text !== busy)).toEqual(numbers(150))
    expect(answers.filter(text => text === busy)).toHaveLength(1)
    expect(answers.indexOf(busy)).toBe(0)
    expect(product.fake.textsTo(lineId(2))).toEqual(numbers(3))
    expect(await product.db.inboundEvent.count({ where: { state: { not: 'DONE' } } })).toBe(0)
  })

  it('is told again of the next flood, and not when few messages follow', async () => {
    await product.line.deliver(burst(1, floodFrom + 5))
    await product.idle()
    await product.line.deliver(burst(1, 3))
    await product.idle()
    expect(product.fake.textsTo(lineId(1)).filter(text => text === busy)).toHaveLength(1)
    await product.line.deliver(burst(1, floodFrom + 5))
    await product.idle()
    expect(product.fake.textsTo(lineId(1)).filter(text => text === busy)).toHaveLength(2)
  })

  it('is no flood with as many as photos are sent together', async () => {
    await product.line.deliver(burst(1, floodFrom))
    await product.idle()
    expect(product.fake.textsTo(lineId(1))).toEqual(numbers(floodFrom))
  })

  it('does not spend the month\'s push messages: what would be late is heard, and the last of it answered', async () => {
    await product.line.deliver(burst(1, floodFrom + 20, Date.now() - 3_000_000))
    await product.idle()
    expect(heard.map(({ text }) => text)).toEqual(numbers(floodFrom + 20))
    expect(product.fake.textsTo(lineId(1))).toEqual([String(floodFrom + 19)])
    expect(await product.db.outboundMessage.count({ where: { sentAs: 'push' } })).toBe(1)
  })

  it('waits, once served, until everybody else was', async () => {
    const everybody = people.map((_, n) => n + 1)
    await product.line.deliver(everybody.flatMap(n => burst(n, 12)))
    await product.idle()
    const places = (text: string) => everybody.map(n => heard.findIndex(one => one.lane === lineId(n) && one.text === text))
    // At most five in one go, and two goes overlap.
    expect(Math.max(...places('0'))).toBeLessThan(Math.min(...places('10')))
    for (const n of everybody) expect(heard.filter(({ lane }) => lane === lineId(n)).map(({ text }) => text)).toEqual(numbers(12))
  })
})

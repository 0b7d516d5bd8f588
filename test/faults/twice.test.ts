import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insistentLine, leftovers } from '../crash/conversations'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { everythingTwice } from './twice'

let product: Product
let beside: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: insistentLine })
  beside = await startProduct({ beside: product })
})
afterAll(async () => {
  await beside.stop()
  await product.stop()
})

describe('a LINE that delivers everything twice and in another order', () => {
  it('is answered as if it had delivered everything once', () => everythingTwice(product, beside, 100), 120_000)

  it('has what one person said at once heard in the order of saying, once, whichever server gets which part', async () => {
    const id = lineId(0xA000)
    const begun = Date.now()
    const before = product.fake.saidTo(id).length
    const events = Array.from({ length: 9 }, (_, i) => ({ type: 'message', mode: 'active', webhookEventId: `burst-${i}`, timestamp: begun + i, deliveryContext: { isRedelivery: false }, replyToken: `burst${i}`, source: { type: 'user', userId: id }, message: { type: 'text', id: `burst-${i}`, text: i % 2 ? 'ภาษา' : 'วิธีใช้' } }))
    const again = events.map(event => ({ ...event, deliveryContext: { isRedelivery: true } }))
    await product.line.deliver(events.toReversed(), { url: `${product.url}/webhook` })
    await Promise.all([
      product.line.deliver([...again.slice(4), ...again.slice(0, 4)], { url: `${beside.url}/webhook` }),
      product.line.deliver(again.toReversed(), { url: `${product.url}/webhook` }),
    ])
    await expect.poll(() => leftovers(product.db), { timeout: 30_000 }).toEqual([])
    const sent = await product.db.outboundMessage.findMany({ where: { replyToken: { startsWith: 'burst' } }, orderBy: [{ sentAt: 'asc' }] })
    expect(sent.map(({ replyToken, state }) => `${replyToken} ${state}`).sort()).toEqual(events.map(({ replyToken }) => `${replyToken} SENT`))
    const said = product.fake.saidTo(id).slice(before).map(({ message }) => String(message.text ?? message.altText))
    expect(said).toHaveLength(9)
    expect(said).toEqual(events.map((_, i) => said[i % 2]))
    expect(said[0]).not.toBe(said[1])
  })
})

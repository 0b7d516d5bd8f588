import type { Product } from '../helpers/product'
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { dice, mutated, oddValue } from './dice'
import { expectNothingFailed } from './outcome'

let product: Product
beforeAll(async () => { product = await startProduct({ template: 'demo' }) })
afterAll(() => product.stop())

const sign = (body: string) => createHmac('sha256', product.fake.channelSecret).update(body).digest('base64')
async function posted(body: string, signature = sign(body)): Promise<number> {
  return (await fetch(`${product.url}/webhook`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-line-signature': signature } })).status
}

let last = 0
function event(fields: object, source: object = { type: 'user', userId: lineId(1) }) {
  const id = `fuzz-${++last}`
  return { webhookEventId: id, timestamp: Date.now(), mode: 'active', deliveryContext: { isRedelivery: false }, replyToken: id, source, ...fields }
}
const message = (fields: object) => event({ type: 'message', message: { id: '100001', ...fields } })
const inGroup = { type: 'group', groupId: `C${'1'.repeat(32)}`, userId: lineId(2) }

/** One of each kind that LINE sends. */
const real = [
  message({ type: 'text', text: 'กล้อง 15-00012 ไม่มีภาพ', quotedMessageId: '5', quoteToken: 'q' }),
  event({ type: 'message', message: { id: '7', type: 'text', text: '@bot งานของฉัน', mention: { mentionees: [{ index: 0, length: 4, type: 'user', isSelf: true }] } } }, inGroup),
  message({ type: 'image', contentProvider: { type: 'line' }, imageSet: { id: 's', index: 1, total: 2 } }),
  message({ type: 'image', contentProvider: { type: 'external', originalContentUrl: 'https://example.com/x.jpg' } }),
  message({ type: 'location', latitude: 14.58, longitude: 100.45, title: 'ตลาด', address: 'ถนน' }),
  message({ type: 'sticker', packageId: '446', stickerId: '1988', keywords: ['x'] }),
  event({ type: 'postback', postback: { data: 's.report.{}', params: { datetime: '2026-11-23T14:00' } } }),
  event({ type: 'follow', follow: { isUnblocked: false } }),
  event({ type: 'unfollow', replyToken: undefined }),
  event({ type: 'unsend', unsend: { messageId: '100001' } }),
  event({ type: 'join' }, inGroup),
  event({ type: 'leave' }, inGroup),
  event({ type: 'memberJoined', joined: { members: [{ type: 'user', userId: lineId(3) }] } }, inGroup),
]

/** A real event keeps an id of its own, so that each is handled. */
const fresh = (one: object) => 'webhookEventId' in one && typeof one.webhookEventId === 'string' && one.webhookEventId.startsWith('fuzz-') ? { ...one, webhookEventId: `fuzz-${++last}` } : one

describe('the webhook', () => {
  it('takes or refuses any signed body, and fails at none', async () => {
    const shapes = fc.oneof(fc.json(), fc.string(), oddValue.map(value => JSON.stringify({ events: [value] })), oddValue.map(value => JSON.stringify({ events: value })), fc.object().map(value => JSON.stringify({ events: [value] })))
    await fc.assert(fc.asyncProperty(shapes, async (body) => {
      expect([200, 400]).toContain(await posted(body))
    }), dice(150))
    await product.idle()
    await expectNothingFailed(product)
  })

  it('refuses any body that LINE did not sign', async () => {
    await fc.assert(fc.asyncProperty(fc.json(), fc.string({ unit: 'grapheme-ascii' }), async (body, signature) => {
      expect(await posted(body, signature.trim())).toBe(401)
    }), dice(30))
  })

  it.each([
    ['nested a hundred thousand deep', `{"events":[{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`],
    ['with numbers beyond all bounds', `{"events":[{"webhookEventId":"huge","timestamp":1e999,"source":{"userId":"U1"},"x":${'9'.repeat(5000)}}]}`],
    ['with the same name a thousand times', `{"events":[{"webhookEventId":"names",${Array.from({ length: 1000 }, () => '"type":"message"').join(',')}}]}`],
    ['with an id of a megabyte', JSON.stringify({ events: [{ webhookEventId: Array.from({ length: 300_000 }, (_, i) => (i * 7919 % 36).toString(36)).join('') }] })],
    ['with a person of a megabyte', JSON.stringify({ events: [{ webhookEventId: 'long person', source: { userId: Array.from({ length: 300_000 }, (_, i) => (i * 7919 % 36).toString(36)).join('') } }] })],
    ['with __proto__', '{"events":[{"webhookEventId":"proto","__proto__":{"type":"follow"},"constructor":{"prototype":1}}],"__proto__":[]}'],
  ])('takes or refuses a body %s', async (_, body) => {
    expect([200, 400]).toContain(await posted(body))
    await product.idle()
    await expectNothingFailed(product)
  })

  it('handles real events with anything missing, replaced or twice', async () => {
    await fc.assert(fc.asyncProperty(fc.array(mutated(real), { minLength: 1, maxLength: 5 }), fc.boolean(), async (events, twice) => {
      const body = JSON.stringify({ destination: 'U0', events: [...events, ...twice ? events : []].map(fresh) })
      expect([200, 400]).toContain(await posted(body))
      await product.idle()
      await expectNothingFailed(product)
    }), dice(120))
  })
})

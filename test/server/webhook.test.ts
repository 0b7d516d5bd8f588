import type { Product } from '../helpers/product'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSigned } from '../../server/line/signature'
import { lineId } from '../helpers/fakeLine'
import { runtime, startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

const sign = (body: string | Uint8Array) => createHmac('sha256', product.fake.channelSecret).update(body).digest('base64')
function post(body: string | Uint8Array<ArrayBuffer>, signature?: string) {
  return fetch(`${product.url}/webhook`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(signature !== undefined && { 'x-line-signature': signature }) },
  })
}
function event(id: string, more: object = {}) {
  return {
    type: 'message',
    webhookEventId: id,
    timestamp: Date.now(),
    mode: 'active',
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: lineId(1) },
    replyToken: id,
    message: { type: 'text', id: `m${id}`, text: id },
    ...more,
  }
}
const stored = (id: string) => product.db.inboundEvent.findUnique({ where: { id } })
const sent = (body: object) => post(JSON.stringify(body), sign(JSON.stringify(body)))

describe('the webhook', () => {
  it('knows LINE by its signature (LINE\'s own example)', () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    const secret = '8c570fa6dd201bb328f1c1eac23a96d8'
    const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='
    const bytes = new TextEncoder().encode(body)
    expect(isSigned(bytes, signature, secret)).toBe(true)
    expect(isSigned(bytes, signature, secret.replace('8', '9'))).toBe(false)
    expect(isSigned(bytes, signature.replace('G', 'H'), secret)).toBe(false)
    expect(isSigned(new TextEncoder().encode(`${body} `), signature, secret)).toBe(false)
    expect(isSigned(bytes, '', secret)).toBe(false)
    expect(isSigned(bytes, undefined, secret)).toBe(false)
  })

  it('answers 200 to the console\'s Verify, which has no events', async () => {
    expect((await sent({ destination: 'U1', events: [] })).status).toBe(200)
  })

  it('answers 401 without a signature, and to a wrong one', async () => {
    const body = JSON.stringify({ events: [event('unsigned')] })
    expect((await post(body)).status).toBe(401)
    expect((await post(body, 'AAAA')).status).toBe(401)
    expect((await post(body, sign('other'))).status).toBe(401)
    expect(await stored('unsigned')).toBeNull()
  })

  it.each(['', 'hello', '[]', 'null', '{}', '{"events":{}}', '{"events":[1]}', '{"events":[null]}', '{"events":[[]]}'])('answers 400 to %j', async (body) => {
    expect((await post(body, sign(body))).status).toBe(400)
  })

  it('answers 413 to more than 1 MB, also when its size is not told before', async () => {
    const large = JSON.stringify({ events: [event('large', { filler: 'x'.repeat(1_000_001) })] })
    expect((await post(large, sign(large))).status).toBe(413)
    const stream = new Blob([large]).stream()
    const untold = await fetch(`${product.url}/webhook`, { method: 'POST', body: stream, headers: { 'x-line-signature': sign(large) }, duplex: 'half' } as RequestInit)
    expect(untold.status).toBe(413)
    expect(await stored('large')).toBeNull()
  })

  it('takes what is just under 1 MB', async () => {
    expect((await sent({ events: [event('almost', { filler: 'x'.repeat(999_000) })] })).status).toBe(200)
    expect(await stored('almost')).not.toBeNull()
  })

  it('has stored the events when it answers, with their lanes', async () => {
    const group = `C${'1'.repeat(32)}`
    expect((await sent({ events: [
      event('lane-user'),
      event('lane-group', { source: { type: 'group', groupId: group, userId: lineId(2) } }),
      event('lane-room', { source: { type: 'room', roomId: 'R1' } }),
      event('lane-none', { source: undefined }),
      event('lane-odd', { source: { type: 'user', userId: 17 } }),
    ] })).status).toBe(200)
    const lanes = await product.db.inboundEvent.findMany({ where: { id: { startsWith: 'lane-' } }, orderBy: { id: 'asc' }, select: { lane: true } })
    expect(lanes.map(({ lane }) => lane)).toEqual([`${group}/${lineId(2)}`, 'event:lane-none', 'event:lane-odd', 'R1', lineId(1)])
  })

  it('stores an event once, however often it comes', async () => {
    const twice = event('twice')
    await sent({ events: [twice, twice] })
    await sent({ events: [{ ...twice, deliveryContext: { isRedelivery: true } }] })
    await Promise.all(Array.from({ length: 10 }, () => sent({ events: [twice] })))
    await product.idle()
    expect(await product.db.inboundEvent.count({ where: { id: 'twice' } })).toBe(1)
    expect(await product.db.outboundMessage.count({ where: { replyToken: 'twice' } })).toBe(1)
  })

  it('keeps what another system answers, and says nothing', async () => {
    await sent({ events: [event('standby', { mode: 'standby' })] })
    await product.idle()
    expect(await stored('standby')).toMatchObject({ state: 'DONE' })
    expect(await product.db.outboundMessage.count({ where: { replyToken: 'standby' } })).toBe(0)
  })

  it('is not troubled by what it does not know: fields, kinds, missing ids, odd characters', async () => {
    const odd = [
      event('odd-kind', { type: 'somethingNew', replyToken: undefined }),
      event('odd-text', { message: { 'type': 'text', 'id': '1', 'text': 'a\0b\uD800c', 'k\0': 1 } }),
      { ...event('odd-time'), timestamp: 'yesterday' },
      { ...event('gone'), webhookEventId: undefined, type: 'withoutId' },
      {},
    ]
    for (const one of odd) expect((await sent({ events: [one] })).status).toBe(200)
    await product.idle()
    expect(await product.db.inboundEvent.count({ where: { state: 'WAITING' } })).toBe(0)
    expect(await stored('odd-text')).toMatchObject({ payload: { message: { text: 'ab\uFFFDc', k: 1 } } })
    expect(await product.db.inboundEvent.findMany({ where: { payload: { path: ['type'], equals: 'withoutId' } } })).toHaveLength(1)
  })

  it.each([
    ['before all time', { timestamp: -9_000_000_000_000_000 }],
    ['after all time', { timestamp: 9_000_000_000_000_000 }],
    ['of a person with a name of 5,000 letters', { source: { type: 'user', userId: 'x'.repeat(5000) } }],
    ['with a reply token that is a list', { replyToken: ['x'] }],
  ])('handles an event %s', async (name, more) => {
    expect((await sent({ events: [event(`odd ${name}`, more)] })).status).toBe(200)
    await product.idle()
    expect(await stored(`odd ${name}`)).toMatchObject({ state: 'DONE', attempts: 0 })
  })

  it('fails only the request that is to blame when several are stored together', async () => {
    const deep = `{"events":[{"webhookEventId":"deep","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, (_, i) => sent({ events: [event(`beside-${i}`)] })),
      post(deep, sign(deep)),
      ...Array.from({ length: 8 }, (_, i) => sent({ events: [event(`beside-${i + 8}`)] })),
    ])
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(16)
    expect(await product.db.inboundEvent.count({ where: { id: { startsWith: 'beside-' } } })).toBe(16)
  })
})

describe('the server\'s pages', () => {
  it('tells that it lives and is ready', async () => {
    expect((await fetch(`${product.url}/health/live`)).status).toBe(200)
    const ready = await fetch(`${product.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }])
  })

  it('is not ready while a migration is missing', async () => {
    await product.fresh.database.pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
    const ready = await fetch(`${product.url}/health/ready`)
    await product.fresh.database.pool.query('UPDATE _prisma_migrations SET rolled_back_at = NULL')
    expect(ready.status).toBe(503)
  })

  it('counts in the words of Prometheus, without any person\'s id', async () => {
    const response = await fetch(`${product.url}/metrics`)
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/plain')
    const ofDatabase = ['songklong_outbox{state="SENT"}', 'songklong_quota{what="used"}']
    const ofProcess = ['songklong_events_received_total', 'songklong_events_processed_total', 'songklong_events_failed_total', 'songklong_turn_seconds_count', 'process_resident_memory_bytes']
    for (const name of ofDatabase) expect(text).toContain(name)
    // A worker does not live on: what it counted would begin anew with each request.
    for (const name of ofProcess) expect(text.includes(name), name).toBe(runtime === 'node')
    expect(text).not.toMatch(/U0{20}/)
  })

  it('has a page for browsers that loads nothing from anywhere', async () => {
    const response = await fetch(product.url)
    expect(await response.text()).toContain('ส่องกล้อง')
    expect(response.headers.get('content-security-policy')).toContain('default-src \'none\'')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${product.url}/nothing-here`)).status).toBe(404)
  })
})

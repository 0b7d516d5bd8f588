import type { Product } from '../../helpers/product'
import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserHeaders, plainHeaders } from '../../../server/guard/headers'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { echo } from '../echo'

let product: Product
beforeAll(async () => { product = await startProduct({ conversation: echo }) })
afterAll(() => product.stop())

const photo = '/photos/01a208dc-c12a-7000-b72c-148995fb1198/full'

async function expectGuarded(path: string, status: number, init?: RequestInit): Promise<void> {
  const response = await fetch(`${product.url}${path}`, init)
  await response.arrayBuffer()
  expect([path, response.status]).toEqual([path, status])
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain('default-src \'none\'')
  expect(policy).toContain('frame-ancestors \'none\'')
  expect(policy).not.toMatch(/unsafe-|\*/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  expect(response.headers.get('x-powered-by')).toBeNull()
}

describe('what every answer tells a browser', () => {
  it.each([
    ['/', 200],
    ['/health/live', 200],
    ['/health/ready', 200],
    ['/metrics', 200],
    [photo, 403],
    [`${photo}?expires=9999999999&signature=x`, 403],
    ['/api/me', 401],
    ['/api/docs', 200],
    ['/api/nothing', 401],
    ['/photos/x/full', 404],
    ['/nothing-here', 404],
    ['/webhook', 404],
  ])('GET %s', (path, status) => expectGuarded(path, status))

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s, which no page takes', method => expectGuarded('/', 404, { method }))

  it('the webhook, whatever it answers', async () => {
    const post = (body: string, signature = createHmac('sha256', product.fake.channelSecret).update(body).digest('base64')) => ({ method: 'POST', body, headers: { 'x-line-signature': signature } })
    await expectGuarded('/webhook', 200, post('{"events":[]}'))
    await expectGuarded('/webhook', 400, post('nonsense'))
    await expectGuarded('/webhook', 401, post('{"events":[]}', 'wrong'))
    await expectGuarded('/webhook', 413, post('x'.repeat(1_000_001)))
  })

  it('an error', async () => {
    const body = JSON.stringify({ events: [{ type: 'message', webhookEventId: 'not-stored', timestamp: Date.now(), mode: 'active', source: { type: 'user', userId: lineId(1) }, message: { type: 'text', id: '1', text: 'วิธีใช้' } }] })
    const signature = createHmac('sha256', product.fake.channelSecret).update(body).digest('base64')
    await product.fresh.database.pool.query('ALTER TABLE "InboundEvent" RENAME TO "Away"')
    try {
      await expectGuarded('/webhook', 500, { method: 'POST', body, headers: { 'x-line-signature': signature } })
    }
    finally {
      await product.fresh.database.pool.query('ALTER TABLE "Away" RENAME TO "InboundEvent"')
    }
  })

  it('a body where none is taken, when it is large', () => expectGuarded('/', 413, { method: 'POST', body: 'x'.repeat(100_001) }))

  it('says nothing of https where it is reached by plain http', async () => {
    const response = await new Hono().use(browserHeaders(false)).get('/', c => c.text('page')).request('/')
    expect(response.headers.get('content-security-policy')).toContain('default-src \'none\'')
    expect(response.headers.get('strict-transport-security')).toBeNull()
    expect(plainHeaders(false)).not.toHaveProperty('strict-transport-security')
  })
})

import type { Product } from '../../helpers/product'
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { startProduct } from '../../helpers/product'
import { rawHttp } from '../../helpers/rawHttp'
import { echo } from '../echo'

let product: Product
const few = { most: 5, span: 3600_000, sources: 100 }
afterEach(() => product.stop())

const status = async (path: string, init?: RequestInit) => (await fetch(`${product.url}${path}`, init)).status
const times = (n: number) => Array.from({ length: n })
function webhook(signed: boolean, from?: string) {
  const body = '{"events":[]}'
  const secret = signed ? product.fake.channelSecret : 'guessed'
  return { method: 'POST', body, headers: { 'x-line-signature': createHmac('sha256', secret).update(body).digest('base64'), ...(from && { 'x-forwarded-for': from }) } }
}

describe('the rate limit', () => {
  it('stops a source that asks too much, says for how long, and lets what LINE signed through all the same', async () => {
    product = await startProduct({ conversation: echo, budget: few })
    for (const _ of times(few.most)) expect(await status('/health/live')).toBe(200)
    const refused = await fetch(`${product.url}/health/live`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(3600)
    expect([await status('/'), await status('/metrics'), await status('/nothing')]).toEqual([429, 429, 429])
    expect(await status('/liff/assets/nothing.js')).toBe(404)
    for (const _ of times(20)) expect(await status('/webhook', webhook(true))).toBe(200)
    const unsigned = await fetch(`${product.url}/webhook`, webhook(false))
    expect([unsigned.status, unsigned.headers.has('retry-after')]).toEqual([429, true])
  })

  it('counts webhooks that LINE did not sign, and nothing of those it did', async () => {
    product = await startProduct({ conversation: echo, budget: few })
    for (const _ of times(20)) expect(await status('/webhook', webhook(true))).toBe(200)
    expect(await status('/webhook', { method: 'POST', body: '{}' })).toBe(401)
    for (const _ of times(few.most - 1)) expect(await status('/webhook', webhook(false))).toBe(401)
    expect(await status('/webhook', webhook(false))).toBe(429)
    expect(await status('/webhook', { method: 'POST', body: '{}' })).toBe(429)
  })

  it('does not believe who somebody says to be, unless a proxy of one\'s own says so', async () => {
    product = await startProduct({ conversation: echo, budget: few })
    const claiming = (n: number) => status('/health/live', { headers: { 'x-forwarded-for': `198.51.100.${n}` } })
    for (const [n] of times(few.most).entries()) expect(await claiming(n)).toBe(200)
    expect(await claiming(99)).toBe(429)
  })

  it('tells people behind a trusted proxy apart', async () => {
    product = await startProduct({ conversation: echo, budget: few, trustProxy: 1 })
    const asked = (from: string) => status('/health/live', { headers: { 'x-forwarded-for': from } })
    for (const _ of times(few.most)) expect(await asked('198.51.100.1')).toBe(200)
    expect(await asked('198.51.100.1')).toBe(429)
    expect(await asked('6.6.6.6, 198.51.100.1')).toBe(429)
    expect(await asked('198.51.100.2')).toBe(200)
  })
})

describe('who may read the metrics', () => {
  it('is who knows the token, when there is one', async () => {
    const metricsToken = 'a-token-of-the-test-only-24'
    product = await startProduct({ conversation: echo, metricsToken })
    const asked = (authorization?: string) => status('/metrics', { headers: authorization ? { authorization } : {} })
    expect(await asked()).toBe(401)
    expect(await asked('Bearer wrong')).toBe(401)
    expect(await asked(metricsToken)).toBe(401)
    expect(await asked(`Bearer ${metricsToken}x`)).toBe(401)
    expect(await asked(`Bearer ${metricsToken}`)).toBe(200)
    expect((await fetch(`${product.url}/metrics`)).headers.get('www-authenticate')).toBe('Bearer')
  })

  it('is this machine and private networks where there is none, but nobody who comes by way of a proxy', async () => {
    product = await startProduct({ conversation: echo })
    expect(await status('/metrics')).toBe(200)
    expect(await status('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).toBe(403)
    expect(await status('/metrics', { headers: { forwarded: 'for=127.0.0.1' } })).toBe(403)
  })
})

describe('requests that no client sends', () => {
  const request = (target: string, method = 'GET') => rawHttp(product.server.port, [`${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`])
  const id = '01a208dc-c12a-7000-b72c-148995fb1198'

  it('never lead to a file: dots, encoded dots, backslashes, NUL, whole addresses', async () => {
    product = await startProduct({ conversation: echo })
    const targets = [
      '/photos/../../../../etc/passwd',
      '/photos/..%2f..%2f..%2fetc%2fpasswd',
      '/photos/%2e%2e/%2e%2e/secrets.json',
      '/photos/..\\..\\secrets.json',
      '/photos/..%5c..%5csecrets.json',
      '/photos/..%252f..%252fsecrets.json',
      '/photos/%c0%ae%c0%ae/secrets.json',
      `/photos/${id}/full%00.jpg`,
      `/photos/${id}%00/full`,
      `/photos/${id}/..%2f..%2fsecrets.json`,
      `/photos/${id}/../../secrets.json`,
      '//etc/passwd',
      '/%',
      '/secrets.json',
      '/.env',
      '/.data/secrets.json',
    ]
    for (const target of targets) {
      const { status: found, text } = await request(target)
      // 400: no address at all.
      expect([target, found]).toEqual([target, target.includes('\\') ? 400 : 404])
      expect(text).not.toContain('root:')
    }
    // Without a signature even a whole address with the right path shows nothing.
    expect((await request(`http://evil.example/photos/${id}/full`)).status).toBe(403)
    expect((await request('/photos/\0/full')).status).toBe(400)
    expect(await status('/health/live')).toBe(200)
  })

  it('are refused: unknown methods, broken lines, two lengths, length and chunks, too many headers', async () => {
    product = await startProduct({ conversation: echo })
    const send = (...lines: string[]) => rawHttp(product.server.port, [`${lines.join('\r\n')}\r\n\r\n`])
    expect((await request('/', 'TRACE')).status).toBeGreaterThanOrEqual(400)
    expect((await request('/', 'NONSENSE')).status).toBe(400)
    expect((await send('hello')).status).toBe(400)
    expect((await send('GET / HTTP/1.1', 'Connection: close')).status).toBe(400)
    expect((await send('POST /webhook HTTP/1.1', 'Host: x', 'Content-Length: 2', 'Content-Length: 3', '', '{}')).status).toBe(400)
    expect((await send('POST /webhook HTTP/1.1', 'Host: x', 'Content-Length: 2', 'Transfer-Encoding: chunked', '', '{}')).status).toBe(400)
    expect((await send('GET / HTTP/1.1', 'Host: x', `X: ${'x'.repeat(20_000)}`)).status).toBe(431)
    expect(await status('/health/live')).toBe(200)
  })

  it('are cut off when they come too slowly, headers or body, and nobody else waits for them', async () => {
    product = await startProduct({ conversation: echo, patience: { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 } })
    const drops = Array.from({ length: 600 }, (_, i) => `X-${i}: x\r\n`)
    const headers = rawHttp(product.server.port, ['GET / HTTP/1.1\r\nHost: x\r\n', ...drops], 100)
    const body = rawHttp(product.server.port, [`POST /webhook HTTP/1.1\r\nHost: x\r\nX-Line-Signature: ${'A'.repeat(43)}=\r\nContent-Length: 1000\r\n\r\n`, ...drops.map(() => 'x')], 100)
    expect(await status('/health/live')).toBe(200)
    expect((await headers).status).toBe(408)
    expect((await body).status).toBe(408)
  })
})

import type { Product } from '../helpers/product'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app, buildPages } from '../helpers/builtPages'
import { startProduct } from '../helpers/product'
import { rawHttp } from '../helpers/rawHttp'

const built = fileURLToPath(new URL('../../dist/public/liff', import.meta.url))
let product: Product
let script: string

beforeAll(async () => {
  await buildPages(app)
  product = await startProduct()
  script = readdirSync(`${built}/assets`).find(name => /^first-.*\.js$/.test(name))!
}, 240_000)
afterAll(() => product.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${product.url}${path}`, { headers, redirect: 'manual' })

describe('the app\'s page', () => {
  it.each(['/liff/', '/liff/settings', '/liff/cameras/15-00012?tab=map', '/liff/index.html'])('is what %s opens, always the newest', async (path) => {
    const page = await get(path)
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    expect(await page.text()).toBe(readFileSync(`${built}/index.html`, 'utf8'))
  })

  it('lets nothing run but its own files, and asks nobody but us and LINE', async () => {
    const { headers } = await get('/liff/')
    const policy = headers.get('content-security-policy')!
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(policy.split('; ')).toEqual(expect.arrayContaining(['default-src \'none\'', 'script-src \'self\'', 'style-src \'self\'', 'frame-ancestors \'self\'', 'base-uri \'none\'']))
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    const page = readFileSync(`${built}/index.html`, 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/)
  })

  it('is found without its last slash', async () => {
    const answer = await get('/liff')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/liff/'])
  })
})

describe('the app\'s files', () => {
  it('are kept by browsers for ever', async () => {
    const file = await get(`/liff/assets/${script}`)
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'])
    expect(await file.text()).toBe(readFileSync(`${built}/assets/${script}`, 'utf8'))
  })

  it('come compressed to whoever takes that', async () => {
    const raw = (encoding: string) => rawHttp(product.server.port, [`GET /liff/assets/${script} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: ${encoding}\r\n\r\n`])
    expect((await raw('gzip, deflate, br')).text).toMatch(/content-encoding: br/i)
    expect((await raw('gzip, deflate')).text).toMatch(/content-encoding: gzip/i)
    expect((await raw('identity')).text).not.toMatch(/content-encoding/i)
    const whole = readFileSync(`${built}/assets/${script}`)
    expect(brotliDecompressSync(readFileSync(`${built}/assets/${script}.br`)).equals(whole)).toBe(true)
    expect(gunzipSync(readFileSync(`${built}/assets/${script}.gz`)).equals(whole)).toBe(true)
  })

  it.each(['/liff/assets/nothing.js', '/liff/assets/', '/liff/assets/..%2f..%2f..%2fpackage.json', '/liff/assets/%2e%2e/%2e%2e/server/node.js', '/liff/assets/..\\..\\package.json'])('%s is none of them', async (path) => {
    const { status, text } = await rawHttp(product.server.port, [`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`])
    expect([400, 404]).toContain(status)
    expect(text).not.toMatch(/immutable|"songklong"/)
  })

  it('of the first screen are at most 130 kB, compressed', () => {
    const page = readFileSync(`${built}/index.html`, 'utf8')
    const named = Array.from(page.matchAll(/(?:src|href)="\/liff\/(assets\/[^"]+\.(?:js|css))"/g), ([, name]) => name!)
    expect(named.length).toBeGreaterThanOrEqual(2)
    expect(named.reduce((all, name) => all + gzipSync(readFileSync(`${built}/${name}`)).length, 0)).toBeLessThanOrEqual(130_000)
  })
})

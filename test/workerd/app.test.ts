import type { Product } from '../helpers/product'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { client, signedIn } from '../server/api/client'

const built = fileURLToPath(new URL('../../dist/public/liff', import.meta.url))
let product: Product
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

const get = (path: string) => fetch(`${product.url}${path}`, { redirect: 'manual' })

describe('the app in workerd', () => {
  it.each(['/liff/', '/liff/settings', '/liff/cameras/15-00012'])('is the one page at %s, with its headers', async (path) => {
    const page = await get(path)
    expect([page.status, page.headers.get('cache-control'), page.headers.get('x-frame-options')]).toEqual([200, 'no-cache', 'SAMEORIGIN'])
    expect(page.headers.get('content-security-policy')).toContain('script-src \'self\'')
    expect(await page.text()).toBe(readFileSync(`${built}/index.html`, 'utf8'))
  })

  it('has files that browsers keep for ever, and nothing where there is none', async () => {
    const script = readdirSync(`${built}/assets`).find(name => /^first-.*\.js$/.test(name))!
    const file = await get(`/liff/assets/${script}`)
    expect([file.status, file.headers.get('cache-control'), file.headers.get('x-content-type-options')]).toEqual([200, 'public, max-age=31536000, immutable', 'nosniff'])
    expect(await file.text()).toBe(readFileSync(`${built}/assets/${script}`, 'utf8'))
    const nothing = await get('/liff/assets/nothing.js')
    await nothing.text()
    expect(nothing.status).toBe(404)
    // What lies beside the app is no page of ours.
    expect((await get('/_headers')).status).toBe(404)
  })
})

describe('the API in workerd', () => {
  it('invites once for one key; is read by a program with a key, and not sent again while nothing has changed', async () => {
    const secretary = await signedIn(product, 3)
    const { id: userId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(3) } })
    await product.db.province.create({ data: { code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' } })
    await product.db.membership.create({ data: { userId, role: 'SECRETARY', provinceCode: '15' } })
    // Sealed and opened again: asked for twice it is one, with the same code.
    const invite = async () => (await secretary.ask('/invitations', { json: { provinceCode: '15', role: 'COMMITTEE' }, headers: { 'idempotency-key': '0198f000-0000-4000-8000-000000000001' } })).json()
    const made = await invite()
    expect([await invite(), await product.db.invitation.count()]).toEqual([made, 1])
    const { key } = await (await secretary.ask('/keys', { json: { provinceCode: '15', name: 'แดชบอร์ด', scopes: ['cameras:read', 'cameras:export'] } })).json() as { key: string }
    const ask = (path: string, more = {}) => client(product).ask(path, { headers: { authorization: `Bearer ${key}`, ...more } })
    const page = await ask('/register')
    expect([page.status, await page.json()]).toMatchObject([200, { items: [], next: null }])
    expect((await ask('/register', { 'if-none-match': page.headers.get('etag')! })).status).toBe(304)
    expect(await (await ask('/register/export/geojson')).json()).toMatchObject({ type: 'FeatureCollection', features: [] })
    expect(await (await ask('/me')).json()).toMatchObject({ status: 401, code: 'apiKeyNotHere' })
  })

  it('signs in with LINE\'s keys, knows the person, and signs out', async () => {
    const phone = await signedIn(product, 1)
    expect(await (await phone.ask('/me')).json()).toMatchObject({ name: 'Person 1', lineUserId: lineId(1), language: 'TH' })
    expect((await phone.ask('/me', { method: 'PATCH', json: { language: 'EN' } })).status).toBe(204)
    expect(await (await phone.ask('/me')).json()).toMatchObject({ language: 'EN' })
    // The keys are there now; another request uses them.
    expect((await signedIn(product, 2)).cookie).toBeTruthy()
    const copied = client(product, phone.cookie)
    await phone.ask('/session', { method: 'DELETE' })
    expect((await copied.ask('/me')).status).toBe(401)
  })

  it('says what goes wrong, and describes itself', async () => {
    const answer = await client(product).ask('/session', { json: { idToken: 'x' } })
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'signInRefused', detail: expect.stringContaining('เปิดจากแชต') }])
    expect(await (await client(product).ask('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0', paths: { '/me': {} } })
    expect(await (await client(product).ask('/docs')).text()).toContain('/api/session')
  })
})

import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let person: Client
beforeAll(async () => {
  product = await startProduct({ budget: { most: 300, span: 3600_000, sources: 100 } })
  person = await signedIn(product, 1)
})
afterAll(() => product.stop())

const english = { 'accept-language': 'en-US,en;q=0.9' }

/** Sends the language, which everybody may set. */
const patch = (body: BodyInit, headers: Record<string, string> = {}, who = person) => who.ask('/me', { method: 'PATCH', body, headers: { 'content-type': 'application/json', ...headers } })

describe('what goes wrong with a request', () => {
  it('is a problem (RFC 9457) with a stable code, a sentence that says what to do, and how to sign in', async () => {
    const answer = await client(product).ask('/me')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-language')]).toEqual([401, 'application/problem+json', 'no-store', 'th'])
    expect(await answer.json()).toEqual({
      type: 'https://songklong.test/api/docs#signInNeeded',
      title: 'Unauthorized',
      status: 401,
      code: 'signInNeeded',
      detail: 'ยังไม่ได้เข้าสู่ระบบ หรือหมดเวลาแล้ว เข้าสู่ระบบอีกครั้งด้วย LINE',
      instance: '/api/me',
      liffId: null,
      loginUrl: null,
    })
  })

  it.each([
    ['th', 'ยังไม่ได้เข้าสู่ระบบ'],
    ['en', 'Sign in again'],
    ['en-GB,en;q=0.9,th;q=0.8', 'Sign in again'],
    ['th-TH,th;q=0.9,en;q=0.8', 'ยังไม่ได้เข้าสู่ระบบ'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'Sign in again'],
    ['zh', 'ยังไม่ได้เข้าสู่ระบบ'],
    ['', 'ยังไม่ได้เข้าสู่ระบบ'],
  ])('is said to strangers in the language of their browser: %s', async (languages, words) => {
    const { detail } = await (await client(product).ask('/me', { headers: { 'accept-language': languages } })).json() as { detail: string }
    expect(detail).toContain(words)
  })

  it('is said to whoever is signed in, in their own language, with each field that is wrong', async () => {
    const thai = await patch('{"language":"FR"}', english)
    expect([thai.status, await thai.json()]).toMatchObject([422, { code: 'inputInvalid', errors: [{ path: 'language', detail: 'เลือกจากรายการ' }] }])
    expect((await patch('{"language":"EN"}')).status).toBe(204)
    const inEnglish = await patch('{}', { 'accept-language': 'th' })
    expect([inEnglish.status, await inEnglish.json()]).toMatchObject([422, { detail: 'Not saved yet. Correct what is marked, then try again.', errors: [{ path: 'language', detail: 'Fill this in.' }] }])
    expect((await patch('{"language":"TH"}')).status).toBe(204)
  })

  it.each([
    ['not JSON', '{"language":', 400, 'notJson'],
    ['nothing', '', 400, 'notJson'],
    ['another kind of JSON', '[1]', 422, 'inputInvalid'],
    ['null', 'null', 422, 'inputInvalid'],
    ['a body that is just too large', `{"language":"${'x'.repeat(100_000 - 14)}"}`, 413, 'tooLarge'],
    ['a body that is as large as it may be', `{"language":"${'x'.repeat(100_000 - 15)}"}`, 422, 'inputInvalid'],
  ])('%s: %#', async (_, body, status, code) => {
    const answer = await patch(body)
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }])
  })

  it('is told of addresses where nothing is; strangers are told to sign in and nothing else', async () => {
    expect(await (await person.ask('/nothing')).json()).toMatchObject({ status: 404, code: 'nothingHere' })
    expect(await (await person.ask('/me', { method: 'DELETE' })).json()).toMatchObject({ status: 404, code: 'nothingHere' })
    expect((await client(product).ask('/nothing')).status).toBe(401)
  })

  it('does not let other sites do anything in somebody\'s name', async () => {
    const form = { 'content-type': 'text/plain', 'origin': 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect(await (await patch('{"language":"EN"}', form)).json()).toMatchObject({ status: 403, code: 'otherSite' })
    expect(await (await person.ask('/session', { method: 'DELETE', headers: { 'origin': 'https://evil.example', 'sec-fetch-site': 'same-site' } })).json()).toMatchObject({ status: 403, code: 'otherSite' })
    // JSON from elsewhere needs the browser's permission, which nobody gives.
    const asked = await person.ask('/me', { method: 'OPTIONS', headers: { 'origin': 'https://evil.example', 'access-control-request-method': 'PATCH' } })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect(await (await person.ask('/me')).json()).toMatchObject({ language: 'TH' })
  })

  it('is a bug: nothing of it is shown but a code to tell', async () => {
    await product.fresh.database.pool.query('ALTER TABLE "AccessRequest" RENAME TO "Away"')
    await product.fresh.database.pool.query('ALTER TABLE "FaultReport" RENAME TO "AwayToo"')
    const answer = await person.ask('/me')
    await product.fresh.database.pool.query('ALTER TABLE "Away" RENAME TO "AccessRequest"')
    await product.fresh.database.pool.query('ALTER TABLE "AwayToo" RENAME TO "FaultReport"')
    const body = await answer.json() as { detail: string }
    expect([answer.status, body]).toMatchObject([500, { code: 'unexpected', detail: expect.stringMatching(/[\da-f-]{36}$/) }])
    expect(JSON.stringify(body)).not.toMatch(/FaultReport|SELECT|relation/)
  })

  it('is asked too often by one person, wherever they are', async () => {
    const eager = await signedIn(product, 2)
    const answers = await Promise.all(Array.from({ length: 301 }, (_, i) => eager.ask('/me', { headers: { 'x-forwarded-for': `198.51.100.${i}` } }).then(({ status }) => status)))
    expect(answers).toContain(429)
  })
})

import type { CryptoKey } from 'jose'
import type { Product } from '../../helpers/product'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idTokenVerifier } from '../../../server/auth/idToken'
import { cleanUp } from '../../../server/jobs/cleanup'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from '../api/client'

const begin = Date.parse('2026-11-26T02:00:00Z')
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
let time = begin
let product: Product

beforeAll(async () => {
  product = await startProduct({ now: () => new Date(time), line: { now: () => time } })
  await product.db.province.create({ data: { code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' } })
})
beforeEach(() => { time = begin })
afterAll(() => product.stop())

const token = (...how: Parameters<Product['line']['idToken']>) => product.line.idToken(...how)
const show = async (idToken: unknown) => client(product).ask('/session', { json: { idToken } })
/** Status and code of the answer to a token. */
async function answerTo(idToken: unknown): Promise<[number, string?]> {
  const answer = await show(idToken)
  return answer.status === 204 ? [204] : [answer.status, (await answer.json() as { code: string }).code]
}

describe('an ID token of LINE', () => {
  it('signs in: the cookie is out of reach of scripts and other sites, and the person is the one of the chat', async () => {
    const { id } = await product.db.user.create({ data: { lineUserId: lineId(1), displayName: 'วันเพ็ญ', language: 'EN' } })
    const answer = await show(await token(lineId(1)))
    expect(answer.status).toBe(204)
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/^songklong_session=[\w-]{43}; Path=\/; Expires=Sat, 26 Dec 2026 02:00:00 GMT; HttpOnly; Secure; SameSite=Lax$/)
    const me = await (await client(product, cookie.split(';')[0]).ask('/me')).json()
    expect(me).toMatchObject({ name: 'วันเพ็ญ', language: 'EN', lineUserId: lineId(1), roles: [] })
    expect(await product.db.session.findFirst({ where: { userId: id } })).toMatchObject({ tokenHash: expect.not.stringContaining(cookie.slice(18, 61)) })
  })

  it('makes somebody known who never wrote, with their name at LINE and the language of their browser', async () => {
    const answer = await client(product).ask('/session', { json: { idToken: await token(lineId(2)) }, headers: { 'accept-language': 'en-GB,en;q=0.9,th;q=0.8' } })
    expect(answer.status).toBe(204)
    expect(await product.db.user.findUnique({ where: { lineUserId: lineId(2) } })).toMatchObject({ displayName: 'Person 2', language: 'EN', menuWanted: 'everyone' })
  })

  it('is good for its hour and the 60 seconds that clocks may differ, and not a second longer', async () => {
    const made = await token(lineId(1))
    time = begin + hour + 59 * second
    expect(await answerTo(made)).toEqual([204])
    time = begin + hour + 60 * second
    expect(await answerTo(made)).toEqual([401, 'signInExpired'])
  })

  it('is refused when it is for another channel', async () => {
    expect(await answerTo(await token(lineId(1), { audience: '1500000013' }))).toEqual([401, 'signInRefused'])
  })

  describe('that somebody else made', () => {
    let privateKey: CryptoKey
    beforeAll(async () => { ({ privateKey } = await generateKeyPair('ES256')) })
    const signed = (claims: object, kid: string, key: CryptoKey | Uint8Array = privateKey, alg = 'ES256') =>
      new SignJWT({ iss: 'https://access.line.me', sub: lineId(1), aud: product.fake.channelId, exp: time / 1000 + 3600, ...claims }).setProtectedHeader({ alg, kid }).sign(key)
    const realKey = async () => (await (await fetch(`${product.fake.url}/oauth2/v2.1/certs`)).json() as { keys: Array<{ kid: string, x: string }> }).keys[0]!

    it('is refused: an unknown key, LINE\'s key id over another key, a shared secret made of the public key', async () => {
      const { kid, x } = await realKey()
      expect(await answerTo(await signed({}, 'unknown'))).toEqual([401, 'signInRefused'])
      expect(await answerTo(await signed({}, kid))).toEqual([401, 'signInRefused'])
      expect(await answerTo(await signed({}, kid, Buffer.from(x), 'HS256'))).toEqual([401, 'signInRefused'])
    })

    it('is refused without a signature', async () => {
      const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
      const claims = part({ iss: 'https://access.line.me', sub: lineId(1), aud: product.fake.channelId, exp: time / 1000 + 3600 })
      expect(await answerTo(`${part({ alg: 'none', typ: 'JWT' })}.${claims}.`)).toEqual([401, 'signInRefused'])
    })
  })

  it('is refused when it is no token at all, and the answer says which field is wrong when there is none', async () => {
    for (const nonsense of ['x', 'a.b.c', '..', 'ก'.repeat(5_000)]) expect(await answerTo(nonsense)).toEqual([401, 'signInRefused'])
    for (const wrong of ['', 'x'.repeat(5_001), 7, null, undefined, {}]) expect(await answerTo(wrong)).toEqual([422, 'inputInvalid'])
  })
})

describe('a token with LINE\'s own key', () => {
  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['no person', { sub: undefined }],
    ['no end', { exp: undefined }],
    ['somebody whose id is none of LINE\'s', { sub: 'U1; DROP TABLE' }],
  ])('is refused with %s', async (_, claims) => {
    // A LINE whose key the test has.
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const jwks = { keys: [{ ...await exportJWK(publicKey), alg: 'ES256', kid: 'ours' }] }
    const line = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks))).listen(0)
    const verify = idTokenVerifier(`http://localhost:${(line.address() as { port: number }).port}`, '7')
    const sign = (more: object) => new SignJWT({ iss: 'https://access.line.me', sub: lineId(1), aud: '7', exp: time / 1000 + 60, ...more }).setProtectedHeader({ alg: 'ES256', kid: 'ours' }).sign(privateKey)
    expect(await verify(await sign({ name: 'ชื่อ' }), new Date(time))).toEqual({ lineUserId: lineId(1), name: 'ชื่อ' })
    await expect(verify(await sign(claims), new Date(time))).rejects.toMatchObject({ code: 'signInRefused' })
    line.close()
  })
})

describe('a session', () => {
  it('ends with signing out: what was copied of it is worth nothing, and other devices stay signed in', async () => {
    const [phone, desk] = [await signedIn(product, 1), await signedIn(product, 1)]
    const copied = client(product, phone.cookie)
    const out = await phone.ask('/session', { method: 'DELETE' })
    expect([out.status, phone.cookie]).toEqual([204, undefined])
    expect((await copied.ask('/me')).status).toBe(401)
    expect((await desk.ask('/me')).status).toBe(200)
  })

  it('is replaced when somebody signs in again on the same device', async () => {
    const phone = await signedIn(product, 1)
    const before = client(product, phone.cookie)
    expect((await phone.ask('/session', { json: { idToken: await token(lineId(2)) } })).status).toBe(204)
    expect((await before.ask('/me')).status).toBe(401)
    expect(await (await phone.ask('/me')).json()).toMatchObject({ lineUserId: lineId(2) })
  })

  it('gets another token after twelve hours; the old one is good for a minute more, for requests that were under way', async () => {
    const phone = await signedIn(product, 1)
    const first = phone.cookie
    time += 12 * hour - 1
    expect((await phone.ask('/me')).headers.get('set-cookie')).toBeNull()
    time += 1
    const [one, two] = await Promise.all([client(product, first).ask('/me'), client(product, first).ask('/me')])
    expect([one.status, two.status]).toEqual([200, 200])
    const renewed = [one, two].flatMap(({ headers }) => headers.get('set-cookie') ?? [])
    expect(renewed).toHaveLength(1)
    // As long as the first would have been.
    expect(renewed[0]).toContain('Expires=Sat, 26 Dec 2026 02:00:00 GMT')
    const second = client(product, renewed[0]!.split(';')[0])
    expect((await second.ask('/me')).status).toBe(200)
    time += minute - 1
    expect((await client(product, first).ask('/me')).status).toBe(200)
    time += 1
    expect((await client(product, first).ask('/me')).status).toBe(401)
    expect((await second.ask('/me')).status).toBe(200)
  })

  it('ends under its old token, too, when somebody signs out right after it was replaced', async () => {
    const phone = await signedIn(product, 1)
    const first = client(product, phone.cookie)
    time += 12 * hour
    await phone.ask('/me')
    await phone.ask('/session', { method: 'DELETE' })
    expect((await first.ask('/me')).status).toBe(401)
  })

  it('lasts thirty days, not a moment longer, and is then removed', async () => {
    const phone = await signedIn(product, 3)
    time += 30 * 24 * hour - 1
    expect((await client(product, phone.cookie).ask('/me')).status).toBe(200)
    time += 1
    expect((await phone.ask('/me')).status).toBe(401)
    await cleanUp({ pool: product.fresh.database.pool, now: () => new Date(time + 1) })
    expect(await product.db.session.count({ where: { user: { lineUserId: lineId(3) } } })).toBe(0)
  })

  it('knows when it was last used, to five minutes', async () => {
    const phone = await signedIn(product, 4)
    const seen = async () => (await product.db.session.findFirstOrThrow({ where: { user: { lineUserId: lineId(4) } } })).lastSeenAt.getTime()
    time += 5 * minute - 1
    await phone.ask('/me')
    expect(await seen()).toBe(begin)
    time += 1
    await phone.ask('/me')
    expect(await seen()).toBe(begin + 5 * minute)
  })

  it('has no more rights than its person now: a role that was suspended is gone with the next request', async () => {
    const phone = await signedIn(product, 5)
    const { id: userId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(5) } })
    const { id } = await product.db.membership.create({ data: { userId, role: 'SECRETARY', provinceCode: '15' } })
    expect(await (await phone.ask('/me')).json()).toMatchObject({ roles: [{ role: 'SECRETARY', name: { th: 'ผู้ดูแลระดับจังหวัด' }, province: { en: 'Ang Thong' }, agency: null }], accessRequests: 0 })
    await product.db.membership.update({ where: { id }, data: { suspendedAt: new Date(time) } })
    expect(await (await phone.ask('/me')).json()).toMatchObject({ roles: [], accessRequests: null, work: null })
  })
})

describe('when LINE is not reached', () => {
  it('nobody can be signed in for the first time, it says so, and later all is well', async () => {
    const other = await startProduct({ line: { now: () => time }, now: () => new Date(time) })
    const idToken = await other.line.idToken(lineId(1))
    await other.fake.vanish()
    const answer = await client(other).ask('/session', { json: { idToken } })
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'lineNotReached', detail: expect.stringContaining('ลองอีกครั้ง') }])
    await other.fake.comeBack()
    expect((await client(other).ask('/session', { json: { idToken } })).status).toBe(204)
    await other.stop()
  })
})

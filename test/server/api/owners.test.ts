import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentVersion } from '../../../domain/owners/consentText'
import { mostOwn } from '../../../domain/owners/schema'
import { personId } from '../../../prisma/seed/demo/people'
import { lineId } from '../../helpers/fakeLine'
import { photo as newPhoto } from '../../helpers/photo'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

// Person 4 owns the gold shop, 3 is its police officer, 5 the secretary, 8 has no role, 9 is the police of another province, 10 an officer who is suspended.
let product: Product
const people: Record<number, Client> = {}
let shop: { id: string, code: string }

beforeAll(async () => {
  product = await startProduct({ template: 'demo', budget: { most: 5_000, span: 3_600_000, sources: 100 }, line: { people: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(n => ({ id: lineId(n), name: `Person ${n}` })) } })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) people[n] = await signedIn(product, n)
  const { db } = product
  const userId = async (n: number) => (await db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })).id
  await db.membership.createMany({ data: [
    { userId: await userId(9), role: 'POLICE', provinceCode: '14' },
    { userId: await userId(9), role: 'SECRETARY', provinceCode: '14' },
    { userId: await userId(10), role: 'POLICE', provinceCode: '15', suspendedAt: new Date() },
  ] })
  shop = await db.camera.findFirstOrThrow({ where: { private: { ownerId: personId(4) } }, select: { id: true, code: true } })
})
afterAll(() => product.stop())

const sight = (given: object = {}) => ({ id: randomUUID(), direction: 90, fieldOfView: 80, range: 25, indoors: false, days: 7, exportBy: 'STAFF', ...given })
const registration = (given: object = {}) => ({ consent: consentVersion, shop: 'ร้านก๋วยเตี๋ยว', address: 'หน้าวัด', place: { latitude: 14.5877, longitude: 100.4522 }, name: 'สมใจ ใจดี', phone: '๐๘๑ ๒๓๔ ๕๖๗๘', hours: null, sharesPhone: false, cameras: [sight()], ...given })
async function asked(n: number, path: string, json?: object | null, method?: string) {
  const answer = await people[n]!.ask(path, { method, ...json && { json } })
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() as any }
}
async function outcome(...given: Parameters<typeof asked>): Promise<string | number> {
  const { status, body } = await asked(...given)
  return status < 300 ? status : body.code as string
}
const nobody = [1, 2, 6, 7, 8, 9, 10]

describe('registering one’s own cameras', () => {
  it('makes several of one place at once, each to be checked, and the same again when sent again', async () => {
    const cameras = [sight(), sight({ direction: 270, indoors: true, days: null })]
    const first = await asked(8, '/own-cameras', registration({ cameras }))
    expect(first.status).toBe(200)
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(cameras.map(({ id }) => id))
    expect((await asked(8, '/own-cameras', registration({ cameras }))).body).toEqual(first.body)
    const { items } = (await asked(8, '/own-cameras')).body
    expect(items).toMatchObject([{ name: 'ร้านก๋วยเตี๋ยว', address: 'หน้าวัด', check: 'PENDING', facing: 'E', direction: 90, fieldOfView: 80, range: 25, indoors: false, days: 7 }, { direction: 270, indoors: true, days: null }])
    expect(await outcome(1, '/own-cameras', registration({ cameras }))).toBe('cameraUnknown')
    expect(await product.db.consent.count({ where: { user: { lineUserId: lineId(8) } } })).toBe(1)
    expect(JSON.stringify(await product.db.privateCamera.findMany())).not.toContain('0812345678')
    await asked(8, '/privacy/consent', null, 'DELETE')
  })

  it('says what is wrong with what, at its limits', async () => {
    const errors = async (given: object) => ((await asked(8, '/own-cameras', registration(given))).body.errors as { path: string, detail: string }[] ?? []).map(({ path }) => path)
    expect(await errors({ phone: '12345' })).toEqual(['phone'])
    expect(await errors({ phone: '1103700123456' })).toEqual(['phone'])
    expect(await errors({ shop: 'ร้าน 1103700123456' })).toEqual(['shop'])
    expect(await errors({ address: 'บ้าน 1-1037-00123-45-6' })).toEqual(['address'])
    expect(await errors({ cameras: [] })).toEqual(['cameras'])
    expect(await errors({ cameras: [sight({ direction: 360 })] })).toEqual(['cameras.0.direction'])
    expect(await errors({ cameras: [sight({ range: 501 })] })).toEqual(['cameras.0.range'])
    expect(await errors({ cameras: Array.from({ length: mostOwn + 1 }, () => sight()) })).toEqual(['cameras'])
    expect(await outcome(8, '/own-cameras', registration({ consent: '0' }))).toBe('consentOutdated')
    expect(await outcome(8, '/own-cameras', registration({ place: { latitude: 18.79, longitude: 98.98 } }))).toBe('placeOutside')
    expect(await outcome(4, '/own-cameras', registration({ cameras: Array.from({ length: mostOwn }, () => sight()) }))).toBe('ownCamerasMany')
    expect((await client(product).ask('/own-cameras', { json: registration() })).status).toBe(401)
    expect(await product.db.privateCamera.count()).toBe(1)
    const most = Array.from({ length: mostOwn - 1 }, () => sight())
    expect(await outcome(4, '/own-cameras', registration({ cameras: most, place: { latitude: 14.6, longitude: 100.4 } }))).toBe(200)
    for (const { id } of most) await asked(4, `/own-cameras/${id}`, null, 'DELETE')
  }, 90_000)
})

describe('a private camera', () => {
  it('is shown to its owner with their contact and who looked, to police and secretary without, and to nobody else; looks are written down', async () => {
    const looks = () => product.db.auditEntry.count({ where: { action: 'privateCamera.seen', subject: `camera:${shop.id}` } })
    const own = await asked(4, `/private-cameras/${shop.code}`)
    expect(own.body).toMatchObject({ camera: { own: true }, owner: { contact: { name: 'มาลี ตั้งเจริญกิจ', phone: { number: '0810000004' } }, looks: [], requests: [] } })
    expect(await looks()).toBe(0)
    for (const n of [3, 5]) {
      const { body } = await asked(n, `/private-cameras/${shop.code}`)
      expect(body).toMatchObject({ camera: { own: false, code: shop.code }, owner: null })
      expect(JSON.stringify(body)).not.toMatch(/0810000004|ตั้งเจริญกิจ/)
    }
    expect(await looks()).toBe(2)
    for (const n of nobody) {
      expect([n, await outcome(n, `/private-cameras/${shop.code}`)]).toEqual([n, 'cameraUnknown'])
      expect([n, await outcome(n, `/private-cameras/${shop.id}/contact`, null, 'POST')]).toEqual([n, 'cameraUnknown'])
    }
    expect((await asked(3, `/private-cameras/${shop.id}/contact`, null, 'POST')).body).toMatchObject({ name: 'มาลี ตั้งเจริญกิจ', phone: { number: '0810000004' } })
    expect((await asked(4, `/private-cameras/${shop.code}`)).body.owner.looks).toMatchObject([{ as: 'POLICE', phone: true }])
    expect(await looks()).toBe(2)
  })

  it('is changed, paused, affirmed, mended and taken out by its owner alone', async () => {
    const asks: [string, object | null, string][] = [[`/own-cameras/${shop.id}`, { days: 9 }, 'PATCH'], [`/own-cameras/${shop.id}/pause`, { until: null }, 'PUT'], [`/own-cameras/${shop.id}/affirmation`, null, 'POST'], [`/own-cameras/${shop.id}/works`, null, 'POST']]
    for (const n of [3, 5, ...nobody]) {
      for (const ask of asks) expect([n, ask[0], await outcome(n, ...ask)]).toEqual([n, ask[0], 'cameraUnknown'])
      expect((await asked(n, `/own-cameras/${shop.id}`, null, 'DELETE')).body).toEqual({ codes: [] })
    }
    expect(await product.db.privateCamera.count({ where: { cameraId: shop.id } })).toBe(1)
    for (const ask of asks) expect([ask[0], await outcome(4, ...ask)]).toEqual([ask[0], 204])
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(await outcome(4, `/own-cameras/${shop.id}/pause`, { until: day(0) }, 'PUT')).toBe('pauseTooLong')
    expect(await outcome(4, `/own-cameras/${shop.id}/pause`, { until: day(367) }, 'PUT')).toBe('pauseTooLong')
    expect(await outcome(4, `/own-cameras/${shop.id}/pause`, { until: day(366) }, 'PUT')).toBe(204)
    await asked(4, `/own-cameras/${shop.id}/pause`, { until: null }, 'PUT')
    expect((await asked(4, `/private-cameras/${shop.code}`)).body.camera).toMatchObject({ days: 9, check: 'CONFIRMED', pausedUntil: null })
    await asked(4, `/own-cameras/${shop.id}`, { direction: 180, phone: '02-123-4567 ต่อ 12' }, 'PATCH')
    expect((await asked(4, `/private-cameras/${shop.code}`)).body).toMatchObject({ camera: { direction: 180, check: 'PENDING' }, owner: { contact: { name: 'มาลี ตั้งเจริญกิจ', phone: { number: '021234567', extension: '12' } } } })
  })

  it('is checked by police and secretary of its province, with a reason for all but a yes', async () => {
    for (const n of nobody) {
      expect((await asked(n, '/private-cameras/to-check')).body).toEqual({ items: [] })
      expect([n, await outcome(n, `/private-cameras/${shop.id}/check`, { decision: 'CONFIRMED' })]).toEqual([n, 'cameraUnknown'])
    }
    expect(await outcome(4, `/private-cameras/${shop.id}/check`, { decision: 'CONFIRMED' })).toBe('cameraUnknown')
    for (const n of [3, 5]) expect((await asked(n, '/private-cameras/to-check')).body.items.map(({ code }: { code: string }) => code)).toEqual([shop.code])
    expect(await outcome(3, `/private-cameras/${shop.id}/check`, { decision: 'DECLINED' })).toBe('reasonNeeded')
    expect(await outcome(3, `/private-cameras/${shop.id}/check`, { decision: 'CHANGE_WANTED', remark: 'ก'.repeat(501) })).toBe('inputInvalid')
    expect(await outcome(3, `/private-cameras/${shop.id}/check`, { decision: 'CHANGE_WANTED', remark: 'ปักหมุดใหม่' })).toBe(204)
    expect(await outcome(5, `/private-cameras/${shop.id}/check`, { decision: 'CONFIRMED' })).toBe('checkDecided')
    expect(await outcome(3, `/private-cameras/${shop.code}`)).toBe('cameraUnknown')
    expect((await asked(4, `/private-cameras/${shop.code}`)).body.camera).toMatchObject({ check: 'CHANGE_WANTED', remark: 'ปักหมุดใหม่' })
    await asked(4, `/own-cameras/${shop.id}`, { place: { latitude: 14.5878, longitude: 100.4523 } }, 'PATCH')
    expect(await outcome(5, `/private-cameras/${shop.id}/check`, { decision: 'CONFIRMED' })).toBe(204)
  })

  it('has photos that its owner sends, for those who see the camera and nobody else', async () => {
    const id = randomUUID()
    const bytes = await newPhoto() as BodyInit
    const send = (n: number, photo = id) => people[n]!.ask(`/cameras/${shop.id}/photos/${photo}`, { method: 'PUT', body: bytes, headers: { 'content-type': 'image/jpeg' } }).then(({ status }) => status)
    for (const n of [3, 5, ...nobody]) expect([n, await send(n, randomUUID())]).toEqual([n, 404])
    expect([await send(4), await send(4)]).toEqual([204, 204])
    expect((await asked(3, `/private-cameras/${shop.code}`)).body.camera.photos).toEqual([id])
    const seen = async (n: number) => (await people[n]!.ask(`/photos/${id}/preview`)).status
    for (const n of [3, 4, 5]) expect([n, await seen(n)]).toEqual([n, 200])
    for (const n of nobody) expect([n, await seen(n)]).toEqual([n, 404])
    expect((await client(product).ask(`/photos/${id}/full`)).status).toBe(401)
    await product.db.privateCamera.update({ where: { cameraId: shop.id }, data: { hiddenAt: new Date() } })
    expect([await seen(3), await seen(5), await seen(4)]).toEqual([404, 200, 200])
    await product.db.privateCamera.update({ where: { cameraId: shop.id }, data: { hiddenAt: null } })
    for (const n of [3, 5]) expect(await outcome(n, `/cameras/${shop.id}/photos/${id}`, null, 'DELETE')).toBe('cameraUnknown')
    expect(await outcome(4, `/cameras/${shop.id}/photos/${id}`, null, 'DELETE')).toBe(204)
    expect(await seen(4)).toBe(404)
  })
})

describe('co-operation', () => {
  it('is asked by the police of the province, once with a key, seen and answered by the two alone', async () => {
    const asked90 = { cameraId: shop.id, kind: 'TURN', direction: 90, note: { text: 'ขอบคุณ' } }
    for (const n of [1, 2, 4, 5, 6, 7, 8, 10]) expect([n, await outcome(n, '/cooperation', asked90), await outcome(n, `/cooperation/gain?camera=${shop.id}&direction=90`)]).toEqual([n, 'notAllowed', 'notAllowed'])
    expect([await outcome(9, '/cooperation', asked90), await outcome(9, `/cooperation/gain?camera=${shop.id}&direction=90`)]).toEqual(['footageCameraUnknown', 'footageCameraUnknown'])
    for (const wrong of [{ direction: 360 }, { direction: 1.5 }, { note: { text: 'ก'.repeat(501) } }, { note: { text: ' ' } }, { kind: 'ADD' }, { kind: 'MOVE' }]) expect([wrong, await outcome(3, '/cooperation', { ...asked90, ...wrong })]).toEqual([wrong, 'inputInvalid'])
    expect(await outcome(3, `/cooperation/gain?camera=${shop.id}`)).toBe('inputInvalid')
    const { gain } = (await asked(3, `/cooperation/gain?camera=${shop.id}&direction=90`)).body
    const key = randomUUID()
    const send = async () => (await people[3]!.ask('/cooperation', { json: asked90, headers: { 'idempotency-key': key } })).json() as Promise<{ id: string, gain: number }>
    const [one, again] = [await send(), await send()]
    expect([again.id, one.gain]).toEqual([one.id, gain])
    for (const n of [1, 2, 5, 6, 7, 8, 9, 10]) {
      expect([n, (await asked(n, '/cooperation')).body.items, await outcome(n, `/cooperation/${one.id}`)]).toEqual([n, [], 'cooperationUnknown'])
      for (const move of ['agree', 'decline', 'think', 'done', 'withdraw']) expect([n, move, await outcome(n, `/cooperation/${one.id}/moves`, { move })]).toEqual([n, move, 'cooperationUnknown'])
    }
    expect((await asked(4, '/cooperation')).body.items).toMatchObject([{ id: one.id, as: 'keeper', note: 'ขอบคุณ', moves: ['agree', 'decline', 'think'] }])
    expect((await asked(4, `/cooperation/${one.id}/moves`, { move: 'decline' })).body).toMatchObject({ state: 'NO' })
    expect(await outcome(3, '/cooperation', asked90)).toBe('cooperationResting')
  })
})

describe('one’s privacy', () => {
  it('is told, downloaded by a link of one’s own, and consent is taken back; then nothing is left to be seen', async () => {
    const id = randomUUID()
    await people[4]!.ask(`/cameras/${shop.id}/photos/${id}`, { method: 'PUT', body: await newPhoto() as BodyInit, headers: { 'content-type': 'image/jpeg' } })
    const { body } = await asked(4, '/privacy')
    expect(body).toMatchObject({ cameras: [{ code: shop.code }], consents: [{}] })
    const held = await (await fetch(body.download.replace(product.config.publicUrl, product.url))).json() as { cameras: object[] }
    expect(held.cameras).toMatchObject([{ code: shop.code, address: null, contact: { phone: { number: '021234567' } } }])
    expect((await asked(8, '/privacy')).body).toMatchObject({ cameras: [], consents: [] })
    expect((await asked(4, '/privacy/consent', null, 'DELETE')).body).toEqual({ codes: [shop.code] })
    for (const n of [3, 4, 5]) {
      expect([n, await outcome(n, `/private-cameras/${shop.code}`)]).toEqual([n, 'cameraUnknown'])
      expect([n, (await people[n]!.ask(`/photos/${id}/full`)).status]).toEqual([n, 404])
    }
    expect((await asked(4, '/privacy/consent', null, 'DELETE')).body).toEqual({ codes: [] })
    expect((await asked(4, '/me')).body.roles).toEqual([])
  })
})

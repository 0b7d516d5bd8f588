import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
let product: Product
const people: Record<number, Client> = {}
let station: string
let cameras: { id: string, code: string, site: { latitude: number, longitude: number } }[]
let shop: { id: string, code: string }

beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) people[n] = await signedIn(product, n)
  station = (await membership()).agencyId!
  cameras = await product.db.camera.findMany({
    where: { ownership: 'PUBLIC', status: 'NORMAL', agency: { name: 'อบต.โพสะ' }, workOrders: { none: {} } },
    select: { id: true, code: true, site: { select: { latitude: true, longitude: true } } },
    orderBy: { code: 'asc' },
    take: 7,
  })
  shop = await product.db.camera.findFirstOrThrow({ where: { ownership: 'PRIVATE' }, select: { id: true, code: true } })
})
beforeEach(async () => { await product.db.footageRequest.deleteMany() })
afterAll(() => product.stop())

const membership = () => product.db.membership.findFirstOrThrow({ where: { role: 'POLICE', user: { lineUserId: lineId(3) } } })
const from = new Date(Math.floor((Date.now() - DAY) / MINUTE) * MINUTE)
const after = (ms: number, of = from) => new Date(of.getTime() + ms).toISOString()
const of = (list: { id: string }[], to = after(30 * MINUTE)) => list.map(({ id }) => ({ cameraId: id, from: from.toISOString(), to }))
function form(given: object = {}) {
  return {
    agencyId: station,
    caseNumber: 'คดีอาญาที่ 123/2569',
    offence: 'วิ่งราวทรัพย์',
    purpose: 'ติดตามผู้ต้องสงสัย',
    legalBasis: 'CPC_131',
    urgency: 'NORMAL',
    placeText: 'ปากซอยหลังวัด',
    latitude: 14.5876,
    longitude: 100.4523,
    cameras: of(cameras.slice(0, 1)),
    ...given,
  }
}
const requests = '/footage/requests'
const nearTo = ({ latitude, longitude } = cameras[0]!.site, radius = 200) => `/footage/near?latitude=${latitude}&longitude=${longitude}&radius=${radius}`
async function asked(n: number, path: string, json?: object, headers?: HeadersInit) {
  const answer = await people[n]!.ask(path, json === undefined ? {} : { json, headers })
  return { status: answer.status, body: await answer.json() as any }
}
async function outcome(...given: Parameters<typeof asked>) {
  const { status, body } = await asked(...given)
  return status === 200 ? 200 : body.code as string
}

describe('cameras to ask recordings of', () => {
  it('are for police officers, and for nobody else', async () => {
    for (let n = 1; n <= 8; n++) {
      const expected = n === 3 ? 200 : 'notAllowed'
      expect(await outcome(n, nearTo()), `person ${n}`).toBe(expected)
      expect(await outcome(n, `/footage/cameras?codes=${cameras[0]!.code}`), `person ${n}`).toBe(expected)
      expect(await outcome(n, requests, form()), `person ${n}`).toBe(expected)
    }
    for (const path of [nearTo(), `/footage/cameras?codes=${cameras[0]!.code}`, requests]) expect((await client(product).ask(path, path === requests ? { json: form() } : {})).status).toBe(401)
    expect(await product.db.footageRequest.count()).toBe(1)
  })

  it('are not for an officer who was suspended, and none of this province are for one of another', async () => {
    const { id } = await membership()
    await product.db.membership.update({ where: { id }, data: { suspendedAt: new Date() } })
    expect([await outcome(3, nearTo()), await outcome(3, `/footage/cameras?codes=${cameras[0]!.code}`), await outcome(3, requests, form())]).toEqual(['notAllowed', 'notAllowed', 'membershipSuspended'])
    await product.db.membership.update({ where: { id }, data: { suspendedAt: null, provinceCode: '14' } })
    expect((await asked(3, nearTo())).body).toEqual({ items: [], more: false })
    expect(await outcome(3, `/footage/cameras?codes=${cameras[0]!.code}`)).toBe('footageOtherProvince')
    expect(await outcome(3, `/footage/cameras?codes=${shop.code}`)).toBe('footageCameraUnknown')
    expect(await outcome(3, requests, form())).toBe('footageOtherProvince')
    await product.db.membership.update({ where: { id }, data: { provinceCode: '15' } })
  })

  it('around a place are told with all that matters before asking, private ones without anything of their owner; each look at those is kept', async () => {
    const { latitude, longitude } = await product.db.site.findFirstOrThrow({ where: { cameras: { some: { id: shop.id } } } })
    const { items } = (await asked(3, nearTo({ latitude, longitude }, 500))).body
    expect(items.map((one: { distance: number }) => one.distance)).toEqual(items.map((one: { distance: number }) => one.distance).toSorted((a: number, b: number) => a - b))
    expect(items[0]).toMatchObject({ code: shop.code, isPrivate: true, agencyName: null, custodianName: null, distance: 0, looks: 'YES', retentionDays: 7, exportBy: 'TECHNICIAN', openNow: expect.any(Boolean) })
    expect(Object.keys(items[0])).not.toContain('ownerId')
    expect(await product.db.auditEntry.count({ where: { action: 'privateCamera.seen', subject: `camera:${shop.id}` } })).toBe(1)
  })

  it.each([['a radius of 300 m', '/footage/near?latitude=14&longitude=100&radius=300'], ['no place', '/footage/near?radius=100'], ['a latitude past the pole', '/footage/near?latitude=91&longitude=100&radius=100'], ['half a time', '/footage/cameras?codes=15-00001&from=2026-11-20T10:00:00Z'], ['no codes', '/footage/cameras']])('%s is refused', async (_, path) => {
    expect(await outcome(3, path)).toBe('inputInvalid')
  })

  it('by code are found in every spelling, six and not seven, with since when they are broken', async () => {
    const six = cameras.slice(0, 6).map(({ code }) => code)
    expect((await asked(3, `/footage/cameras?codes=${six.join(',')}`)).body.items.map((one: { code: string }) => one.code)).toEqual(six)
    expect(await outcome(3, `/footage/cameras?codes=${cameras.map(({ code }) => code).join(',')}`)).toBe('footageTooMany')
    expect(await outcome(3, '/footage/cameras?codes=ตลาด')).toBe('footageCameraUnknown')
    expect(await outcome(3, '/footage/cameras?codes=15-99999')).toBe('footageCameraUnknown')
    const thai = cameras[0]!.code.replace(/\d/g, digit => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!).replace('-', '')
    expect((await asked(3, `/footage/cameras?codes=${encodeURIComponent(thai)}&from=${from.toISOString()}&to=${after(HOUR)}`)).body.items).toMatchObject([{ code: cameras[0]!.code, brokenSince: null }])
    const broken = await product.db.camera.findFirstOrThrow({ where: { ownership: 'PUBLIC', status: 'DAMAGED', statusSince: { lt: from }, agencyId: { not: station } } })
    expect((await asked(3, `/footage/cameras?codes=${broken.code}&from=${from.toISOString()}&to=${after(HOUR)}`)).body.items[0].brokenSince).toEqual(expect.any(String))
  })
})

describe('a request', () => {
  it('is stored with a time for each camera, as the chat stores it', async () => {
    const list = [...of(cameras.slice(0, 1)), { cameraId: shop.id, from: after(-HOUR), to: after(HOUR) }]
    const { body } = await asked(3, requests, form({ cameras: list }))
    expect(body).toEqual({ requestId: expect.any(String), number: expect.stringMatching(/^R-\d{4}-\w{5}$/), waits: false })
    const stored = await product.db.footageRequest.findUniqueOrThrow({ where: { id: body.requestId }, include: { items: { orderBy: { id: 'asc' } } } })
    expect(stored).toMatchObject({ number: body.number, caseNumber: 'คดีอาญาที่ 123/2569', placeText: 'ปากซอยหลังวัด', latitude: 14.5876, state: 'SUBMITTED', caseMessageId: null })
    expect(stored.items.map(({ cameraId, from, to }) => ({ cameraId, from: from.toISOString(), to: to.toISOString() }))).toEqual(list)
  })

  it('is one when it is sent again with its key, and needs no place', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const alone = form({ placeText: '', latitude: null, longitude: null })
    const first = await asked(3, requests, alone, headers)
    expect(await asked(3, requests, alone, headers)).toEqual(first)
    expect(await product.db.footageRequest.count()).toBe(1)
    expect(await outcome(3, requests, alone)).toBe('footageAgain')
  })

  it('joins what a colleague asks: the custodian is asked once', async () => {
    await asked(3, requests, form())
    const { id: userId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(8) } })
    const { id } = await product.db.membership.create({ data: { userId, role: 'POLICE', provinceCode: '15', agencyId: station } })
    expect(await outcome(8, requests, form())).toBe(200)
    expect(new Set((await product.db.footageItem.findMany()).map(({ askId }) => askId)).size).toBe(1)
    await product.db.membership.delete({ where: { id } })
  })

  it.each([
    ['21 cameras', () => ({ cameras: of(Array.from({ length: 21 }, () => ({ id: randomUUID() }))) }), 'cameras'],
    ['no camera', () => ({ cameras: [] }), 'cameras'],
    ['the same camera twice', () => ({ cameras: [...of(cameras.slice(0, 1)), ...of(cameras.slice(0, 1))] }), 'cameras'],
    ['no case number', () => ({ caseNumber: ' ' }), 'caseNumber'],
    ['a case number of 101 characters', () => ({ caseNumber: 'ก'.repeat(101) }), 'caseNumber'],
    ['a purpose of 1,001 characters', () => ({ purpose: 'ก'.repeat(1001) }), 'purpose'],
    ['an unknown legal basis', () => ({ legalBasis: 'CPC_1' }), 'legalBasis'],
    ['half a point', () => ({ longitude: null }), 'longitude'],
    ['a time that is none', () => ({ cameras: [{ cameraId: cameras[0]!.id, from: 'yesterday', to: after(0) }] }), 'cameras.0.from'],
  ])('with %s is refused, and says at which field', async (_, given, path) => {
    const { status, body } = await asked(3, requests, form(given()))
    expect([status, body.code, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, 'inputInvalid', [path]])
  })

  it.each([
    ['six cameras', () => ({ cameras: of(cameras.slice(0, 6)) }), 200],
    ['seven cameras', () => ({ cameras: of(cameras) }), 'footageTooMany'],
    ['three hours', () => ({ cameras: of(cameras.slice(0, 1), after(3 * HOUR)) }), 200],
    ['three hours and a minute', () => ({ cameras: of(cameras.slice(0, 1), after(3 * HOUR + MINUTE)) }), 'footageTooLong'],
    ['an end before its beginning', () => ({ cameras: of(cameras.slice(0, 1), after(-MINUTE)) }), 'footageEndFirst'],
    ['no length', () => ({ cameras: of(cameras.slice(0, 1), after(0)) }), 'footageEndFirst'],
    ['a time to come', () => ({ cameras: [{ cameraId: cameras[0]!.id, from: after(DAY + HOUR), to: after(DAY + 2 * HOUR) }] }), 'footageFuture'],
    ['a station that is not one’s own', () => ({ agencyId: randomUUID() }), 'notAllowed'],
    ['a camera that is not there', () => ({ cameras: [{ ...of(cameras.slice(0, 1))[0]!, cameraId: randomUUID() }] }), 'footageCameraUnknown'],
  ])('for %s: %s', async (_, given, expected) => {
    expect(await outcome(3, requests, form(given()))).toBe(expected)
    expect(await product.db.footageRequest.count()).toBe(expected === 200 ? 1 : 0)
  })

  it('says why not in the language of whoever asks', async () => {
    const json = form({ cameras: of(cameras.slice(0, 1), after(3 * HOUR + MINUTE)) })
    await product.db.user.update({ where: { lineUserId: lineId(3) }, data: { language: 'EN' } })
    const english = (await asked(3, requests, json)).body.detail as string
    await product.db.user.update({ where: { lineUserId: lineId(3) }, data: { language: 'TH' } })
    expect(english).toMatch(/3 hours/)
    expect((await asked(3, requests, json)).body.detail).toContain('3 ชั่วโมง')
  })
})

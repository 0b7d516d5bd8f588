import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostPhotos } from '../../../domain/photos/room'
import { photo } from '../../helpers/photo'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let official: Client
let other: Client
let agency: string
beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  ;[official, other] = [await signedIn(product, 1), await signedIn(product, 2)]
  agency = (await read(await official.ask('/survey/agencies'))).items[0].id
})
afterAll(() => product.stop())

const read = async (answer: Response): Promise<any> => answer.json()
const place = { name: 'หน้าโรงเรียนวัดโพสะ', latitude: 14.5801, longitude: 100.4502 }
const newSite = async (by = official) => read(await by.ask('/sites', { json: { ...place, id: randomUUID(), agencyId: agency } }))
const newCamera = async () => read(await official.ask('/cameras', { json: { id: randomUUID(), siteId: (await newSite()).id, kind: 'FIXED' } }))
const patch = (id: string, json: object, headers = {}) => official.ask(`/cameras/${id}`, { method: 'PATCH', json, headers })

describe('the survey over the API', () => {
  it('shows an agency its sites, and what each camera lacks', async () => {
    const { items } = await read(await official.ask('/survey/agencies'))
    expect(items).toMatchObject([{ th: 'อบต.โพสะ', provinceCode: '15' }])
    const page = await read(await official.ask(`/survey/sites?agency=${agency}&limit=2`))
    expect(page.items).toHaveLength(2)
    expect(page.items[0].cameras[0]).toMatchObject({ code: expect.stringMatching(/^15-\d{5}$/), completeness: expect.any(Number), missing: expect.any(Array) })
    expect((await read(await official.ask(`/survey/sites?agency=${agency}&cursor=${page.next}`))).items[0].id).not.toBe(page.items[0].id)
    expect((await other.ask(`/survey/sites?agency=${agency}`)).status).toBe(403)
    expect((await official.ask(`/survey/sites?agency=${agency}&limit=101`)).status).toBe(422)
    expect((await client(product).ask(`/survey/sites?agency=${agency}`)).status).toBe(401)
  })

  it('knows the official names of places, and where one most likely is', async () => {
    const { districts, agencies } = await read(await official.ask('/survey/areas?province=15'))
    expect([districts.length, districts[0].th, agencies.length]).toEqual([7, 'เมืองอ่างทอง', 55])
    const site = await product.db.site.findFirstOrThrow({ where: { subdistrictCode: { not: null } } })
    const near = `latitude=${site.latitude}&longitude=${site.longitude}`
    expect(await read(await official.ask(`/survey/subdistrict?province=15&${near}`))).toEqual({ subdistrictCode: site.subdistrictCode })
    expect(await read(await official.ask('/survey/subdistrict?province=15&latitude=8&longitude=100'))).toEqual({ subdistrictCode: null })
    expect((await official.ask('/survey/areas?province=99')).status).toBe(404)
  })

  it('takes every field at its limits, and refuses what lies past them with a sentence at the field', async () => {
    const { id } = await newCamera()
    const most = { label: 'ก'.repeat(100), assetNumber: 'x'.repeat(60), megapixels: 500, direction: 359, fieldOfView: 360, range: 5000, retentionDays: 3650, costSatang: 100_000_000_000, upgradeNeeded: 'ข'.repeat(500), custodianHours: 'ค'.repeat(100), installed: '1980-01' }
    expect((await patch(id, { version: 1, ...most })).status).toBe(200)
    const past = { label: 'ก'.repeat(101), assetNumber: 'x'.repeat(61), megapixels: 500.1, direction: 360, fieldOfView: 361, range: 5001, retentionDays: 3651, costSatang: 100_000_000_001, upgradeNeeded: 'ข'.repeat(501), custodianHours: 'ค'.repeat(101), installed: '1979-12' }
    const refused = await read(await patch(id, { version: 2, ...past }))
    expect(refused).toMatchObject({ status: 422, code: 'inputInvalid' })
    expect(refused.errors.map(({ path }: { path: string }) => path).sort()).toEqual(Object.keys(past).sort())
    expect((await read(await patch(id, { version: 2, unknownField: 1 }))).errors).toEqual([{ path: 'unknownField', detail: 'ไม่รู้จักช่องนี้' }])
  })

  it('keeps HTML as the words it is', async () => {
    const words = '<script>alert(1)</script> & "หน้าวัด"'
    const { id } = await read(await official.ask('/sites', { json: { ...place, name: words, id: randomUUID(), agencyId: agency } }))
    expect((await read(await official.ask(`/survey/sites/${id}`))).facts.name).toBe(words)
  })

  it('tells the second of two editors that it was changed', async () => {
    const { id } = await newCamera()
    expect(await read(await patch(id, { version: 1, retentionDays: 15 }))).toMatchObject({ version: 2, facts: { retentionDays: 15 } })
    expect(await read(await patch(id, { version: 1, retentionDays: 30 }))).toMatchObject({ status: 409, code: 'changedMeanwhile' })
  })

  it('wants a reason where something does not work or goes', async () => {
    const { id } = await newCamera()
    const status = (json: object) => official.ask(`/cameras/${id}/status`, { method: 'PUT', json })
    expect(await read(await status({ version: 1, status: 'DAMAGED' }))).toMatchObject({ errors: [{ path: 'reason', detail: 'กรอกช่องนี้' }] })
    expect(await read(await status({ version: 1, status: 'DAMAGED', reason: 'ฟ้าผ่า' }))).toMatchObject({ status: 'DAMAGED' })
    expect((await status({ version: 2, status: 'REMOVED', reason: 'x' })).status).toBe(422)
    const removal = (json: object) => official.ask(`/cameras/${id}/removal`, { json })
    expect((await removal({ version: 2, reason: 'x'.repeat(501) })).status).toBe(422)
    expect(await read(await removal({ version: 2, reason: 'x'.repeat(500) }))).toMatchObject({ status: 'REMOVED' })
    expect(await read(await official.ask(`/cameras/${id}/removal`, { method: 'DELETE' }))).toMatchObject({ status: 'DAMAGED' })
    expect(await read(await official.ask(`/cameras/${id}/repair`, { json: { symptom: 'NO_PICTURE' } }))).toMatchObject({ repair: { number: expect.stringMatching(/^W-/), state: 'NEW' } })
  })
})

describe('a place that is being typed', () => {
  const checked = async (query: object, by = official) => read(await by.ask(`/checks?${new URLSearchParams({ province: '15', latitude: '14.5801', longitude: '100.4502', ...query })}`))

  it('is looked over as in the return: the borders, the district, and a camera there that looks the same way', async () => {
    expect(await checked({})).toEqual({ findings: [] })
    expect(await checked({ latitude: '13.7563' })).toMatchObject({ findings: [{ code: 'outsideProvince', level: 'error', field: 'latitude' }] })
    expect(await checked({ subdistrict: '150505' })).toMatchObject({ findings: [{ code: 'farFromSubdistrict', level: 'warning', params: { km: expect.any(Number) } }] })
    const there = await newCamera()
    await patch(there.id, { version: 1, direction: 90 })
    expect(await checked({ direction: '100' })).toEqual({ findings: [{ code: 'tooClose', level: 'warning', field: 'direction', params: { code: there.code } }] })
    expect(await checked({ direction: '101' })).toEqual({ findings: [] })
    expect(await checked({ direction: '90', latitude: '14.58013' })).toEqual({ findings: [] })
    // It is not asked about itself.
    expect(await checked({ direction: '90', camera: there.id })).toEqual({ findings: [] })
  })

  it('is looked over for those alone who fill something in there', async () => {
    expect(await checked({ province: '14' })).toMatchObject({ status: 403, code: 'notAllowed' })
    expect(await checked({}, await signedIn(product, 8))).toMatchObject({ status: 403, code: 'notAllowed' })
    expect((await client(product).ask('/checks?province=15&latitude=14.58&longitude=100.45')).status).toBe(401)
    expect(await checked({ latitude: '90.1', direction: '360' })).toMatchObject({ status: 422, errors: [{ path: 'latitude' }, { path: 'direction' }] })
  })
})

describe('a request with an idempotency key', () => {
  it('is done once, and answered the same when it is sent again, also at the same moment', async () => {
    const { id } = await newCamera()
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all([1, 2, 3].map(async () => read(await patch(id, { version: 1, retentionDays: 15 }, key))))
    expect(answers).toMatchObject([1, 2, 3].map(() => ({ version: 2, facts: { retentionDays: 15 } })))
    expect(await product.db.change.count({ where: { subject: `camera:${id}`, action: 'changed' } })).toBe(1)
  })

  it('is refused for another request, and for what is no key; another person has keys of their own', async () => {
    const { id } = await newCamera()
    const key = { 'idempotency-key': randomUUID() }
    await patch(id, { version: 1, retentionDays: 15 }, key)
    expect(await read(await patch(id, { version: 2, retentionDays: 30 }, key))).toMatchObject({ status: 422, code: 'keyUsed' })
    expect(await read(await patch(id, { version: 2, retentionDays: 30 }, { 'idempotency-key': '1' }))).toMatchObject({ status: 422, code: 'keyInvalid' })
    expect((await other.ask('/me', { method: 'PATCH', json: { language: 'TH' }, headers: key })).status).toBe(204)
    expect((await other.ask('/me', { method: 'PATCH', json: { language: 'TH' }, headers: key })).status).toBe(204)
  })

  it('is tried anew when it was refused: nothing of it was done', async () => {
    const { id } = await newCamera()
    const key = { 'idempotency-key': randomUUID() }
    expect((await patch(id, { version: 2, retentionDays: 15 }, key)).status).toBe(409)
    await patch(id, { version: 1, retentionDays: 15 })
    expect((await patch(id, { version: 2, retentionDays: 15 }, key)).status).toBe(200)
  })
})

describe('photos of a camera', () => {
  const send = (camera: string, id: string, body: Uint8Array, by = official) => by.ask(`/cameras/${camera}/photos/${id}`, { method: 'PUT', body: body as BodyInit, headers: { 'content-type': 'image/jpeg' } })

  it('are stored without what the phone wrote into them, once, shown by a signed link, and taken back', async () => {
    const [{ id }, photoId] = [await newCamera(), randomUUID()]
    expect([(await send(id, photoId, await photo())).status, (await send(id, photoId, await photo())).status]).toEqual([204, 204])
    const { photos } = await read(await official.ask(`/survey/cameras/${id}`))
    expect(photos).toMatchObject([{ id: photoId, state: 'STORED' }])
    const bytes = await (await fetch(photos[0].full.replace(/^https?:\/\/[^/]+/, product.url))).arrayBuffer()
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
    expect((await send(id, randomUUID(), await photo(), other)).status).toBe(403)
    expect((await other.ask(`/cameras/${id}/photos/${photoId}`, { method: 'DELETE' })).status).toBe(403)
    expect((await official.ask(`/cameras/${id}/photos/${photoId}`, { method: 'DELETE' })).status).toBe(204)
    expect((await read(await official.ask(`/survey/cameras/${id}`))).photos).toEqual([])
    expect(await read(await send(id, photoId, await photo()))).toMatchObject({ code: 'notFound' })
  })

  it('must be photos of at most 10 MB, and no more than ten', async () => {
    const { id } = await newCamera()
    expect(await read(await send(id, randomUUID(), new TextEncoder().encode('<svg onload="alert(1)"/>')))).toMatchObject({ status: 422, code: 'notAPhoto' })
    expect(await read(await send(id, randomUUID(), new Uint8Array(10_000_001)))).toMatchObject({ status: 413, code: 'photoTooLarge' })
    const one = await photo(32)
    for (let n = 0; n < mostPhotos; n++) expect((await send(id, randomUUID(), one)).status).toBe(204)
    expect(await read(await send(id, randomUUID(), one))).toMatchObject({ status: 409, code: 'tooManyPhotos' })
    expect((await client(product).ask(`/cameras/${id}/photos/${randomUUID()}`, { method: 'PUT', body: 'x' })).status).toBe(401)
  })
})

describe('a form that is not finished', () => {
  const form = 'camera:new:01'
  const keep = (data: object, by = official) => by.ask(`/drafts/${form}`, { method: 'PUT', json: { data } })
  const draft = async (by = official) => (await read(await by.ask(`/drafts/${form}`))).draft

  it('is kept for its owner alone, and forgotten', async () => {
    await keep({ label: 'หัน' })
    await keep({ label: 'หันไปทางตลาด' })
    expect([await draft(), await draft(other)]).toMatchObject([{ data: { label: 'หันไปทางตลาด' } }, null])
    expect((await official.ask(`/drafts/${form}`, { method: 'DELETE' })).status).toBe(204)
    expect(await draft()).toBeNull()
  })

  it('is not offered any more once what it was to make is there', async () => {
    const id = randomUUID()
    await keep({ id, label: 'x' })
    await official.ask('/cameras', { json: { id, siteId: (await newSite()).id } })
    expect(await draft()).toBeNull()
  })

  it('has at most 50,000 characters', async () => {
    expect((await keep({ a: 'x'.repeat(50_000 - 8) })).status).toBe(200)
    expect(await read(await keep({ a: 'x'.repeat(50_000 - 7) }))).toMatchObject({ status: 422, code: 'inputInvalid' })
    expect((await official.ask('/drafts/no%20form', { method: 'PUT', json: { data: {} } })).status).toBe(422)
  })
})

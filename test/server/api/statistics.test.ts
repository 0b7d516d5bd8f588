import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../../../prisma/seed/demo/people'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let [market, shop] = [{ id: '', code: '' }, { id: '', code: '' }]
const people: Record<number, Client> = {}

/** A log of the police officer of the demo. */
async function log(number: string, item: object | null, place: object = {}): Promise<void> {
  const { agencyId } = await product.db.membership.findFirstOrThrow({ where: { userId: personId(3), role: 'POLICE' } })
  const now = new Date()
  await product.db.footageRequest.create({
    data: { number, provinceCode: '15', officerId: personId(3), agencyId: agencyId!, logged: true, noCamera: item === null, state: 'UNAVAILABLE', ...place, ...item && { items: { create: { askId: crypto.randomUUID(), from: new Date(now.getTime() - 60_000), to: now, answerBy: now, ...item } } } },
  })
}

beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) people[n] = await signedIn(product, n)
  market = await product.db.camera.findFirstOrThrow({ where: { site: { name: 'หน้าตลาดสุวพันธุ์' }, ownership: 'PUBLIC' } })
  shop = await product.db.camera.findFirstOrThrow({ where: { ownership: 'PRIVATE' } })
  await product.db.privateCamera.updateMany({ data: { check: 'CONFIRMED' } })
  await log('R-6911-AAAAA', { cameraId: market.id, state: 'RECEIVED', complete: true })
  await log('R-6911-BBBBB', { cameraId: market.id, state: 'UNAVAILABLE', cause: 'OVERWRITTEN' })
  await log('R-6911-CCCCC', { cameraId: shop.id, state: 'REFUSED' })
  await log('R-6911-DDDDD', null, { latitude: 14.5877, longitude: 100.4524 })
  await product.db.riskPoint.create({ data: { provinceCode: '15', agencyId: (await product.db.membership.findFirstOrThrow({ where: { role: 'POLICE' } })).agencyId!, officerId: personId(3), kind: 'CRIME', placeText: 'หลังตลาด', latitude: 14.5878, longitude: 100.4524 } })
})
afterAll(() => product.stop())

async function get(n: number, path: string) {
  const answer = await people[n]!.ask(path)
  return { status: answer.status, body: await answer.json() as any }
}

describe('/api/footage-statistics', () => {
  it('is for police, secretary and committee of the province, and closed to everybody else', async () => {
    for (let n = 1; n <= 8; n++) {
      const may = [3, 5, 7].includes(n) ? 200 : 403
      expect((await get(n, '/footage-statistics?province=15')).status, `person ${n}`).toBe(may)
      for (const format of ['csv', 'geojson', 'xlsx']) expect((await people[n]!.ask(`/footage-statistics/export/${format}?province=15`)).status, `person ${n}`).toBe(may)
      expect((await get(n, '/footage-statistics?province=14')).status, `person ${n}`).toBe(403)
    }
    expect((await client(product).ask('/footage-statistics?province=15')).status).toBe(401)
    expect((await get(3, '/footage-statistics?province=15')).body).toMatchObject({ totals: { requests: 2, got: 1, private: 1, missed: { OVERWRITTEN: 1, REFUSED: 0 } }, uncoveredTotal: 1, privateDistricts: null })
    expect(await product.db.auditEntry.count({ where: { action: 'footageStatistics.exported' } })).toBe(9)
  })

  it('does not know the suspended, and tells the national office nothing of private cameras or who asked', async () => {
    await product.db.membership.updateMany({ where: { role: 'POLICE' }, data: { suspendedAt: new Date() } })
    expect((await (await signedIn(product, 3)).ask('/footage-statistics?province=15')).status).toBe(403)
    await product.db.membership.updateMany({ where: { role: 'POLICE' }, data: { suspendedAt: null } })
    await product.db.membership.updateMany({ where: { role: 'COMMITTEE' }, data: { role: 'NATIONAL' } })
    const national = await signedIn(product, 7)
    const text = await (await national.ask('/footage-statistics?province=15&by=camera')).text()
    expect(JSON.parse(text)).toMatchObject({ totals: { requests: 2, private: null, outside: null }, stations: null, privateDistricts: [] })
    expect(text).not.toContain(shop.code)
    expect(await (await national.ask('/footage-statistics/export/csv?province=15&by=camera')).text()).not.toContain(shop.code)
    await product.db.membership.updateMany({ where: { role: 'NATIONAL' }, data: { role: 'COMMITTEE' } })
  })

  it('leaves as a file what is filtered: places, and those that no camera covers', async () => {
    const csv = await (await people[3]!.ask('/footage-statistics/export/csv?province=15&by=camera')).text()
    expect(csv.split('\r\n')[0]).toContain('ขอดูภาพ (ครั้ง)')
    expect(csv).toContain(`${market.code}`)
    expect(csv).toMatch(new RegExp(`กล้องเอกชน,,${shop.code},.*,1,,,,`))
    const { features } = await (await people[5]!.ask('/footage-statistics/export/geojson?province=15')).json() as any
    expect(features.map((feature: any) => [feature.geometry.type, feature.properties.what, feature.properties.requests])).toEqual([['Point', 'กล้องของราชการ', 2], ['Point', 'กล้องเอกชน', 1], ['Point', 'ไม่มีกล้องครอบคลุม', 1]])
  })

  it.each(['province=1', 'province=15&from=2026-13', 'province=15&from=2026-02&to=2026-01', 'province=15&from=2020-01&to=2025-01', 'province=15&district=15', 'province=15&by=officer', 'province=15&officer=1'])('refuses %s', async (query) => {
    expect((await get(3, `/footage-statistics?${query}`)).status).toBe(422)
  })

  it('takes the most months that it can', async () => {
    expect((await get(3, '/footage-statistics?province=15&from=2020-02&to=2025-01')).body.months).toHaveLength(60)
  })
})

describe('what speaks for a camera', () => {
  it('is on a camera’s page for those who may see statistics', async () => {
    for (let n = 1; n <= 8; n++) expect((await get(n, `/register/${market.code}`)).body.demand, `person ${n}`).toBe([3, 5, 7].includes(n) ? 2 : null)
    for (const n of [3, 5]) expect((await get(n, `/register/${shop.code}`)).body.demand, `person ${n}`).toBe(1)
    expect((await get(7, `/register/${shop.code}`)).status).toBe(404)
  })

  it('is counted around a place: as numbers for who proposes points there, for nobody else', async () => {
    for (let n = 1; n <= 8; n++) {
      const { body } = await get(n, '/proposals/near?latitude=14.5876&longitude=100.4523')
      expect(body.around, `person ${n}`).toEqual([1, 2, 3, 5, 7].includes(n) ? { within: 200, uncovered: 1, riskPoints: 1 } : null)
      expect(body.cameras[0].demand === null, `person ${n}`).toBe(![3, 5, 7].includes(n))
    }
    expect((await get(1, '/proposals/near?latitude=14.60&longitude=100.46')).body.around).toMatchObject({ uncovered: 0, riskPoints: 0 })
  })

  it('is on the map of proposals: points without a camera for officials, too, risk points not', async () => {
    for (let n = 1; n <= 8; n++) {
      const { body } = await get(n, '/proposals/need')
      expect([body.uncovered.length, body.riskPoints.length], `person ${n}`).toEqual([[1, 2, 3, 5, 7].includes(n) ? 1 : 0, [3, 5, 7].includes(n) ? 1 : 0])
    }
    expect(Object.keys((await get(1, '/proposals/need')).body.uncovered[0])).toEqual(['latitude', 'longitude', 'count'])
  })
})

import type { Actor } from '../../../domain/act'
import type { CameraStatus, Db, Ownership } from '../../../prisma/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetKey } from '../../../domain/cameras/code'
import { foldSpelling } from '../../../domain/cameras/folding'
import { cameraByCode, cameraCard, camerasByAsset, camerasById, findCamera, nearestCameras, searchCameras, stickersFor } from '../../../domain/cameras/queries'
import { searchKey, searchKeyOf } from '../../../domain/cameras/spelling'
import { Refusal } from '../../../domain/refusal'
import { Prisma } from '../../../prisma/client'
import { freshDb } from '../../helpers/database'

const now = new Date('2026-11-23T02:00:00Z')
const market = { latitude: 14.5896, longitude: 100.4549 }
const metre = 1 / 111_195
const away = (north: number, east: number) => ({ latitude: market.latitude + north * metre, longitude: market.longitude + east * metre / Math.cos(market.latitude * Math.PI / 180) })

interface Given { at?: { latitude: number, longitude: number }, label?: string, status?: CameraStatus, ownership?: Ownership, asset?: string, agency?: string | null, code?: string, province?: string }

let db: Db
let drop: () => Promise<void>
let town: string
let pohsa: string
let counter = 0

const act = (actor: Actor | null = null) => ({ db, actor, now }) as { db: Db, actor: Actor, now: Date }
const english: Actor = { userId: '0', language: 'EN', memberships: [] }

async function camera(siteName: string, { at = market, label = '', status = 'NORMAL', ownership = 'PUBLIC', asset, agency = town, code, province = '15' }: Given = {}) {
  const site = await db.site.create({ data: { name: siteName, ...at, provinceCode: province, subdistrictCode: province === '15' ? '150101' : null } })
  return db.camera.create({ data: { code: code ?? `${province}-${String(90_000 + ++counter)}`, siteId: site.id, label, status, ownership, agencyId: agency, assetNumber: asset, assetKey: asset && assetKey(asset) } })
}

/** Starts again with no cameras. */
async function empty() {
  await db.faultReport.deleteMany()
  await db.workOrder.deleteMany()
  await db.camera.deleteMany()
  await db.site.deleteMany()
}

beforeAll(async () => {
  const fresh = await freshDb()
  db = fresh.database.db
  drop = fresh.drop
  await db.province.createMany({ data: [{ code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' }, { code: '14', nameTh: 'พระนครศรีอยุธยา', nameEn: 'Ayutthaya' }] })
  await db.district.create({ data: { code: '1501', provinceCode: '15', nameTh: 'เมืองอ่างทอง', nameEn: 'Mueang Ang Thong' } })
  await db.subdistrict.create({ data: { code: '150101', districtCode: '1501', nameTh: 'ตลาดหลวง', nameEn: 'Talat Luang' } })
  town = (await db.agency.create({ data: { name: 'เทศบาลเมืองอ่างทอง', nameEn: 'Ang Thong Town', provinceCode: '15', kind: 'MUNICIPALITY' } })).id
  pohsa = (await db.agency.create({ data: { name: 'อบต.โพสะ', provinceCode: '15', kind: 'SUBDISTRICT_ORGANISATION' } })).id
})
afterAll(() => drop())

describe('the nearest cameras', () => {
  it('come nearest first in metres, with direction, up to the limit and within the distance', async () => {
    await empty()
    const made = [await camera('ก', { at: away(0, 300) }), await camera('ข', { at: away(-200, 0) }), await camera('ค', { at: away(100, 0) }), await camera('ง', { at: away(700, 700) })]
    const found = await nearestCameras(act(), market)
    expect(found.map(({ id }) => id)).toEqual([made[2]!.id, made[1]!.id, made[0]!.id, made[3]!.id])
    expect(found.map(({ distance }) => Math.round(distance!))).toEqual([100, 200, 300, 990])
    expect(found.map(({ toward, bearing }) => `${toward} ${bearing}`)).toEqual(['N 0', 'S 180', 'E 90', 'NE 45'])
    expect((await nearestCameras(act(), { ...market, limit: 2 })).length).toBe(2)
    expect((await nearestCameras(act(), { ...market, within: 250 })).map(({ siteName }) => siteName)).toEqual(['ค', 'ข'])
    expect(await nearestCameras(act(), { ...market, within: 99 })).toEqual([])
  })

  it('are measured on the ground: a degree east is shorter than a degree north', async () => {
    await empty()
    for (let i = 0; i < 12; i++) await camera(`เหนือ ${i}`, { at: away(1000 + i, 0) })
    const east = await camera('ตะวันออก', { at: away(0, 990) })
    const found = await nearestCameras(act(), { ...market, limit: 1 })
    expect(found.map(({ id }) => id)).toEqual([east.id])
  })

  it('are public ones that stand, of any province, in a stable order on one pole', async () => {
    await empty()
    await camera('ส่วนตัว', { ownership: 'PRIVATE' })
    await camera('ถอดแล้ว', { status: 'REMOVED' })
    const here = [await camera('เสาเดียว', { code: '15-00002' }), await camera('เสาเดียว', { code: '15-00001', status: 'DAMAGED' }), await camera('อยุธยา', { code: '14-00001', province: '14', agency: null })]
    const found = await nearestCameras(act(), market)
    expect(found.map(({ code }) => code)).toEqual(['14-00001', '15-00001', '15-00002'])
    expect(found.map(({ agencyName }) => agencyName)).toEqual([null, 'เทศบาลเมืองอ่างทอง', 'เทศบาลเมืองอ่างทอง'])
    expect(found[1]!.status).toBe('DAMAGED')
    expect(here.length).toBe(3)
  })

  it('are none where there are no cameras at all', async () => {
    await empty()
    expect(await nearestCameras(act(), market)).toEqual([])
  })

  it('use the index of positions', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT "id" FROM "Site" ORDER BY point("longitude", "latitude") <-> point(100.4::float8, 14.5::float8) LIMIT 10`
    })
    expect(JSON.stringify(plan)).toContain('Site_position')
  })
})

describe('one camera', () => {
  it('is found by its code or id, also when it was removed, and never when it is private', async () => {
    await empty()
    const removed = await camera('วัด', { code: '15-00012', status: 'REMOVED', asset: 'ทม. ๐๑/๒' })
    const secret = await camera('ร้าน', { code: '15-00013', ownership: 'PRIVATE', asset: 'SHOP-1' })
    expect(await cameraByCode(act(), '15-00012')).toMatchObject({ id: removed.id, status: 'REMOVED', siteName: 'วัด', districtName: 'เมืองอ่างทอง', subdistrictName: 'ตลาดหลวง', assetNumber: 'ทม. ๐๑/๒', openWorkOrder: null })
    expect(await cameraCard(act(), removed.id)).toMatchObject({ code: '15-00012' })
    expect(await cameraByCode(act(), '15-00013')).toBeNull()
    expect(await cameraCard(act(), secret.id)).toBeNull()
    expect(await cameraByCode(act(), '15-99999')).toBeNull()
    expect(await camerasByAsset(act(), 'SHOP-1')).toEqual([])
    expect((await camerasById(act(), [secret.id, removed.id, '00000000-0000-4000-8000-000000000000'])).map(({ id }) => id)).toEqual([removed.id])
  })

  it('is described in the reader’s language, in Thai where there is no English name', async () => {
    await empty()
    await camera('วัด', { code: '15-00012' })
    await camera('วัด', { code: '15-00014', agency: pohsa })
    expect(await cameraByCode(act(english), '15-00012')).toMatchObject({ agencyName: 'Ang Thong Town', districtName: 'Mueang Ang Thong', subdistrictName: 'Talat Luang' })
    expect(await cameraByCode(act(english), '15-00014')).toMatchObject({ agencyName: 'อบต.โพสะ' })
  })

  it('shows its open repair, told to the agency or not, with the people who reported it; an ended one does not count', async () => {
    await empty()
    const { id } = await camera('วัด', { code: '15-00012' })
    const order = async (number: string, state: 'NEW' | 'CLOSED' | 'REPAIRED') => db.workOrder.create({ data: { number, provinceCode: '15', cameraId: id, symptom: 'NO_PICTURE', dueAt: now, state } })
    await order('W-1', 'CLOSED')
    expect((await cameraCard(act(), id))!.openWorkOrder).toBeNull()
    const open = await order('W-2', 'NEW')
    const people = await Promise.all([1, 2].map(n => db.user.create({ data: { lineUserId: `U${n}` } })))
    for (const [i, reporter] of [...people, people[0]!].entries()) { await db.faultReport.create({ data: { number: `F-${i}`, provinceCode: '15', cameraId: id, symptom: 'NO_PICTURE', reporterId: reporter.id, workOrderId: open.id, releaseAt: now } }) }
    expect((await cameraCard(act(), id))!.openWorkOrder).toEqual({ id: open.id, number: 'W-2', state: 'NEW', dueAt: now, reporters: 2 })
    await db.workOrder.update({ where: { id: open.id }, data: { state: 'REPAIRED', cause: 'CABLE', costSatang: 0n, repairedAt: now } })
    expect((await cameraCard(act(), id))!.openWorkOrder!.state).toBe('REPAIRED')
  })
})

describe('cameras by words of their place', () => {
  beforeAll(async () => {
    await empty()
    for (const [name, given] of [
      ['หน้าตลาดสุวพันธุ์', {}],
      ['หลังตลาดสุวพันธุ์', {}],
      ['หน้าตลาดโพธิ์ทอง', { at: away(12_000, 0), agency: pohsa }],
      ['หน้า ร.ร. ศาลามีชัย', { label: 'ตัวที่ 1' }],
      ['หน้า ร.ร. ศาลามีชัย', { label: 'ตัวที่ 12' }],
      ['สี่แยกวัดไชโย', {}],
      ['สะพานอ่างทอง', { label: 'หันไปทางน้ำตก' }],
      ['ซอยเก่า', { status: 'REMOVED' }],
    ] as [string, Given][]) await camera(name, given)
  })

  const names = async (text: string, near?: { latitude: number, longitude: number }) => (await searchCameras(act(), { text, near })).map(({ siteName, label }) => [siteName, label].filter(Boolean).join(' '))

  it('finds those at the market by “the market’s front”, the front ones first', async () => {
    expect(await names('หน้าตลาด')).toEqual(['หน้าตลาดสุวพันธุ์', 'หน้าตลาดโพธิ์ทอง', 'หลังตลาดสุวพันธุ์'].sort((a, b) => Number(b.startsWith('หน้า')) - Number(a.startsWith('หน้า'))))
    expect((await names('กล้องหน้าตลาดดับ')).slice(0, 2).sort()).toEqual(['หน้าตลาดสุวพันธุ์', 'หน้าตลาดโพธิ์ทอง'].sort())
  })

  it.each([
    ['wrong tone marks', 'หนาตลาดสุวพันธุ์', 'หน้าตลาดสุวพันธุ์'],
    ['letters that sound alike', 'หน้าตลาดสุวพันทุ', 'หน้าตลาดสุวพันธุ์'],
    ['a long form for a short one', 'โรงเรียนศาลามีชัย', 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1'],
    ['a short form without dots', 'รร.ศาลามีชัย', 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1'],
    ['a digit for a word', '4แยกวัดไชโย', 'สี่แยกวัดไชโย'],
    ['Thai digits', 'ศาลามีชัย ตัวที่ ๑๒', 'หน้า ร.ร. ศาลามีชัย ตัวที่ 12'],
    ['two letters for one', 'สี่เเยกวัดไชโย', 'สี่แยกวัดไชโย'],
    ['the label', 'น้ำตก', 'สะพานอ่างทอง หันไปทางน้ำตก'],
    ['one wrong letter', 'สะพามอ่างทอง', 'สะพานอ่างทอง หันไปทางน้ำตก'],
  ])('is found in spite of %s', async (_, typed, found) => {
    expect((await names(typed))[0]).toBe(found)
  })

  it('puts the nearest first among those that fit equally', async () => {
    expect((await names('หน้าตลาด', away(12_000, 100)))[0]).toBe('หน้าตลาดโพธิ์ทอง')
    expect((await names('หน้าตลาด', market))[0]).toBe('หน้าตลาดสุวพันธุ์')
  })

  it('gives the same order each time, and no more than asked for', async () => {
    const once = await names('ตลาด')
    expect(await names('ตลาด')).toEqual(once)
    expect((await searchCameras(act(), { text: 'ตลาด', limit: 2 })).length).toBe(2)
  })

  it.each(['สวัสดีครับ', 'ขอบคุณมาก', '', '   ', '!!!', '😀😀', '%', '_', '\\', '\'; DROP TABLE "Camera"', 'ซอยเก่า'])('finds none for %j', async (text) => {
    expect(await names(text)).toEqual([])
  })

  it('finds none for very long texts', async () => {
    for (const text of ['5'.repeat(5000), 'กล้อง'.repeat(1000)]) expect(await names(text)).toEqual([])
  })

  it('has the same search key in the database as in the program', async () => {
    const texts = ['หน้า ร.ร. ศาลามีชัย ตัวที่ ๑', 'เเยกวัดไชโย', 'น้ำตก', 'นํ้าตก', 'ซ.ภูมิใจ (ใหม่)', '7-Eleven #2', 'กาญจน์ ฎู ฏ ฐาน ฑ ฒ ณ ญ ๅ', '"quoted" \'x\' \\ % _']
    const rows = await db.$queryRaw<{ key: string }[]>(Prisma.sql`SELECT ${searchKeyOf('t')} AS key FROM unnest(${texts}::text[]) WITH ORDINALITY AS x (t, n) ORDER BY n`)
    expect(rows.map(({ key }) => key)).toEqual(texts.map(searchKey))
    expect(foldSpelling('นํ้าเเข็ง')).toBe('น้ำแข็ง')
  })
})

describe('whatever a person typed', () => {
  beforeAll(async () => {
    await empty()
    await camera('หน้าตลาดสุวพันธุ์', { code: '15-00012', asset: 'NSS-01' })
    await camera('หน้าตลาดโพธิ์ทอง', { code: '15-00013', asset: '1500077', agency: pohsa })
    await camera('วัดต้นสน', { code: '15-00014', asset: 'นสร ๑' })
    await camera('วัดป่าโมก', { code: '15-00015', asset: 'นสร 1', agency: pohsa })
  })
  const found = async (text: string, options = {}) => {
    const result = await findCamera(act(), text, options)
    return result.kind === 'one' ? result.camera.code : result.kind === 'none' ? 'none' : result.cameras.map(({ code }) => code).sort()
  }

  it('is tried as a code, then as an asset number, then as a place', async () => {
    expect(await found('กล้อง ๑๕-๐๐๐๑๒ ไม่มีภาพ')).toBe('15-00012')
    expect(await found('nss 01')).toBe('15-00012')
    expect(await found('กล้อง NSS-01 เสีย')).toBe('15-00012')
    expect(await found('15-00077')).toBe('15-00013')
    expect(await found('วัดต้นสน')).toBe('15-00014')
    expect(await found('ตลาด')).toEqual(['15-00012', '15-00013'])
    expect(await found('15-00099')).toBe('none')
    expect(await found('อะไรก็ไม่รู้')).toBe('none')
  })

  it('may fit several cameras: the same asset number of two agencies, one’s own first', async () => {
    expect(await found('นสร 1')).toEqual(['15-00014', '15-00015'])
    const own = await camerasByAsset(act({ userId: '0', language: 'TH', memberships: [{ role: 'OFFICIAL', provinceCode: '15', agencyId: pohsa }] }), 'นสร 1')
    expect(own.map(({ code }) => code)).toEqual(['15-00015', '15-00014'])
  })

  it('is a place with certainty only when every telling word fits one camera', async () => {
    expect(await found('วัดต้นสนใหญ่ยักษ์')).toEqual(expect.arrayContaining(['15-00014']))
    expect((await findCamera(act(), 'วัดต้นโพธิ์ใหญ่')).kind).not.toBe('one')
  })

  it('is not searched as a place when only numbers are wanted', async () => {
    expect(await found('วัดต้นสน', { exactly: true })).toBe('none')
    expect(await found('NSS-01', { exactly: true })).toBe('15-00012')
  })
})

describe('stickers', () => {
  it('are listed by code for an agency or a province, for those in charge only', async () => {
    await empty()
    await camera('ข', { code: '15-00002', label: 'หันไปทางวัด' })
    await camera('ก', { code: '15-00001' })
    await camera('ค', { code: '15-00003', agency: pohsa })
    await camera('ง', { code: '15-00004', status: 'REMOVED' })
    await camera('จ', { code: '15-00005', ownership: 'PRIVATE' })
    const codes = async (of: Parameters<typeof stickersFor>[1], actor: Actor | null = null) => (await stickersFor(act(actor), of)).map(({ code }) => code)
    expect(await stickersFor(act(), { agencyId: town })).toEqual([
      { code: '15-00001', siteName: 'ก', label: '', agencyName: 'เทศบาลเมืองอ่างทอง' },
      { code: '15-00002', siteName: 'ข', label: 'หันไปทางวัด', agencyName: 'เทศบาลเมืองอ่างทอง' },
    ])
    expect(await codes({ provinceCode: '15' })).toEqual(['15-00001', '15-00002', '15-00003'])
    expect(await codes({ provinceCode: '15', codes: ['15-00003', '15-00004', '15-77777'] })).toEqual(['15-00003'])
    const member = (role: 'OFFICIAL' | 'SECRETARY' | 'TECHNICIAN', agencyId: string | null, provinceCode = '15'): Actor => ({ userId: '0', language: 'TH', memberships: [{ role, provinceCode, agencyId }] })
    expect(await codes({ agencyId: town }, member('OFFICIAL', town))).toEqual(['15-00001', '15-00002'])
    expect(await codes({ agencyId: town }, member('SECRETARY', null))).toEqual(['15-00001', '15-00002'])
    for (const stranger of [member('OFFICIAL', pohsa), member('SECRETARY', null, '14'), member('TECHNICIAN', town)]) {
      await expect(codes({ agencyId: town }, stranger)).rejects.toThrow(Refusal)
      await expect(codes({ provinceCode: '15' }, stranger)).rejects.toThrow(Refusal)
    }
  })
})

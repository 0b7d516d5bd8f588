import type { FreshDb } from '../helpers/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedPlaces } from '../../prisma/seed/places'
import * as corrections from '../../prisma/seed/places/corrections'
import { readPlaces } from '../../prisma/seed/places/read'
import { freshDb } from '../helpers/database'

let fresh: FreshDb
beforeAll(async () => {
  fresh = await freshDb()
  await seedPlaces(fresh.database)
})
afterAll(() => fresh.drop())

it('Thailand has 77 provinces, 928 districts and the 7,436 subdistricts of the official list but for three', async () => {
  const { db } = fresh.database
  expect(await db.province.count()).toBe(77)
  expect(await db.district.count()).toBe(928)
  // 7,433 official ones and nine that were abolished and have no successor of that name.
  expect(await db.subdistrict.count()).toBe(7442)
})

it('every place has its official code and a name in both languages', async () => {
  const { db } = fresh.database
  const places = [
    ...await db.province.findMany(),
    ...(await db.district.findMany()).map(one => ({ ...one, within: one.provinceCode })),
    ...(await db.subdistrict.findMany()).map(one => ({ ...one, within: one.districtCode })),
  ]
  expect(places.filter(({ nameTh }) => !/^[ก-๛][ก-๛.-]*$/.test(nameTh))).toEqual([])
  expect(places.filter(({ nameEn }) => !/^[A-Z][A-Za-z'().-]*(?: [A-Za-z'().-]+)*$/.test(nameEn))).toEqual([])
  expect(places.filter(place => 'within' in place && !place.code.startsWith(place.within))).toEqual([])
})

it.each([
  ['103604', 'ดอนเมือง', 'Don Mueang', '10210'],
  ['150111', 'โพสะ', 'Phosa', '14000'],
  ['150601', 'ไผ่จำศีล', 'Phai Cham Sin', '14110'],
  ['100101', 'พระบรมมหาราชวัง', 'Phra Borom Maha Ratchawang', '10200'],
  ['961001', 'สุไหงโก-ลก', 'Su-ngai Kolok', '96120'],
  ['303202', 'ท่าช้าง', 'Tha Chang', '30230'],
])('%s is %s, %s, postcode %s', async (code, nameTh, nameEn, postcode) => {
  expect(await fresh.database.db.subdistrict.findUnique({ where: { code } })).toMatchObject({ nameTh, nameEn, postcode })
})

it('a subdistrict stands only in the district it belongs to today', async () => {
  const thaChang = await fresh.database.db.subdistrict.findMany({ where: { nameTh: 'ท่าช้าง', districtCode: { startsWith: '30' } } })
  expect(thaChang.map(({ code }) => code)).toEqual(['303202'])
})

it('every correction is of a place that exists', async () => {
  const { provinces, districts, subdistricts } = await readPlaces()
  const codes = new Set(subdistricts.map(({ code }) => code))
  const names = new Set(subdistricts.map(({ nameTh }) => nameTh))
  const areas = new Set([...provinces, ...districts].map(({ nameTh }) => nameTh))
  const { missing, thaiNames, postcodes, english, englishAreas } = corrections
  expect(Object.keys({ ...missing, ...thaiNames, ...postcodes }).filter(code => !codes.has(code))).toEqual([])
  expect(Object.keys(english).filter(name => !names.has(name))).toEqual([])
  expect(Object.keys(englishAreas).filter(name => !areas.has(name))).toEqual([])
})

it('seeding again writes nothing; a changed row is put right with the next edition, and only that one', async () => {
  const { db, pool } = fresh.database
  expect(await seedPlaces(fresh.database)).toEqual({ provinces: 0, districts: 0, subdistricts: 0 })
  await db.province.update({ where: { code: '15' }, data: { lastCamera: 7 } })
  await db.subdistrict.update({ where: { code: '150111' }, data: { nameEn: 'Po Sa' } })
  await db.subdistrict.delete({ where: { code: '150112' } })
  await pool.query('COMMENT ON TABLE "Subdistrict" IS \'an earlier edition\'')
  expect(await seedPlaces(fresh.database)).toEqual({ provinces: 0, districts: 0, subdistricts: 2 })
  expect(await db.subdistrict.findUnique({ where: { code: '150111' } })).toMatchObject({ nameEn: 'Phosa' })
  expect(await db.province.findUnique({ where: { code: '15' } })).toMatchObject({ lastCamera: 7 })
})

it('two processes that seed at once do it once', async () => {
  const other = await freshDb()
  const written = await Promise.all([seedPlaces(other.database), seedPlaces(other.database)])
  expect(written.map(({ provinces }) => provinces).sort()).toEqual([0, 77])
  await other.drop()
})

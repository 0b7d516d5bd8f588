import type { Act } from '../act'
import type { Label } from '../labels/label'
import type { Place } from './geo'
import { Refusal } from '../refusal'
import { distanceBetween } from './geo'

/** The official names of a province's districts and subdistricts, by their codes, and its agencies, by name. */
export interface ProvinceAreas {
  districts: (Label & { code: string, subdistricts: (Label & { code: string })[] })[]
  agencies: (Label & { id: string })[]
}

/** What is chosen from when something of a province is described. Refused as `provinceUnknown`. */
export async function areasOf({ db }: Act, provinceCode: string): Promise<ProvinceAreas> {
  const [districts, agencies] = await Promise.all([
    db.district.findMany({ where: { provinceCode }, orderBy: { code: 'asc' }, select: { code: true, nameTh: true, nameEn: true, subdistricts: { orderBy: { code: 'asc' }, select: { code: true, nameTh: true, nameEn: true } } } }),
    db.agency.findMany({ where: { provinceCode }, orderBy: { name: 'asc' }, select: { id: true, name: true, nameEn: true } }),
  ])
  if (!districts.length) throw new Refusal('provinceUnknown')
  const label = ({ nameTh: th, nameEn: en }: { nameTh: string, nameEn: string }): Label => ({ th, en })
  return {
    districts: districts.map(({ code, subdistricts, ...names }) => ({ code, ...label(names), subdistricts: subdistricts.map(({ code, ...names }) => ({ code, ...label(names) })) })),
    agencies: agencies.map(({ id, name, nameEn }) => ({ id, th: name, en: nameEn ?? name })),
  }
}

/** How far an installation point tells anything about where a place lies, metres. */
const telling = 5_000

/** The subdistrict (code) that a place of a province most likely lies in: that of the nearest site within 5 km; null when there is none. */
export async function subdistrictNear({ db }: Act, provinceCode: string, { latitude, longitude }: Place): Promise<string | null> {
  const [site] = await db.$queryRaw<(Place & { subdistrictCode: string })[]>`
    SELECT "subdistrictCode", "latitude", "longitude" FROM (
      SELECT * FROM "Site" WHERE "ownership" = 'PUBLIC' ORDER BY point("longitude", "latitude") <-> point(${longitude}::float8, ${latitude}::float8) LIMIT 50) near
    WHERE "provinceCode" = ${provinceCode} AND "subdistrictCode" IS NOT NULL AND "removedAt" IS NULL
    ORDER BY ("latitude" - ${latitude}::float8) ^ 2 + ("longitude" - ${longitude}::float8) ^ 2 LIMIT 1`
  return site && distanceBetween(site, { latitude, longitude }) <= telling ? site.subdistrictCode : null
}

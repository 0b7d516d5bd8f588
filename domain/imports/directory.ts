import type { Act, ClockAct } from '../act'
import { searchKey } from '../cameras/spelling'
import { agencyKey, likeness } from '../people/agencySearch'
import { Misread } from './cell'

/** The names that a province's files may use. */
export interface Directory {
  /** The agency of this name. Throws Misread with the likeliest one. */
  agency: (text: string) => string
  /** The code of the subdistrict of this name or code, within the district where one is named. Throws Misread. */
  subdistrict: (text: string, district: string | null) => string
}

interface Agency { id: string, name: string, nameEn: string | null }
interface Subdistrict { code: string, nameTh: string, nameEn: string, districtTh: string, districtEn: string }

const before = /^(?:ตำบล|แขวง|ต\.|อำเภอ|เขต|อ\.|tambon |amphoe |subdistrict |district )\s*/i
const bare = (text: string) => searchKey(text.trim().replace(before, ''))

/** Makes one of what the database has. */
export function directoryOf(agencies: Agency[], subdistricts: Subdistrict[]): Directory {
  const byName = new Map(agencies.flatMap(({ id, name, nameEn }) => [name, ...nameEn ? [nameEn] : []].map(name => [agencyKey(name), id] as const)))
  const bySubdistrict = new Map<string, Subdistrict[]>()
  for (const one of subdistricts) {
    for (const name of new Set([bare(one.nameTh), bare(one.nameEn)])) bySubdistrict.set(name, [...bySubdistrict.get(name) ?? [], one])
  }
  const codes = new Set(subdistricts.map(({ code }) => code))
  return {
    agency(text) {
      const key = agencyKey(text)
      const found = byName.get(key)
      if (found) return found
      const best = agencies.map(agency => ({ name: agency.name, score: likeness(key, agencyKey(agency.name)) })).sort((a, b) => b.score - a.score)[0]
      throw best && best.score > 0.4 ? new Misread('agencyLike', { name: best.name }) : new Misread('agencyUnknown')
    },
    subdistrict(text, district) {
      if (codes.has(text)) return text
      const found = bySubdistrict.get(bare(text)) ?? []
      const inDistrict = district === null ? found : found.filter(({ districtTh, districtEn }) => [bare(districtTh), bare(districtEn)].includes(bare(district)))
      const distinct = [...new Set(inDistrict.map(({ code }) => code))]
      if (!distinct.length) throw new Misread('subdistrictUnknown')
      if (distinct.length > 1) throw new Misread('subdistrictTwice', { districts: [...new Set(inDistrict.map(({ districtTh }) => districtTh))].join(', ') })
      return distinct[0]!
    },
  }
}

/** The directory of a province. */
export async function directory({ db }: Act | ClockAct, provinceCode: string): Promise<Directory> {
  const agencies = await db.agency.findMany({ where: { provinceCode }, select: { id: true, name: true, nameEn: true } })
  const subdistricts = await db.subdistrict.findMany({ where: { district: { provinceCode } }, select: { code: true, nameTh: true, nameEn: true, district: { select: { nameTh: true, nameEn: true } } } })
  return directoryOf(agencies, subdistricts.map(({ district, ...one }) => ({ ...one, districtTh: district.nameTh, districtEn: district.nameEn })))
}

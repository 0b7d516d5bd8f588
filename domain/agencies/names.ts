import { AgencyKind } from '../enums'

/** How names of agencies begin, by what they are; the first that fits. */
const beginnings: [RegExp, AgencyKind][] = [
  [/^(?:อบต|องค์การบริหารส่วนตำบล)/, AgencyKind.SUBDISTRICT_ORGANISATION],
  [/^(?:อบจ|องค์การบริหารส่วนจังหวัด)/, AgencyKind.PROVINCIAL_ORGANISATION],
  [/^(?:เทศบาล|ท[ตมน]\.)/, AgencyKind.MUNICIPALITY],
  [/^(?:สภ|สน|สทล|สภ\.อ)\.|^(?:สถานีตำรวจ|ตำรวจ|กองบังคับการตำรวจ|ภ\.?จว)/, AgencyKind.POLICE],
  [/^(?:โรงเรียน|รร\.|วิทยาลัย|มหาวิทยาลัย|ศูนย์พัฒนาเด็ก|ศพด)/, AgencyKind.SCHOOL],
  [/^(?:โรงพยาบาล|รพ\.|สาธารณสุขอำเภอ|สสอ)/, AgencyKind.HOSPITAL],
  [/^(?:แขวงทางหลวง|หมวดทางหลวง|สำนักงานทางหลวง|ขท\.)/, AgencyKind.HIGHWAYS],
  [/^(?:ที่ทำการปกครองอำเภอ|ที่ว่าการอำเภอ|อำเภอ|อ\.)/, AgencyKind.DISTRICT_OFFICE],
  [/^(?:ที่ทำการปกครองจังหวัด|ศาลากลาง|จังหวัด|สำนักงาน\S*จังหวัด)/, AgencyKind.PROVINCIAL_OFFICE],
]

/** What an agency most likely is, by how its name begins: `อบต.โพสะ` is a subdistrict administrative organisation. */
export function kindOf(name: string): AgencyKind {
  return beginnings.find(([beginning]) => beginning.test(name))?.[1] ?? AgencyKind.OTHER
}

/** The names in a list as people paste it: one on each line, without bullets and numbers before them. Each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/\r?\n/).map(line => line.normalize('NFC').replace(/^\s*(?:[-*•·]|[(（]?[\d๐-๙]{1,4}[.)）]|[\d๐-๙]{1,4}\s)\s*/, '').replace(/\s+/g, ' ').trim())
  return [...new Set(names.filter(Boolean))]
}

import type { Language, Prisma, Role } from '../../client'
import { createHash } from 'node:crypto'
import { menuFor } from '../../../domain/people/rules'
import { agencyId, idOf } from './ids'
import { minutes } from './minutes'

/** Somebody of the demo who can be played in the simulator. */
export interface DemoPerson {
  /** LINE id, `U` + 32 digits. */
  id: string
  name: string
  role: { th: string, en: string }
  /** Of their LINE app. */
  language: 'th' | 'en'
}

const lineId = (n: number): string => `U${String(n).padStart(32, '0')}`

/** The demo's people; the last has never written, so the product does not know them yet. */
export const demoPeople: DemoPerson[] = [
  { id: lineId(1), name: 'วันเพ็ญ ทองสุข', role: { th: 'เจ้าหน้าที่ อบต.โพสะ', en: 'Official, Phosa Subdistrict Organisation' }, language: 'th' },
  { id: lineId(2), name: 'ธนกฤต แก้วมณี', role: { th: 'เจ้าหน้าที่เทศบาลเมืองอ่างทอง', en: 'Official, Ang Thong Town Municipality' }, language: 'th' },
  { id: lineId(3), name: 'ร.ต.อ.ปิยะ มั่นคง', role: { th: 'ตำรวจ สภ.เมืองอ่างทอง', en: 'Police officer, Mueang Ang Thong' }, language: 'th' },
  { id: lineId(4), name: 'มาลี ตั้งเจริญกิจ', role: { th: 'เจ้าของร้านทองหน้าตลาดสุวพันธุ์', en: 'Gold shop owner at Suwaphan market' }, language: 'th' },
  { id: lineId(5), name: 'นภาพร วงศ์สุวรรณ', role: { th: 'เลขานุการ สำนักงานจังหวัดอ่างทอง', en: 'Secretary, Ang Thong Provincial Office' }, language: 'th' },
  { id: lineId(6), name: 'สมศักดิ์ บุญมี', role: { th: 'ช่างกล้อง เทศบาลเมืองอ่างทองและ อบต.โพสะ', en: 'Camera technician, town and Phosa' }, language: 'th' },
  { id: lineId(7), name: 'อนันต์ พิทักษ์ธรรม', role: { th: 'กรรมการ CCTV จังหวัด (ใช้ภาษาอังกฤษ)', en: 'Member of the provincial committee' }, language: 'en' },
  { id: lineId(8), name: 'กมลชนก แสงดี', role: { th: 'ประชาชน ยังไม่เคยทักมา', en: 'Nobody yet: has never written' }, language: 'th' },
]

const roles: [n: number, role: Role, agency?: string][] = [
  [1, 'OFFICIAL', 'อบต.โพสะ'],
  [2, 'OFFICIAL', 'เทศบาลเมืองอ่างทอง'],
  [3, 'POLICE', 'สภ.เมืองอ่างทอง'],
  [4, 'OWNER'],
  [5, 'SECRETARY'],
  [6, 'TECHNICIAN', 'เทศบาลเมืองอ่างทอง'],
  [6, 'TECHNICIAN', 'อบต.โพสะ'],
  [7, 'COMMITTEE'],
]

/** Agencies whose repairs the demo tells of besides those of persons 1 and 2. */
const others = [
  'องค์การบริหารส่วนจังหวัดอ่างทอง',
  'เทศบาลตำบลป่าโมก',
  'เทศบาลตำบลวิเศษไชยชาญ',
  'เทศบาลตำบลโพธิ์ทอง',
  'เทศบาลตำบลไชโย',
  'เทศบาลตำบลแสวงหา',
  'เทศบาลตำบลสามโก้',
  'เทศบาลตำบลศาลาแดง',
  'อบต.บ้านอิฐ',
  'อบต.อินทประมูล',
  'โรงพยาบาลอ่างทอง',
]

const officials = ['ประเสริฐ นาคทอง', 'สุภาวดี ศรีสมบูรณ์', 'วิชัย รุ่งเรือง', 'กัญญา พุ่มพวง', 'ณรงค์ เกตุแก้ว', 'รัตนา ใจกล้า', 'บุญเลิศ ชูชาติ', 'ศิริพร มีสุข', 'ทวี ทองคำ', 'จันทนา บัวงาม', 'อภิชาติ เลิศวิทย์']
const technicians = ['เอกชัย สายไฟ', 'มานพ ช่างเหล็ก', 'ชูศักดิ์ แสงทอง']
const citizens = ['สมหญิง ชื่นใจ', 'วีระ ทองดี', 'ลำดวน สุขเกษม', 'ไพโรจน์ คงมั่น', 'พรทิพย์ ดีงาม', 'สุรชัย ม่วงศรี', 'นิตยา โพธิ์ทอง', 'ชาญวิทย์ ปานแก้ว', 'อรุณี เพชรดี', 'สมพงษ์ ยิ้มแย้ม', 'ดวงใจ กลิ่นหอม', 'ปรีชา วงษ์ทอง', 'เพ็ญศรี นิลวงศ์', 'สมบัติ ทรัพย์มาก', 'ยุพิน อยู่เย็น', 'ธีรพงษ์ เจริญสุข', 'จิราพร ฟ้าใส', 'วิโรจน์ สิงห์ทอง', 'กาญจนา แก้วใส', 'บัญชา พงษ์พันธุ์', 'ละออ จันทร์หอม', 'ณัฐพล บุญชู', 'สายใจ พันธุ์ดี', 'เกรียงไกร สุขสม']

/** The database id of the demo person with this number, 1–7. */
export const personId = (n: number): string => idOf('person', n)

type User = Prisma.UserCreateManyInput & { id: string }

/** Who reports and repairs in the demo's history. */
export interface Cast {
  users: User[]
  memberships: Prisma.MembershipCreateManyInput[]
  /** Ids of those who work for an agency, by its id. */
  crews: Map<string, { official: string, technician: string }>
  citizens: string[]
}

/** All users of the demo with their memberships, and what part they play. */
export function buildCast(createdAt: Date): Cast {
  const memberships = roles.map(([n, role, agency]) => membership(personId(n), role, agency, createdAt))
  const played: User[] = demoPeople.slice(0, 7).map(({ id, name, language }, i) => ({
    id: personId(i + 1),
    lineUserId: id,
    displayName: name,
    language: language.toUpperCase() as Language,
    menuWanted: menuFor(memberships.filter(({ userId }) => userId === personId(i + 1)).map(({ role, provinceCode }) => ({ role, provinceCode, agencyId: null }))),
    reachable: true,
    createdAt,
  }))
  const crews = new Map([
    [agencyId('อบต.โพสะ'), { official: personId(1), technician: personId(6) }],
    [agencyId('เทศบาลเมืองอ่างทอง'), { official: personId(2), technician: personId(6) }],
  ])
  for (const [i, agency] of others.entries()) {
    const crew = { official: idOf('official', i), technician: idOf('technician', i % technicians.length) }
    crews.set(agencyId(agency), crew)
    memberships.push(membership(crew.official, 'OFFICIAL', agency, createdAt), membership(crew.technician, 'TECHNICIAN', agency, createdAt))
  }
  const users = [
    ...played,
    ...officials.map((name, i) => unplayed(idOf('official', i), name, createdAt)),
    ...technicians.map((name, i) => unplayed(idOf('technician', i), name, createdAt)),
    ...citizens.map((name, i) => unplayed(idOf('citizen', i), name, createdAt)),
  ]
  return { users, memberships, crews, citizens: citizens.map((_, i) => idOf('citizen', i)) }
}

/** Nobody plays them in the simulator, so nothing is to be sent to them. */
function unplayed(id: string, displayName: string, createdAt: Date): User {
  return { id, lineUserId: `U${createHash('sha256').update(id).digest('hex').slice(0, 32)}`, displayName, language: 'TH', menuWanted: 'everyone', reachable: false, createdAt }
}

function membership(userId: string, role: Role, agency: string | undefined, createdAt: Date): Prisma.MembershipCreateManyInput & { userId: string, role: Role } {
  return {
    id: idOf('membership', `${userId} ${role} ${agency}`),
    userId,
    role,
    provinceCode: minutes.provinceCode,
    agencyId: agency ? agencyId(agency) : null,
    createdAt,
  }
}

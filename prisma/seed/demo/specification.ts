import type { CameraKind, Prisma } from '../../client'
import type { DemoAgency } from './agencyShape'
import type { Random } from './random'
import { agencyId } from './ids'

/** Which camera of its place it is, and what all of them share. */
export interface Position {
  /** From 0. */
  n: number
  of: number
  /** Direction of the place's first camera, degrees. */
  first: number
  phone: string | null
  now: Date
  random: Random
}

type Specification = Omit<Prisma.CameraCreateManyInput, 'id' | 'code' | 'siteId' | 'agencyId'>

const kinds: CameraKind[] = ['FIXED', 'FIXED', 'FIXED', 'FIXED', 'FIXED', 'FIXED', 'DOME', 'DOME', 'PTZ', 'PLATE_READER']
const satang = (baht: number): bigint => BigInt(baht) * 100n

/** What the agency knows of one camera; some facts are missing on purpose, as in the answers of real agencies. */
export function specification(agency: DemoAgency, { n, of, first, phone, now, random }: Position): Specification {
  const direction = agency.indoor ? null : (first + Math.round(360 / of) * n) % 360
  const kind = agency.indoor ? 'FIXED' : agency.kind === 'SCHOOL' || agency.kind === 'HOSPITAL' ? 'DOME' : random.pick(kinds)
  const megapixels = random.chance(0.12) ? null : kind === 'PLATE_READER' ? 4 : agency.megapixels ?? 2
  const since = agency.since ?? 2016
  const installed = agency.installed ?? (random.chance(0.15) ? null : `${since + random.between(0, 2)}-${String(random.between(1, 12)).padStart(2, '0')}`)
  const known = random.chance(0.85)
  return {
    label: of === 1 ? '' : `ตัวที่ ${n + 1}`,
    kind,
    technology: agency.analog ? 'ANALOG' : 'IP',
    megapixels,
    nightVision: random.chance(0.9) ? !agency.indoor : null,
    direction: random.chance(0.94) ? direction : null,
    fieldOfView: kind === 'PTZ' ? null : random.pick([70, 80, 90, 100]),
    range: random.pick([20, 30, 30, 50]),
    installed: installed && new Date(`${installed}-01T00:00:00Z`),
    costSatang: random.chance(0.6) ? satang(random.pick([8_500, 12_000, 18_500, 22_000, 34_000])) : null,
    linked: agency.linked ?? null,
    networkName: agency.linked ? agency.network : null,
    upgradeNeeded: agency.analog ? 'เปลี่ยนเป็นกล้องดิจิทัล (IP)' : null,
    upgradeSatang: agency.analog ? satang(15_000) : null,
    recorderKind: agency.analog ? 'DVR' : 'NVR',
    retentionDays: agency.retentionDays ?? null,
    remoteViewing: agency.linked ?? null,
    custodianName: known ? agency.custodian ?? null : null,
    custodianPhone: known && agency.custodian ? phone : null,
    exportBy: agency.exportBy ?? (random.chance(0.8) ? 'STAFF' : null),
    custodianHours: agency.hours ?? null,
    maintainingAgencyId: agency.maintainedBy === null ? null : agencyId(agency.maintainedBy ?? agency.name),
    maintenanceSatang: typeof agency.maintenanceBaht === 'number' ? satang(agency.maintenanceBaht) : null,
    status: 'NORMAL',
    statusSource: 'REPORTED',
    statusSince: new Date(now.getTime() - random.between(30, 400) * 86_400_000),
  }
}

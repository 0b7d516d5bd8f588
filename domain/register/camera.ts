import type { CameraKind, CameraStatus, Cause, StatusSource, Symptom, WorkOrderState, Zone } from '../../prisma/client'
import type { Finding } from '../cameras/checks'
import type { CameraFacts } from '../cameras/facts'
import type { CameraField } from '../cameras/fields'
import type { Place } from '../cameras/geo'
import type { Reader } from '../cameras/sight'
import type { Label } from '../labels/label'
import { checkCamera } from '../cameras/checks'
import { readCameraCode } from '../cameras/code'
import { completenessOf } from '../cameras/completeness'
import { cameraFactsOf, checkedOf } from '../cameras/facts'
import { seesPeople, seesWhole } from '../cameras/sight'
import { shows } from '../owners/rules'
import { Refusal } from '../refusal'
import { bangkokMonth } from '../time/bangkok'

/** Of repairs and photos, the most that a camera's page shows. */
const most = 20

/** A repair that is over, or open. Money in satang. */
export interface PastRepair { number: string, symptom: Symptom, state: WorkOrderState, openedAt: Date, dueAt: Date, repairedAt: Date | null, closedAt: Date | null, cause: Cause | null, costSatang: bigint | null }

/** All that is known of a camera, for those who see all; names are in both languages. */
export interface KnownOfCamera {
  facts: CameraFacts
  maintainingAgency: Label | null
  /** False: who is in charge is left out of the facts. */
  people: boolean
  completeness: number
  missing: CameraField[]
  findings: Finding[]
  statusReason: string | null
  verifiedAt: Date | null
  address: string | null
  repairs: PastRepair[]
  photos: { id: string }[]
}

/** A camera as its page shows it. */
export interface RegisterCamera {
  id: string
  code: string
  label: string
  site: Place & { id: string, name: string, zone: Zone, provinceCode: string, province: Label, district: Label | null, subdistrict: Label | null }
  kind: CameraKind
  direction: number | null
  fieldOfView: number | null
  range: number | null
  agency: (Label & { id: string }) | null
  status: CameraStatus
  statusSource: StatusSource
  statusSince: Date
  hidden: boolean
  /** The repair that is open on it. */
  repair: { state: WorkOrderState, dueAt: Date } | null
  /** Null: not for this reader. */
  known: KnownOfCamera | null
}

const label = (named: { nameTh: string, nameEn: string }): Label => ({ th: named.nameTh, en: named.nameEn })
const agencyLabel = (agency: { name: string, nameEn: string | null }): Label => ({ th: agency.name, en: agency.nameEn ?? agency.name })
const open = { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] as WorkOrderState[] }
const named = { select: { id: true, name: true, nameEn: true } } as const

/** One camera by its code, in any spelling. Refused as `cameraUnknown` also when it is one that the reader does not see: a private one, or of another province. */
export async function registerCamera({ db, sight }: Reader, text: string, now: Date): Promise<RegisterCamera> {
  const row = await db.camera.findUnique({
    where: { code: readCameraCode(text) ?? '' },
    include: {
      agency: named,
      maintainingAgency: named,
      private: { select: { check: true, hiddenAt: true } },
      site: { include: { province: true, subdistrict: { include: { district: true } } } },
      workOrders: { where: { releasedAt: { not: null }, state: open }, take: 1 },
    },
  })
  const hidden = row?.ownership === 'PRIVATE'
  if (!row || (hidden && !(sight.hidden.includes(row.site.provinceCode) && row.private && shows(row.private))) || (sight.only && sight.only !== row.site.provinceCode)) throw new Refusal('cameraUnknown')
  const { site, agency } = row
  const owned = { provinceCode: site.provinceCode, agencyId: row.agencyId }
  const whole = !hidden && seesWhole(sight, owned)
  const [order] = row.workOrders
  return {
    id: row.id,
    code: row.code,
    label: row.label,
    site: { id: site.id, name: site.name, zone: site.zone, latitude: site.latitude, longitude: site.longitude, provinceCode: site.provinceCode, province: label(site.province), district: site.subdistrict && label(site.subdistrict.district), subdistrict: site.subdistrict && label(site.subdistrict) },
    kind: row.kind,
    direction: hidden ? null : row.direction,
    fieldOfView: whole ? row.fieldOfView : null,
    range: whole ? row.range : null,
    agency: agency && { id: agency.id, ...agencyLabel(agency) },
    status: row.status,
    statusSource: row.statusSource,
    statusSince: row.statusSince,
    hidden,
    repair: order ? { state: order.state, dueAt: order.dueAt } : null,
    known: whole ? { ...await more(row.id), ...facts(row), maintainingAgency: row.maintainingAgency && agencyLabel(row.maintainingAgency) } : null,
  }

  function facts(camera: NonNullable<typeof row>): Omit<KnownOfCamera, 'maintainingAgency' | 'repairs' | 'photos'> {
    const people = seesPeople(sight, owned)
    const { percent, missing } = completenessOf(camera)
    return {
      facts: { ...cameraFactsOf(camera), ...!people && { custodianName: null, custodianPhone: null, custodianHours: null } },
      people,
      completeness: percent,
      missing,
      findings: checkCamera(checkedOf(camera, order !== undefined), bangkokMonth(now)),
      statusReason: camera.statusReason,
      verifiedAt: camera.verifiedAt,
      address: camera.site.address,
    }
  }
  async function more(cameraId: string): Promise<Pick<KnownOfCamera, 'repairs' | 'photos'>> {
    const [repairs, photos] = await Promise.all([
      db.workOrder.findMany({ where: { cameraId, releasedAt: { not: null } }, orderBy: [{ openedAt: 'desc' }, { id: 'desc' }], take: most, select: { number: true, symptom: true, state: true, openedAt: true, dueAt: true, repairedAt: true, closedAt: true, cause: true, costSatang: true } }),
      db.attachment.findMany({ where: { cameraId, state: 'STORED' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: most, select: { id: true } }),
    ])
    return { repairs, photos }
  }
}

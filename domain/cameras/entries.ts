import type { CameraStatus, StatusSource, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { SiteCamera } from './agencySites'
import type { Finding } from './checks'
import type { Entry } from './entry'
import type { CameraFacts, SiteFacts } from './facts'
import type { CameraField } from './fields'
import { Refusal } from '../refusal'
import { bangkokMonth } from '../time/bangkok'
import { checkCamera } from './checks'
import { completenessOf } from './completeness'
import { cameraFactsOf, checkedOf, siteFactsOf } from './facts'
import { mayFillIn } from './rights'

/** A site as its form shows it. */
export interface SiteEntry { id: string, version: number, agencyId: string | null, provinceCode: string, removed: boolean, facts: SiteFacts, cameras: Pick<SiteCamera, 'id' | 'code' | 'label' | 'status' | 'completeness'>[] }

/** One site, for those who fill it in. Refused as `siteUnknown`, `notAllowed`. */
export async function siteEntry({ db, actor }: Act, id: string): Promise<SiteEntry> {
  const site = await db.site.findUnique({ where: { id }, include: { cameras: { where: { ownership: 'PUBLIC' }, orderBy: { code: 'asc' } } } })
  if (!site || site.ownership === 'PRIVATE') throw new Refusal('siteUnknown')
  if (!mayFillIn(actor, site)) throw new Refusal('notAllowed')
  const { version, agencyId, provinceCode, removedAt, cameras } = site
  return { id, version, agencyId, provinceCode, removed: removedAt !== null, facts: siteFactsOf(site), cameras: cameras.map(camera => ({ ...camera, completeness: camera.completeness! })) }
}

/** A photo of a camera; `state` tells whether its bytes are there. */
export interface CameraPhoto { id: string, state: 'PENDING' | 'STORED' | 'FAILED' }

/** A camera as its form shows it, with what its checks find. */
export interface CameraEntry {
  id: string
  code: string
  version: number
  site: { id: string, name: string, latitude: number, longitude: number, provinceCode: string, agencyId: string | null }
  facts: CameraFacts
  status: CameraStatus
  statusSource: StatusSource
  statusSince: Date
  statusReason: string | null
  completeness: number
  missing: CameraField[]
  findings: Finding[]
  repair: { number: string, state: WorkOrderState } | null
  photos: CameraPhoto[]
}

/** One camera, for those who fill it in. Refused as `cameraUnknown` and `notAllowed`. */
export async function cameraEntry({ db, actor, now }: Act, id: string): Promise<CameraEntry> {
  const camera: Entry | null = await db.camera.findUnique({ where: { id }, include: { site: true } })
  if (!camera || camera.ownership === 'PRIVATE') throw new Refusal('cameraUnknown')
  if (!mayFillIn(actor, { agencyId: camera.agencyId, provinceCode: camera.site.provinceCode })) throw new Refusal('notAllowed')
  const [repair, photos] = await Promise.all([
    db.workOrder.findFirst({ where: { cameraId: id, state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } }, select: { number: true, state: true } }),
    db.attachment.findMany({ where: { cameraId: id, state: { not: 'ERASED' } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true, state: true } }),
  ])
  const { code, version, site, status, statusSource, statusSince, statusReason } = camera
  const { percent, missing } = completenessOf(camera)
  return {
    id,
    code,
    version,
    site: { id: site.id, name: site.name, latitude: site.latitude, longitude: site.longitude, provinceCode: site.provinceCode, agencyId: site.agencyId },
    facts: cameraFactsOf(camera),
    status,
    statusSource,
    statusSince,
    statusReason,
    completeness: percent,
    missing,
    findings: checkCamera(checkedOf(camera, repair !== null), bangkokMonth(now)),
    repair,
    photos: photos as CameraPhoto[],
  }
}

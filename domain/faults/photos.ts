import type { Act } from '../act'
import { knowsPrivate, shows } from '../owners/rules'
import { Refusal } from '../refusal'
import { standings } from '../workOrders/rules'

/** Where a photo lies that somebody may look at. */
export interface StoredPhoto { storageKey: string, contentType: string }

/**
 * A photo, for whoever sent it in with a report, those who repair once they were told, and of the repair also those who reported it; of a
 * private camera for its owner, and for those who may know of it while it is shown.
 * Refused as `notFound` for anybody else, and when it is not there (any more).
 */
export async function visiblePhoto({ db, actor }: Act, id: string): Promise<StoredPhoto> {
  const workOrder = { select: { provinceCode: true, agencyId: true, assigneeId: true, state: true, releasedAt: true, reports: { where: { reporterId: actor.userId }, select: { id: true } } } } as const
  const photo = await db.attachment.findUnique({
    where: { id },
    select: { state: true, storageKey: true, contentType: true, workOrder, camera: { select: { site: { select: { provinceCode: true } }, private: { select: { ownerId: true, check: true, hiddenAt: true } } } }, faultReport: { select: { reporterId: true, releasedAt: true, workOrder } } },
  })
  if (photo?.state !== 'STORED' || !photo.storageKey) throw new Refusal('notFound')
  const { faultReport, storageKey, contentType, camera } = photo
  if (camera?.private && sees(actor, camera.private, camera.site.provinceCode)) return { storageKey, contentType: contentType ?? 'image/jpeg' }
  const repair = photo.workOrder ?? faultReport?.workOrder
  const isReporter = faultReport ? faultReport.reporterId === actor.userId : !!repair?.reports.length
  const repairs = repair?.releasedAt && (!faultReport || faultReport.releasedAt) && standings(actor, repair).length > 0
  if (!isReporter && !repairs) throw new Refusal('notFound')
  return { storageKey, contentType: contentType ?? 'image/jpeg' }
}

function sees(actor: Act['actor'], own: { ownerId: string, check: string, hiddenAt: Date | null }, provinceCode: string): boolean {
  const by = knowsPrivate(actor, provinceCode)
  return own.ownerId === actor.userId || by === 'SECRETARY' || (by === 'POLICE' && shows(own))
}

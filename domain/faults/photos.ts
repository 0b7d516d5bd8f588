import type { Act } from '../act'
import { Refusal } from '../refusal'
import { standings } from '../workOrders/rules'

/** Where a photo lies that somebody may look at. */
export interface StoredPhoto { storageKey: string, contentType: string }

/**
 * A photo, for whoever sent it in with a report, those who repair once they were told, and of the repair also those who reported it.
 * Refused as `notFound` for anybody else, and when it is not there (any more).
 */
export async function visiblePhoto({ db, actor }: Act, id: string): Promise<StoredPhoto> {
  const workOrder = { select: { provinceCode: true, agencyId: true, assigneeId: true, state: true, releasedAt: true, reports: { where: { reporterId: actor.userId }, select: { id: true } } } } as const
  const photo = await db.attachment.findUnique({
    where: { id },
    select: { state: true, storageKey: true, contentType: true, workOrder, faultReport: { select: { reporterId: true, releasedAt: true, workOrder } } },
  })
  if (photo?.state !== 'STORED' || !photo.storageKey) throw new Refusal('notFound')
  const { faultReport, storageKey, contentType } = photo
  const repair = photo.workOrder ?? faultReport?.workOrder
  const isReporter = faultReport ? faultReport.reporterId === actor.userId : !!repair?.reports.length
  const repairs = repair?.releasedAt && (!faultReport || faultReport.releasedAt) && standings(actor, repair).length > 0
  if (!isReporter && !repairs) throw new Refusal('notFound')
  return { storageKey, contentType: contentType ?? 'image/jpeg' }
}

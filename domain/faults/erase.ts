import type { Act } from '../act'
import { audit } from '../audit'

/** What was erased: keys of photos to remove from the photo store, and the reports it was part of. */
export interface Erased { storageKeys: string[], reportIds: string[] }

/**
 * A person took a LINE message back: its text, place or photo goes from their reports and from what they wrote on repairs, and from
 * notices not yet delivered. That there was a message stays (`erasedAt`, `placeErasedAt`, state ERASED). Nothing happens for an unknown message.
 */
export async function eraseMessage(act: Act, { lineMessageId }: { lineMessageId: string }): Promise<Erased> {
  const { db, now, actor: { userId: reporterId } } = act
  const notes = await db.reportNote.updateManyAndReturn({
    where: { lineMessageId, erasedAt: null, faultReport: { reporterId } },
    data: { text: '', erasedAt: now },
    select: { faultReportId: true },
  })
  const places = await db.faultReport.updateManyAndReturn({
    where: { reporterId, placeMessageId: lineMessageId, placeErasedAt: null },
    data: { placeText: null, latitude: null, longitude: null, placeErasedAt: now },
    select: { id: true },
  })
  const photos = await db.attachment.updateManyAndReturn({
    where: { lineMessageId, uploadedById: reporterId, state: { not: 'ERASED' } },
    data: { state: 'ERASED', sourceUrl: null },
    select: { faultReportId: true, storageKey: true },
  })
  await eraseReasons(act, lineMessageId)
  const reportIds = [...notes.map(note => note.faultReportId), ...places.map(place => place.id), ...photos.flatMap(photo => photo.faultReportId ?? [])]
  if (reportIds.length) await audit(act, ...Array.from(new Set(reportIds), id => ({ action: 'message.erased', subject: `report:${id}`, provinceCode: null })))
  return { storageKeys: photos.flatMap(photo => photo.storageKey ?? []), reportIds: [...new Set(reportIds)] }
}

async function eraseReasons({ db, actor }: Act, lineMessageId: string): Promise<void> {
  const events = await db.workOrderEvent.findMany({ where: { lineMessageId, actorId: actor.userId }, select: { id: true, workOrderId: true, reason: true, kind: true } })
  for (const { id, workOrderId, reason, kind } of events) {
    await db.workOrderEvent.update({ where: { id }, data: { reason: null, data: { erased: true } }, select: { id: true } })
    if (kind === 'WAITING') await db.workOrder.updateMany({ where: { id: workOrderId, waitingNote: reason }, data: { waitingNote: null } })
    await db.$executeRaw`
      UPDATE "Notice" SET "data" = jsonb_set("data", '{reason}', '""')
      WHERE "about" = ${`workOrder:${workOrderId}`} AND "data" ->> 'reason' = ${reason}`
  }
}

import type { z } from 'zod'
import type { Tx } from '../../prisma/client'
import type { Act } from '../act'
import type { OwnReport } from './own'
import type { StoredReport } from './report'
import { Refusal } from '../refusal'
import { due } from '../workOrders/rules'
import { newHost, openHost } from './join'
import { heldReport } from './own'
import { ownIn } from './report'
import { releaseTime } from './rules'
import * as schema from './schema'
import { lockedCamera } from './subject'

/**
 * ยกเลิกเรื่องนี้: nothing is left of the report with anybody, nor of its work order when nobody else reported the same.
 * Only while the agency has not been told, else refused as `withdrawTooLate`.
 * @returns keys of photos to remove from the photo store; their rows are ERASED, or gone where nothing was stored yet
 */
export async function withdraw(act: Act, input: z.input<typeof schema.ownReport>): Promise<{ number: string, storageKeys: string[] }> {
  const { reportId } = schema.ownReport.parse(input)
  const report = await heldReport(act, reportId)
  if (report.releasedAt) throw new Refusal('withdrawTooLate', { number: report.number })
  const photos = await act.db.attachment.findMany({ where: { faultReportId: reportId, storageKey: { not: null } }, select: { storageKey: true } })
  await act.db.attachment.deleteMany({ where: { faultReportId: reportId, storageKey: null } })
  await act.db.attachment.updateMany({ where: { faultReportId: reportId }, data: { state: 'ERASED', lineMessageId: null, sourceUrl: null } })
  await act.db.faultReport.delete({ where: { id: reportId }, select: { id: true } })
  await leave(act.db, report)
  return { number: report.number, storageKeys: photos.flatMap(photo => photo.storageKey ?? []) }
}

/** Another symptom, while the agency has not been told (else refused as `changeTooLate`). */
export async function changeSymptom(act: Act, input: z.input<typeof schema.symptomChange>): Promise<void> {
  const { reportId, symptom } = schema.symptomChange.parse(input)
  const { createdAt } = await changeable(act, reportId)
  await act.db.faultReport.update({ where: { id: reportId }, data: { symptom, releaseAt: releaseTime(createdAt, act.now) }, select: { id: true } })
}

/**
 * Another camera, while the agency has not been told (else refused as `changeTooLate`): the report keeps its number and details.
 * When the same person has reported that camera already, this report goes and that one is given back (`already`).
 */
export async function changeCamera(act: Act, input: z.input<typeof schema.cameraChange>): Promise<StoredReport> {
  const { reportId, cameraId } = schema.cameraChange.parse(input)
  const report = await changeable(act, reportId, [cameraId])
  const subject = await lockedCamera(act, cameraId)
  const open = await openHost(act.db, cameraId, act.actor.userId)
  if (open?.own) {
    if (open.own.id !== reportId) await withdraw(act, { reportId })
    return { ...ownIn(act, subject, open), already: open.own.id !== reportId }
  }
  const host = open ?? await newHost(act, subject, report.symptom, report.createdAt)
  await act.db.faultReport.update({
    where: { id: reportId },
    data: {
      cameraId,
      workOrderId: host.id,
      provinceCode: subject.provinceCode,
      releaseAt: releaseTime(report.createdAt, act.now),
      placeText: null,
      placeMessageId: null,
      latitude: null,
      longitude: null,
    },
    select: { id: true },
  })
  await leave(act.db, report)
  return ownIn(act, subject, (await openHost(act.db, cameraId, act.actor.userId))!)
}

async function changeable(act: Act, reportId: string, cameraIds: string[] = []): Promise<OwnReport> {
  const report = await heldReport(act, reportId, cameraIds)
  if (report.releasedAt) throw new Refusal('changeTooLate', { number: report.number })
  return report
}

/** What becomes of a work order that a report was taken from: gone when nobody else reported it, else as if the next one had been the first. */
async function leave(db: Tx, { workOrderId: id, workOrderReleasedAt, workOrderPriority }: OwnReport): Promise<void> {
  const next = await db.faultReport.findFirst({ where: { workOrderId: id }, orderBy: { createdAt: 'asc' }, include: { province: true } })
  if (!next) {
    await db.workOrder.delete({ where: { id }, select: { id: true } })
  }
  else if (!workOrderReleasedAt) {
    const { symptom, createdAt, province } = next
    await db.workOrder.update({ where: { id }, data: { symptom, openedAt: createdAt, dueAt: due(createdAt, workOrderPriority, province, 0) }, select: { id: true } })
  }
}

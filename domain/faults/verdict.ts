import type { z } from 'zod'
import type { WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { InHand } from '../workOrders/inHand'
import type { OwnReport } from './own'
import { audit } from '../audit'
import { inLanguage } from '../labels/label'
import { workOrderStateLabels } from '../labels/workOrders'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { confirm, reopen } from '../workOrders/close'
import { inHand } from '../workOrders/inHand'
import { openStates, unrepairedStates } from '../workOrders/rules'
import { heldReport } from './own'
import * as schema from './schema'

const DAY = 86_400_000

/** What came of an answer. */
export interface Answered { reportId: string, workOrderId: string, workOrderNumber: string, state: WorkOrderState, dueAt: Date, reopened: boolean }

/**
 * A reporter says whether it works. The first answer counts: ใช้ได้แล้ว closes it, ยังเสียอยู่ opens it again. Later ones:
 * ใช้ได้แล้ว is kept with the report (and confirms what was closed unconfirmed); ยังเสียอยู่ opens it again for as long after
 * closing as the province waits for answers (7 days), then it is refused as `reportAgain`: that is a new fault.
 * Refused as `verdictNotYet` before the repair and after an end without one. ยังเสียอยู่ said again changes nothing.
 */
export async function answerVerdict(act: Act, input: z.input<typeof schema.verdict>): Promise<Answered> {
  const { reportId, verdict, note, lineMessageId } = schema.verdict.parse(input)
  const report = await heldReport(act, reportId)
  const [workOrder] = await inHand(act.db, [report.workOrderId]) as [InHand]
  const { state } = workOrder
  if (verdict === 'STILL_BROKEN' && report.verdict === verdict && unrepairedStates.includes(state)) return { reportId, workOrderId: workOrder.id, workOrderNumber: workOrder.number, state, dueAt: workOrder.dueAt, reopened: true }
  if (!report.releasedAt || (state !== 'REPAIRED' && state !== 'CLOSED')) { throw new Refusal('verdictNotYet', { state: inLanguage(workOrderStateLabels[state], act.actor.language) }) }
  if (verdict === 'STILL_BROKEN' && state === 'CLOSED') await needsReopening(act, workOrder)
  await act.db.faultReport.update({ where: { id: reportId }, data: { verdict, verdictAt: act.now, ...verdict === 'STILL_BROKEN' && { stars: null } }, select: { id: true } })
  await dismiss(act, `workOrder:${workOrder.id}`, ['report.repaired'], act.actor.userId)
  const why = { reason: note, lineMessageId, data: { report: report.number } }
  const after = verdict === 'STILL_BROKEN'
    ? await reopen(act, workOrder, why)
    : state === 'REPAIRED' ? await confirm(act, workOrder) : await confirmLate(act, workOrder, report)
  return { reportId, workOrderId: after.id, workOrderNumber: after.number, state: after.state, dueAt: after.dueAt, reopened: verdict === 'STILL_BROKEN' }
}

/** One to five stars of a reporter for whom it works again; may be changed. Refused as `starsNotYet`. */
export async function giveStars(act: Act, input: z.input<typeof schema.stars>): Promise<void> {
  const { reportId, stars } = schema.stars.parse(input)
  const report = await heldReport(act, reportId)
  if (report.verdict !== 'FIXED' || report.workOrderState !== 'CLOSED') throw new Refusal('starsNotYet')
  await act.db.faultReport.update({ where: { id: reportId }, data: { stars }, select: { id: true } })
  await audit(act, { action: 'report.stars', subject: `report:${reportId}`, provinceCode: report.provinceCode, data: { stars } })
}

/** Passes when a closed repair can be opened again: in time, and the camera has no other open one. */
async function needsReopening(act: Act, { closedAt, province, camera, id }: InHand): Promise<void> {
  const other = camera && await act.db.workOrder.findFirst({ where: { cameraId: camera.id, id: { not: id }, state: { in: [...openStates] } }, select: { number: true } })
  if (other || act.now.getTime() > closedAt!.getTime() + province.confirmDays * DAY) throw new Refusal('reportAgain', { days: province.confirmDays })
}

async function confirmLate(act: Act, workOrder: InHand, report: OwnReport): Promise<InHand> {
  if (workOrder.confirmed) return workOrder
  await act.db.workOrder.update({ where: { id: workOrder.id }, data: { confirmed: true }, select: { id: true } })
  await act.db.workOrderEvent.create({
    data: { workOrderId: workOrder.id, kind: 'CONFIRMED', at: act.now, actorId: act.actor.userId, fromState: 'CLOSED', toState: 'CLOSED', data: { report: report.number } },
    select: { id: true },
  })
  return { ...workOrder, confirmed: true }
}

import type { z } from 'zod'
import type { Tx, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { InHand } from './inHand'
import type { Moved } from './move'
import type { duplication, forwarding, rejection } from './schema'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { findWorkOrder } from './find'
import { inHand } from './inHand'
import { lockWorkOrders } from './lock'
import { moved, record, take, wrongState } from './move'
import { raiseForMany } from './priority'
import { openStates } from './rules'
import * as schema from './schema'
import { levelFor, tellAgency, tellReporters } from './tell'

/** Notices to those who had it: what it spoke of is no longer theirs. */
const forWorkers = ['workOrder.new', 'workOrder.joined', 'workOrder.assigned', 'workOrder.forwarded', 'workOrder.reopened', 'workOrder.overdue'] as const

/**
 * ส่งต่อหน่วยงานอื่น: becomes new at another agency of the province. The due date stays: it was promised to the reporter.
 * Refused as `agencyUnknown`, `agencySame` when it is there already, `privateRepair` of a private camera.
 */
export async function forward(act: Act, input: z.input<typeof forwarding>): Promise<Moved> {
  const { workOrderId, agencyId, reason, lineMessageId } = schema.forwarding.parse(input)
  const workOrder = await take(act, workOrderId, 'forward')
  if (workOrder.agencyId === agencyId) throw new Refusal('agencySame')
  if (await isPrivate(act, workOrder)) throw new Refusal('privateRepair')
  const agency = await act.db.agency.findFirst({ where: { id: agencyId, provinceCode: workOrder.provinceCode }, select: { id: true } })
  if (!agency) throw new Refusal('agencyUnknown')
  const after = await record(act, workOrder, 'forward', {
    change: { agencyId, assigneeId: null, acknowledgedAt: null },
    reason,
    lineMessageId,
    data: { fromAgencyId: workOrder.agencyId, toAgencyId: agencyId },
  })
  await dismiss(act, `workOrder:${workOrderId}`, [...forWorkers])
  await tellAgency(act, after, levelFor(after.priority), data => ({ kind: 'workOrder.forwarded', data: { ...data, reason, from: workOrder.agency } }))
  return moved(after)
}

/** ไม่ใช่ปัญหา: ends it without a repair; the camera is what it was before. */
export async function reject(act: Act, input: z.input<typeof rejection>): Promise<Moved> {
  const { workOrderId, reason, lineMessageId } = schema.rejection.parse(input)
  const workOrder = await take(act, workOrderId, 'reject')
  const after = await record(act, workOrder, 'reject', { change: { closedAt: act.now }, reason, lineMessageId })
  await dismiss(act, `workOrder:${workOrderId}`, [...forWorkers])
  await tellReporters(act, after, 'SOON', data => ({ kind: 'report.rejected', data: { ...data, reason } }))
  return moved(after)
}

/**
 * ซ้ำกับเรื่องอื่น: ends it as the same as another open work order of the province, which gets its reports and followers.
 * Refused as `duplicateUnknown` or `duplicateItself`.
 */
export async function markDuplicate(act: Act, input: z.input<typeof duplication>): Promise<Moved> {
  const { workOrderId, of } = schema.duplication.parse(input)
  const targetId = await findWorkOrder(act.db, of)
  if (targetId === workOrderId) throw new Refusal('duplicateItself')
  await lockWorkOrders(act.db, targetId ? [workOrderId, targetId] : [workOrderId])
  const workOrder = await take(act, workOrderId, 'markDuplicate')
  const [target] = targetId ? await inHand(act.db, [targetId]) : []
  if (!target?.releasedAt || target.provinceCode !== workOrder.provinceCode || await isPrivate(act, target)) throw new Refusal('duplicateUnknown')
  if (!isOpen(target.state)) throw wrongState(act, target.state, 'markDuplicate')
  const after = await record(act, workOrder, 'markDuplicate', { change: { closedAt: act.now, duplicateOfId: target.id }, data: { of: target.number } })
  await dismiss(act, `workOrder:${workOrderId}`, [...forWorkers])
  await tellReporters(act, after, 'SOON', data => ({ kind: 'report.duplicate', data: { ...data, of: target.number } }))
  await moveOver(act.db, workOrder, target)
  await raiseForMany(act, target.id)
  return moved(after)
}

const isOpen = (state: WorkOrderState) => openStates.includes(state)

async function moveOver(db: Tx, from: InHand, to: InHand): Promise<void> {
  await db.faultReport.updateMany({ where: { workOrderId: from.id }, data: { workOrderId: to.id } })
  await db.workOrderFollower.createMany({ data: from.followers.map(userId => ({ userId, workOrderId: to.id })), skipDuplicates: true })
  await db.workOrderFollower.deleteMany({ where: { workOrderId: from.id } })
}

/** Whether it is about a private camera: agencies and other reporters may not know of that. */
async function isPrivate({ db }: Act, { cameraId }: Pick<InHand, 'cameraId'>): Promise<boolean> {
  return cameraId !== null && await db.camera.findFirst({ where: { id: cameraId, ownership: 'PRIVATE' }, select: { id: true } }) !== null
}

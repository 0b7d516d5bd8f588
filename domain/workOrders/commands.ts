import type { z } from 'zod'
import type { Act } from '../act'
import type { Moved } from './move'
import type { assignment, noting, plainMove, prioritising, waiting } from './schema'
import { dismiss, notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { gistOf } from './inHand'
import { moved, record, take, unpaused } from './move'
import { assignableTo } from './people'
import { dueAfter } from './rules'
import * as schema from './schema'
import { levelFor, tellReporters } from './tell'

export { closeUnconfirmed } from './close'
export { follow, followed, followedByMe, unfollow } from './follow'
export { forward, markDuplicate, reject } from './handOver'
export { tellOverdue } from './overdue'
export { repair } from './repair'

/** รับเรื่อง: the agency takes it on. */
export async function acknowledge(act: Act, input: z.input<typeof plainMove>): Promise<Moved> {
  const { workOrderId } = schema.plainMove.parse(input)
  const workOrder = await take(act, workOrderId, 'acknowledge')
  const after = await record(act, workOrder, 'acknowledge', { change: { acknowledgedAt: act.now } })
  await takenOn(act, workOrderId)
  await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.acknowledged', data }))
  return moved(after)
}

/** มอบหมาย: gives it to a technician or an official of the agency; also takes it on when nobody has. Refused as `assigneeUnknown` for anybody else. */
export async function assign(act: Act, input: z.input<typeof assignment>): Promise<Moved> {
  const { workOrderId, assigneeId } = schema.assignment.parse(input)
  const workOrder = await take(act, workOrderId, 'assign')
  if (!(await assignableTo(act.db, workOrder)).some(person => person.userId === assigneeId)) throw new Refusal('assigneeUnknown')
  const isFirst = workOrder.acknowledgedAt === null
  const after = await record(act, workOrder, 'assign', {
    change: { assigneeId, ...isFirst && { acknowledgedAt: act.now } },
    data: { assigneeId },
  })
  await takenOn(act, workOrderId)
  await notify(act, { to: { userId: assigneeId }, level: levelFor(after.priority), kind: 'workOrder.assigned', data: gistOf(after) })
  if (isFirst) await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.acknowledged', data }))
  return moved(after)
}

/** เริ่มซ่อม. Where it was given to nobody, who starts has it. */
export async function start(act: Act, input: z.input<typeof plainMove>): Promise<Moved> {
  const { workOrderId } = schema.plainMove.parse(input)
  const workOrder = await take(act, workOrderId, 'start')
  const after = await record(act, workOrder, 'start', { change: { assigneeId: workOrder.assigneeId ?? act.actor.userId } })
  await tellReporters(act, after, 'SOON', data => ({ kind: 'report.inProgress', data }))
  return moved(after)
}

/** รอ…: the clock stands still until it goes on. */
export async function wait(act: Act, input: z.input<typeof waiting>): Promise<Moved> {
  const { workOrderId, waitingFor, note, lineMessageId } = schema.waiting.parse(input)
  const workOrder = await take(act, workOrderId, 'wait')
  const after = await record(act, workOrder, 'wait', {
    change: { waitingFor, waitingNote: note, waitingSince: act.now },
    reason: note,
    lineMessageId,
    data: { waitingFor },
  })
  await tellReporters(act, after, 'SOON', data => ({ kind: 'report.waiting', data: { ...data, waitingFor } }))
  return moved(after)
}

/** ซ่อมต่อ: the due date moves on by as long as it waited. */
export async function resume(act: Act, input: z.input<typeof plainMove>): Promise<Moved> {
  const { workOrderId } = schema.plainMove.parse(input)
  const workOrder = await take(act, workOrderId, 'resume')
  const after = await record(act, workOrder, 'resume', { change: unpaused(workOrder, act.now) })
  await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.inProgress', data }))
  return moved(after)
}

/** Makes it more or less urgent; the due date follows (`dueAfter`). */
export async function setPriority(act: Act, input: z.input<typeof prioritising>): Promise<Moved> {
  const { workOrderId, priority } = schema.prioritising.parse(input)
  const workOrder = await take(act, workOrderId, 'setPriority')
  if (workOrder.priority === priority) return moved(workOrder)
  const dueAt = dueAfter(workOrder, priority, workOrder.province, act.now)
  return moved(await record(act, workOrder, 'setPriority', {
    change: { priority, dueAt, ...dueAt > act.now && { overdueToldAt: null } },
    data: { from: workOrder.priority, to: priority },
  }))
}

/** A note for those who work on it; reporters do not see it. */
export async function addNote(act: Act, input: z.input<typeof noting>): Promise<Moved> {
  const { workOrderId, text, lineMessageId } = schema.noting.parse(input)
  const workOrder = await take(act, workOrderId, 'addNote')
  return moved(await record(act, workOrder, 'addNote', { reason: text, lineMessageId }))
}

/** Once somebody has taken it on, colleagues who have not heard of it yet need not. */
function takenOn(act: Act, workOrderId: string): Promise<void> {
  return dismiss(act, `workOrder:${workOrderId}`, ['workOrder.new', 'workOrder.forwarded', 'workOrder.joined'])
}

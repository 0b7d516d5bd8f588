import type { CameraStatus, Prisma, WorkOrderState } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { InHand } from './inHand'
import type { Move } from './rules'
import { audit } from '../audit'
import { inLanguage } from '../labels/label'
import { moveLabels, workOrderStateLabels } from '../labels/workOrders'
import { Refusal } from '../refusal'
import { writeEvents } from './events'
import { inferStatus, inHand } from './inHand'
import { lockWorkOrders } from './lock'
import { cameraStatusAt, mayEver, moves, standings } from './rules'

/** What a move leaves behind, for the answer to the one who made it. */
export interface Moved { workOrderId: string, number: string, state: WorkOrderState, dueAt: Date }

/** Takes a work order in hand for a move of a person: locks it and checks that the move can be made; throws what `refusalOf` gives. */
export async function take(act: Act, id: string, move: Move): Promise<InHand> {
  await lockWorkOrders(act.db, [id])
  const [workOrder] = await inHand(act.db, [id])
  const refusal = refusalOf(act, workOrder, move)
  if (refusal) throw refusal
  return workOrder!
}

/**
 * Why the actor cannot make the move: there is no such work order (`notFound`), they may not (`notAllowed`), nobody is responsible
 * where that is needed (`noAgencyYet`), or its state (`workOrderState`). Null when they can.
 */
export function refusalOf(act: Act, workOrder: InHand | undefined, move: Move): Refusal | null {
  if (!workOrder?.releasedAt) return new Refusal('notFound')
  if (!mayEver(move, standings(act.actor, workOrder))) return new Refusal('notAllowed')
  const { from, needsAgency } = moves[move]
  if (needsAgency && workOrder.agencyId === null) return new Refusal('noAgencyYet')
  return from.includes(workOrder.state) ? null : wrongState(act, workOrder.state, move)
}

/** The refusal that says in which state the work order is, and what can therefore not be done. */
export function wrongState({ actor: { language } }: Act, state: WorkOrderState, move: Move): Refusal {
  return new Refusal('workOrderState', { state: inLanguage(workOrderStateLabels[state], language), move: inLanguage(moveLabels[move], language) })
}

/** What comes with a move: the state when the table leaves it open, other columns, why, what the camera is to be. */
export interface Along {
  to?: WorkOrderState
  change?: Prisma.WorkOrderUncheckedUpdateInput
  camera?: CameraStatus | null
  reason?: string
  lineMessageId?: string
  data?: Prisma.InputJsonObject
}

/** Makes the move: the work order, its event, the camera's status, the audit log. Gives the work order as it is then. */
export async function record(act: Act | ClockAct, workOrder: InHand, move: Move, along: Along = {}): Promise<InHand> {
  const { id, state: fromState, provinceCode } = workOrder
  const { reason, lineMessageId, data = {} } = along
  const toState = along.to ?? moves[move].to ?? fromState
  const inferred = toState === fromState ? null : cameraStatusAt(toState)
  const status = along.camera ?? (inferred === 'BEFORE' ? workOrder.statusBefore : inferred)
  await Promise.all([
    act.db.workOrder.update({ where: { id }, data: { ...along.change, state: toState }, select: { id: true } }),
    writeEvents(act, { workOrderId: id, kind: moves[move].event, actorId: act.actor?.userId ?? null, fromState, toState, reason, lineMessageId, data }),
    inferStatus(act.db, workOrder, status, act.now),
    audit(act, { action: `workOrder.${move}`, subject: `workOrder:${id}`, provinceCode, data: { from: fromState, to: toState, ...data } }),
  ])
  const [after] = await inHand(act.db, [id])
  return after!
}

/** The answer to the one who made the move. */
export const moved = ({ id, number, state, dueAt }: InHand): Moved => ({ workOrderId: id, number, state, dueAt })

/** What ends a pause: the due date moves on by as long as the clock stood still. Nothing when it was running. */
export function unpaused({ waitingSince, dueAt, pausedSeconds }: InHand, now: Date): Prisma.WorkOrderUncheckedUpdateInput {
  if (!waitingSince) return {}
  const pause = Math.max(0, now.getTime() - waitingSince.getTime())
  return {
    dueAt: new Date(dueAt.getTime() + pause),
    pausedSeconds: pausedSeconds + Math.round(pause / 1000),
    waitingSince: null,
    waitingFor: null,
    waitingNote: null,
  }
}

import type { WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { Moved } from './move'
import type { Move } from './rules'
import { inLanguage } from '../labels/label'
import { workOrderStateLabels } from '../labels/workOrders'
import { Refusal } from '../refusal'
import { inHand } from './inHand'
import { moves, standings } from './rules'

/** A move as an app asks for it: `expects` is the state that was on the screen. */
export interface Asked { workOrderId: string, move: Move, expects: WorkOrderState }

/**
 * Makes a move if the repair stands as it was shown. What does not change the state (a note, the priority) is taken in any state.
 * Refused as `notFound` for somebody who has no say in it, and as `workOrderMoved` when somebody else was first; else as the move itself.
 */
export async function asExpected(act: Act, { workOrderId, move, expects }: Asked, make: () => Promise<Moved>): Promise<Moved> {
  const { db, actor, now } = act
  const [workOrder] = await inHand(db, [workOrderId])
  if (!workOrder?.releasedAt || standings(actor, workOrder).length === 0) throw new Refusal('notFound')
  if (moves[move].to === null) return make()
  if (workOrder.state !== expects) throw otherwise(act, workOrder.state)
  const after = await make()
  // Only now it is locked: somebody may have been first since it was read.
  const event = await db.workOrderEvent.findFirst({ where: { workOrderId, actorId: actor.userId, at: now, kind: moves[move].event }, orderBy: { id: 'desc' }, select: { fromState: true } })
  if (event?.fromState && event.fromState !== expects) throw otherwise(act, event.fromState)
  return after
}

function otherwise({ actor }: Act, state: WorkOrderState): Refusal {
  return new Refusal('workOrderMoved', { state: inLanguage(workOrderStateLabels[state], actor.language) })
}

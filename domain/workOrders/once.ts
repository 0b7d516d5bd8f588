import type { WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { Moved } from './move'
import type { Move } from './rules'
import { inLanguage } from '../labels/label'
import { workOrderStateLabels } from '../labels/workOrders'
import { Refusal } from '../refusal'
import { inHand } from './inHand'
import { moved } from './move'
import { moves, standings } from './rules'

/** A move as an app asks for it: `key` is made up for each press of a button, `expects` is the state that was on the screen. */
export interface Asked { workOrderId: string, move: Move, key: string, expects: WorkOrderState }

/**
 * Makes a move that may be asked for again because its answer was lost: the same key of the same person makes one. What does not change the
 * state (a note, the priority) is taken in any state. Refused as `notFound` for somebody who has no say in it, and as `workOrderMoved` when
 * somebody else was first; else as the move itself.
 */
export async function once(act: Act, { workOrderId, move, key, expects }: Asked, make: () => Promise<Moved>): Promise<Moved> {
  const { db, actor } = act
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`move ${key}`}))`
  const [workOrder] = await inHand(db, [workOrderId])
  if (!workOrder) throw new Refusal('notFound')
  const [made] = await db.$queryRaw<object[]>`
    SELECT 1 FROM "WorkOrderEvent" WHERE "workOrderId" = ${workOrderId}::uuid AND "actorId" = ${actor.userId}::uuid AND "data"->>'key' = ${key}`
  if (made) return moved(workOrder)
  if (!workOrder.releasedAt || standings(actor, workOrder).length === 0) throw new Refusal('notFound')
  const inAnyState = moves[move].to === null
  if (!inAnyState && workOrder.state !== expects) throw otherwise(act, workOrder.state)
  const after = await make()
  // Only now it is locked: somebody may have been first since it was read.
  const [event] = await db.$queryRaw<{ fromState: WorkOrderState }[]>`
    UPDATE "WorkOrderEvent" SET "data" = "data" || jsonb_build_object('key', ${key}::text) WHERE "id" = (
      SELECT "id" FROM "WorkOrderEvent" WHERE "workOrderId" = ${workOrderId}::uuid AND "actorId" = ${actor.userId}::uuid AND "at" = ${act.now}::timestamptz
        AND "kind" = ${moves[move].event}::"WorkOrderEventKind" ORDER BY "id" DESC LIMIT 1)
    RETURNING "fromState"::text`
  if (event && !inAnyState && event.fromState !== expects) throw otherwise(act, event.fromState)
  return after
}

function otherwise({ actor }: Act, state: WorkOrderState): Refusal {
  return new Refusal('workOrderMoved', { state: inLanguage(workOrderStateLabels[state], actor.language) })
}

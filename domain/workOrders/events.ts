import type { Prisma, WorkOrderEventKind, WorkOrderState } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import { uuid7 } from '../uuid'

/** One line of a work order's history. `actorId` null: the clock did it. `lineMessageId`: the message that the reason came from. */
export interface NewEvent {
  workOrderId: string
  kind: WorkOrderEventKind
  actorId: string | null
  fromState?: WorkOrderState
  toState: WorkOrderState
  reason?: string
  lineMessageId?: string
  data: Prisma.InputJsonObject
}

/** Writes lines of history, in this order. */
export async function writeEvents({ db, now }: Act | ClockAct, ...events: NewEvent[]): Promise<void> {
  const rows = events.map(event => ({ ...event, id: uuid7(now.getTime()) }))
  await db.$executeRaw`
    INSERT INTO "WorkOrderEvent" ("id", "workOrderId", "kind", "at", "actorId", "fromState", "toState", "reason", "lineMessageId", "data")
    SELECT "id", "workOrderId", "kind", ${now}::timestamptz, "actorId", "fromState", "toState", "reason", "lineMessageId", "data"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS event("id" uuid, "workOrderId" uuid, "kind" "WorkOrderEventKind", "actorId" uuid,
      "fromState" "WorkOrderState", "toState" "WorkOrderState", "reason" text, "lineMessageId" text, "data" jsonb)`
}

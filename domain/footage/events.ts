import type { FootageEventKind, FootageItemState, Prisma } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import { auditing } from '../audit'
import { uuid7 } from '../uuid'

/** One line of a request's history. */
export interface NewEvent {
  requestId: string
  provinceCode: string
  itemId?: string
  kind: FootageEventKind
  fromState?: FootageItemState
  toState?: FootageItemState
  data?: Prisma.InputJsonObject
}

/** Writes lines of history, in this order, and the audit log. */
export async function writeEvents(act: Act | ClockAct, ...events: NewEvent[]): Promise<void> {
  const { db, now, actor } = act
  const rows = events.map(({ provinceCode: _, data: __, ...event }) => ({ ...event, id: uuid7(now.getTime()) }))
  const deeds = events.map(({ requestId, provinceCode, itemId, kind, data }) => ({
    action: `footage.${kind.toLowerCase()}`,
    subject: `footage:${requestId}`,
    provinceCode,
    data: { ...data, ...itemId !== undefined && { item: itemId } },
  }))
  await db.$executeRaw`
    WITH written AS (
      INSERT INTO "FootageEvent" ("id", "requestId", "itemId", "kind", "at", "actorId", "fromState", "toState")
      SELECT "id", "requestId", "itemId", "kind", ${now}::timestamptz, ${actor?.userId ?? null}::uuid, "fromState", "toState"
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS e("id" uuid, "requestId" uuid, "itemId" uuid, "kind" "FootageEventKind", "fromState" "FootageItemState", "toState" "FootageItemState"))
    ${auditing(act, ...deeds)}`
}

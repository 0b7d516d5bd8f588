import type { Act, ClockAct } from './act'
import { Prisma } from '../prisma/client'

/**
 * What is written down of one deed: `subject` names the thing (`workOrder:<id>`), `action` what happened to it, `data` more in ids, codes, numbers and
 * days. Never what a person typed, nor a name or a number of somebody: it can never be removed.
 */
export interface Deed {
  action: string
  subject: string
  provinceCode: string | null
  data?: Prisma.InputJsonObject
  /** Who did it, when that is not who acts now. */
  actorId?: string | null
}

/** Writes deeds to the audit log, in the transaction of what they record; when that commits, the database gives them their place in the chain. The clock and the operator have no actor. */
export async function audit(act: Act | ClockAct, ...deeds: Deed[]): Promise<void> {
  await act.db.$executeRaw(auditing(act, ...deeds))
}

/** The same as the end of a statement that writes what they record, too (`WITH … AS (INSERT …)`). */
export function auditing({ actor, now }: Act | ClockAct, ...deeds: Deed[]): Prisma.Sql {
  const rows = deeds.map(({ data = {}, actorId = actor?.userId ?? null, ...deed }) => ({ ...deed, data, actorId }))
  return Prisma.sql`
    INSERT INTO "AuditEntry" ("at", "actorId", "provinceCode", "action", "subject", "data")
    SELECT ${now}::timestamptz, "actorId", "provinceCode", "action", "subject", "data"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS deed("actorId" uuid, "provinceCode" text, "action" text, "subject" text, "data" jsonb)`
}

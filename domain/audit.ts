import type { Prisma } from '../prisma/client'
import type { Act, ClockAct } from './act'

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
export async function audit({ db, actor, now }: Act | ClockAct, ...deeds: Deed[]): Promise<void> {
  const rows = deeds.map(({ data = {}, actorId = actor?.userId ?? null, ...deed }) => ({ ...deed, data, actorId }))
  await db.$executeRaw`
    INSERT INTO "AuditEntry" ("at", "actorId", "provinceCode", "action", "subject", "data")
    SELECT ${now}::timestamptz, "actorId", "provinceCode", "action", "subject", "data"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS deed("actorId" uuid, "provinceCode" text, "action" text, "subject" text, "data" jsonb)`
}

import type { Channel } from '../../prisma/client'
import type { Act, ClockAct } from '../act'

/** A value as the history keeps it. Money is in satang, a month `2016-08`, a day `2016-08-31`. */
export type Kept = string | number | boolean | null

/** What was changed of one thing: `subject` is `site:<id>`, `camera:<id>` or `return:<id>`; `fields` has the values before and after. */
export interface ChangeRow {
  provinceCode: string
  subject: string
  action: 'created' | 'changed' | 'status' | 'moved' | 'removed' | 'restored' | 'submitted' | 'nil' | 'returned' | 'answered' | 'accepted' | 'reopened'
  fields?: Record<string, [before: Kept, after: Kept]>
  reason?: string | null
  channel?: Channel
  importId?: string
  afterSubmit?: boolean
}

/** Writes changes into the history, in the transaction of what they record. */
export async function recordChanges({ db, actor, now }: Act | ClockAct, changes: ChangeRow[]): Promise<void> {
  if (!changes.length) return
  const rows = changes.map(({ fields = {}, reason = null, channel = 'LIFF', importId = null, afterSubmit = false, ...change }) => ({ ...change, fields, reason, channel, importId, afterSubmit }))
  await db.$executeRaw`
    INSERT INTO "Change" ("at", "actorId", "provinceCode", "subject", "action", "fields", "reason", "channel", "importId", "afterSubmit")
    SELECT ${now}::timestamptz, ${actor?.userId ?? null}::uuid, "provinceCode", "subject", "action", "fields", "reason", "channel"::"Channel", "importId", "afterSubmit"
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS c("provinceCode" text, "subject" text, "action" text, "fields" jsonb, "reason" text, "channel" text, "importId" uuid, "afterSubmit" boolean)`
}

/** The fields that differ, with both values; what is undefined in `after` is not touched. */
export function differences(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, [Kept, Kept]> {
  return Object.fromEntries(Object.entries(after).flatMap(([field, value]) => {
    if (value === undefined) return []
    const [old, now] = [kept(before[field]), kept(value)]
    return old === now ? [] : [[field, [old, now]]]
  }))
}

function kept(value: unknown): Kept {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return (value ?? null) as Kept
}

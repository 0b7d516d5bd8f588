import type pg from 'pg'
import type { Logger } from 'pino'
import type { LineClient } from './client'
import { bangkokMonth } from '../../domain/time/bangkok'

/** How many recipients may still be pushed to this month: by what is urgent, and by what can wait. Infinite without a limit. */
export interface Room { now: number, soon: number }

/** Kept for what is urgent: a fifth of the month, and at least this many. */
const leastReserve = 30
const countsFor = 3600_000

/** How many recipients of a month with this limit are kept for what is urgent. */
export const reserveOf = (quotaLimit: number) => Math.max(leastReserve, Math.ceil(quotaLimit / 5))

/** What LINE says of the account and of its month, kept in `LineAccount`. */
export class Account {
  /** `@…`, once LINE has told. */
  basicId: string | null = null
  private groups = new Map<string, { count: number, until: number }>()

  constructor(private readonly deps: { pool: pg.Pool, client: LineClient, log: Logger, now: () => Date }) {}

  /** Reads what was kept, so that links work before LINE has answered. */
  async load(): Promise<void> {
    const { rows } = await this.deps.pool.query<{ basicId: string | null }>('SELECT "basicId" FROM "LineAccount"')
    this.basicId = rows[0]?.basicId ?? null
  }

  /** Asks LINE for the account, the month's limit and what is used of it. What LINE does not tell stays as it was. */
  async refresh(): Promise<void> {
    const { client, pool, log, now } = this.deps
    const [info, quota, used] = await Promise.all([client.botInfo(), client.quota(), client.quotaConsumption()])
    for (const answer of [info, quota, used]) {
      if (answer.kind !== 'ok') log.warn({ reason: answer.kind === 'refused' ? `${answer.status} ${answer.message}` : answer.reason }, 'LINE did not tell about the account')
    }
    if (info.kind === 'ok') this.basicId = info.body.basicId
    // LINE's own count runs behind, so within a month the larger one holds.
    await pool.query(`
      INSERT INTO "LineAccount" AS a (id, "botUserId", "basicId", "displayName", "quotaLimit", "quotaUsed", "quotaMonth", "checkedAt")
      VALUES (1, $1, $2, $3, $5, coalesce($6::int, 0), $7, $8)
      ON CONFLICT (id) DO UPDATE SET
        "botUserId" = coalesce($1, a."botUserId"), "basicId" = coalesce($2, a."basicId"), "displayName" = coalesce($3, a."displayName"),
        "quotaLimit" = CASE WHEN $4 THEN $5 ELSE a."quotaLimit" END,
        "quotaUsed" = CASE WHEN $6 IS NULL THEN a."quotaUsed" WHEN a."quotaMonth" = $7 THEN greatest(a."quotaUsed", $6) ELSE $6 END,
        "quotaMonth" = CASE WHEN $6 IS NULL THEN a."quotaMonth" ELSE $7 END,
        "checkedAt" = CASE WHEN $6 IS NULL THEN a."checkedAt" ELSE $8 END`, [
      info.kind === 'ok' ? info.body.userId : null,
      info.kind === 'ok' ? info.body.basicId : null,
      info.kind === 'ok' ? info.body.displayName : null,
      quota.kind === 'ok',
      quota.kind === 'ok' && quota.body.type === 'limited' ? quota.body.value : null,
      used.kind === 'ok' ? used.body.totalUsage : null,
      bangkokMonth(now()),
      now(),
    ])
  }

  /** What may still be pushed this month. */
  async room(): Promise<Room> {
    const { rows } = await this.deps.pool.query<{ quotaLimit: number | null, quotaUsed: number }>('SELECT "quotaLimit", "quotaUsed" FROM "LineAccount"')
    const { quotaLimit, quotaUsed } = rows[0] ?? { quotaLimit: null, quotaUsed: 0 }
    if (quotaLimit === null) return { now: Infinity, soon: Infinity }
    const now = quotaLimit - quotaUsed
    return { now, soon: now - reserveOf(quotaLimit) }
  }

  /** How many recipients LINE counts for a push to this user, group or room. Asked again after an hour. */
  async weight(recipient: string): Promise<number> {
    if (!recipient.startsWith('C')) return 1
    const known = this.groups.get(recipient)
    const now = this.deps.now().getTime()
    if (known && known.until > now) return known.count
    const answer = await this.deps.client.groupMemberCount(recipient)
    const count = answer.kind === 'ok' ? answer.body.count : known?.count ?? 1
    this.groups.set(recipient, { count, until: now + countsFor })
    return count
  }
}

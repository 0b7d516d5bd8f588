import type { Act } from '../act'
import { needsSecretary } from '../people/rules'

/** What the month's pushes allow, and what is held back because of it. */
export interface Deliveries {
  /** Pushes that LINE counted this month; `limit` null: no limit, or not known yet. */
  used: number
  limit: number | null
  /** Notices to people and groups of the province that wait for their next message because the quota is spent or reserved. */
  held: number
  /** Agencies' people in the province who have blocked the account and hear nothing. */
  unreachable: number
}

/** How notices to the people of a province get through; for its secretaries. Refused as `notAllowed`. */
export async function deliveries(act: Act, provinceCode: string): Promise<Deliveries> {
  needsSecretary(act, provinceCode)
  const [found] = await act.db.$queryRaw<[Deliveries]>`
    SELECT coalesce((SELECT "quotaUsed" FROM "LineAccount" WHERE "id" = 1), 0) AS "used",
      (SELECT "quotaLimit" FROM "LineAccount" WHERE "id" = 1) AS "limit",
      (SELECT count(*)::int FROM "Notice" n LEFT JOIN "Agency" a ON a."id" = n."agencyId"
        WHERE n."state" = 'HELD' AND (a."provinceCode" = ${provinceCode}
          OR EXISTS (SELECT FROM "Membership" m WHERE m."userId" = n."userId" AND m."provinceCode" = ${provinceCode})
          OR EXISTS (SELECT FROM "FaultReport" f WHERE f."reporterId" = n."userId" AND f."provinceCode" = ${provinceCode}))) AS "held",
      (SELECT count(DISTINCT u."id")::int FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
        WHERE NOT u."reachable" AND m."provinceCode" = ${provinceCode} AND m."suspendedAt" IS NULL) AS "unreachable"`
  return found
}

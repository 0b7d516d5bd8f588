import type { Act } from '../act'
import { takesReturns } from '../rounds/open'
import { uuid7 } from '../uuid'

/**
 * Something of an agency's cameras was changed: its return of the open round has begun, or, when it was handed in already, is marked as changed since.
 * @returns whether it had been handed in
 */
export async function returnChanged({ db, now }: Act, agencyId: string | null): Promise<boolean> {
  if (agencyId === null) return false
  const rows = await db.$queryRaw<{ handedIn: boolean }[]>`
    INSERT INTO "AgencyReturn" AS r ("id", "roundId", "agencyId", "state")
    SELECT ${uuid7(now.getTime())}::uuid, o."id", a."id", 'IN_PROGRESS'
    FROM "Agency" a CROSS JOIN LATERAL (SELECT o."id" FROM "SurveyRound" o WHERE o."provinceCode" = a."provinceCode" AND ${takesReturns(now)} ORDER BY o."opensAt" DESC LIMIT 1) o
    WHERE a."id" = ${agencyId}::uuid
    ON CONFLICT ("roundId", "agencyId") DO UPDATE SET
      "state" = CASE WHEN r."state" = 'NOT_STARTED' THEN 'IN_PROGRESS' ELSE r."state" END,
      "changedAt" = CASE WHEN r."state" IN ('SUBMITTED', 'NIL', 'ACCEPTED') THEN ${now}::timestamptz ELSE r."changedAt" END
    RETURNING r."state" IN ('SUBMITTED', 'NIL', 'ACCEPTED') AS "handedIn"`
  return rows[0]?.handedIn ?? false
}

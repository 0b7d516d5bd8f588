import type { Tx } from '../../prisma/client'
import type { Kept } from './rules'
import { Prisma } from '../../prisma/client'

/** Somebody who keeps a camera. */
export interface Custodian { userId: string, reachable: boolean }

/**
 * Whom to ask for a recording, the first one first: the owner of a private camera; of a public one the officials of its agency (a station's officers), those
 * whom LINE reaches before others and who are there longest; the province's secretaries where there is none. Each is told personally: a case is not for a group.
 */
export async function custodiansOf(db: Tx, { ownership, agencyId, ownerId, provinceCode }: Kept): Promise<Custodian[]> {
  if (ownership === 'PRIVATE') return db.$queryRaw<Custodian[]>`SELECT "id"::text AS "userId", "reachable" FROM "User" WHERE "id" = ${ownerId}::uuid`
  const ofAgency = await db.$queryRaw<Custodian[]>`
    SELECT u."id"::text AS "userId", u."reachable" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."agencyId" = ${agencyId}::uuid AND m."role" IN ('OFFICIAL', 'POLICE') AND m."suspendedAt" IS NULL
    GROUP BY u."id" ORDER BY u."reachable" DESC, min(m."createdAt"), u."id"`
  if (ofAgency.length) return ofAgency
  return db.$queryRaw<Custodian[]>`
    SELECT u."id"::text AS "userId", u."reachable" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."provinceCode" = ${provinceCode} AND m."role" = 'SECRETARY' AND m."suspendedAt" IS NULL
    GROUP BY u."id" ORDER BY u."reachable" DESC, min(m."createdAt"), u."id"`
}

/** The first of those whom to ask for each recording, in this order; null where there is nobody. */
export async function firstCustodians(db: Tx, kept: Kept[]): Promise<(string | null)[]> {
  const rows = kept.map(({ ownership, agencyId, ownerId, provinceCode }, n) => ({ n, ownership, agencyId, ownerId, provinceCode }))
  const first = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT u."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE ${which} AND m."suspendedAt" IS NULL
    GROUP BY u."id" ORDER BY u."reachable" DESC, min(m."createdAt"), u."id" LIMIT 1)`
  const found = await db.$queryRaw<{ userId: string | null }[]>`
    SELECT (CASE WHEN k."ownership" = 'PRIVATE' THEN k."ownerId" ELSE coalesce(
      ${first(Prisma.sql`m."agencyId" = k."agencyId" AND m."role" IN ('OFFICIAL', 'POLICE')`)}, ${first(Prisma.sql`m."provinceCode" = k."provinceCode" AND m."role" = 'SECRETARY'`)}) END)::text AS "userId"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS k("n" int, "ownership" text, "agencyId" uuid, "ownerId" uuid, "provinceCode" text) ORDER BY k."n"`
  return found.map(({ userId }) => userId)
}

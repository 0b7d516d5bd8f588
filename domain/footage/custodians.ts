import type { Tx } from '../../prisma/client'
import type { Kept } from './rules'

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

import type { Tx } from '../../prisma/client'

/** Where a notice goes: one row for each. */
export interface Recipient { userId: string | null, agencyId: string | null }

/** The secretaries of a province. */
export async function secretariesOf(db: Tx, provinceCode: string): Promise<Recipient[]> {
  const found = await db.membership.findMany({ where: { role: 'SECRETARY', provinceCode, suspendedAt: null }, select: { userId: true }, distinct: ['userId'] })
  return found.map(({ userId }) => ({ userId, agencyId: null }))
}

/**
 * Who hears what is addressed to an agency: its LINE group when it has one, else its officials; else the province's
 * secretaries, so that nothing is said to nobody. Nobody for an unknown agency.
 */
export async function noticeRecipients(db: Tx, agencyId: string): Promise<Recipient[]> {
  const [agency] = await db.$queryRaw<{ provinceCode: string, lineGroupId: string | null, officials: string[] }[]>`
    SELECT a."provinceCode", a."lineGroupId", ARRAY(
      SELECT DISTINCT m."userId"::text FROM "Membership" m WHERE m."agencyId" = a."id" AND m."role" = 'OFFICIAL' AND m."suspendedAt" IS NULL) AS "officials"
    FROM "Agency" a WHERE a."id" = ${agencyId}::uuid`
  if (!agency) return []
  if (agency.lineGroupId) return [{ userId: null, agencyId }]
  if (agency.officials.length) return agency.officials.map(userId => ({ userId, agencyId: null }))
  return secretariesOf(db, agency.provinceCode)
}

import type { z } from 'zod'
import type { Act } from '../act'
import type { Scope } from './schema'
import { Prisma } from '../../prisma/client'
import { needsSecretary } from '../people/rules'
import { listKeys } from './schema'

/** A key as a secretary's list shows it. */
export interface KeyView {
  id: string
  name: string
  scopes: Scope[]
  /** The secretary who made it; null while their name is not known. */
  createdBy: string | null
  createdAt: Date
  /** To the minute; null: never. */
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
  /** Neither revoked nor expired. */
  good: boolean
}

/** Keys of a province, those that are good before those that are not, newest first; for its secretaries. `next` is the cursor of the next page. Refused as `notAllowed`. */
export async function listOfKeys(act: Act, input: z.input<typeof listKeys>): Promise<{ items: KeyView[], next: string | null }> {
  const { provinceCode, cursor, limit } = listKeys.parse(input)
  needsSecretary(act, provinceCode)
  const rows = await act.db.$queryRaw<KeyView[]>`
    WITH k AS (
      SELECT *, "revokedAt" IS NULL AND coalesce("expiresAt" > ${act.now}::timestamptz, true) AS "good" FROM "ApiKey" WHERE "provinceCode" = ${provinceCode})
    SELECT k."id"::text, k."name", k."scopes", u."displayName" AS "createdBy", k."createdAt", k."lastUsedAt", k."expiresAt", k."revokedAt", k."good"
    FROM k LEFT JOIN "User" u ON u."id" = k."createdById"
    ${cursor ? Prisma.sql`WHERE (k."good", k."createdAt", k."id") < (SELECT "good", "createdAt", "id" FROM k WHERE "id" = ${cursor}::uuid)` : Prisma.empty}
    ORDER BY k."good" DESC, k."createdAt" DESC, k."id" DESC LIMIT ${limit + 1}::int`
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

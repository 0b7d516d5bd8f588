import type { z } from 'zod'
import type { Role } from '../../prisma/client'
import type { Act } from '../act'
import type { listInvitations, listPeople } from './schema'
import { Prisma } from '../../prisma/client'
import { needsSecretary } from './rules'
import * as schema from './schema'

/** One role of a person, as a secretary's list shows it. The agency's name is in the reader's language. */
export interface PersonView {
  membershipId: string
  userId: string
  /** The name they gave when they asked for the role; null when they came with a code. */
  fullName: string | null
  /** Their name at LINE; null while it is not known. */
  displayName: string | null
  role: Role
  agencyId: string | null
  agencyName: string | null
  /** False: they have blocked the account and are told nothing. */
  reachable: boolean
  suspendedAt: Date | null
  /** They approve the requests for footage of their station. */
  supervises: boolean
  since: Date
  /** It is the reader's own: nobody shuts themselves out. */
  own: boolean
}

/** How a province's people stand: roles in all, of people who cannot be reached, suspended; agencies with nobody who can be reached by LINE. */
export interface Reach { people: number, unreachable: number, suspended: number, agenciesUnreached: { id: string, name: string, group: boolean }[] }

/** People with a role in a province, newest first; for its secretaries. `next` is the cursor of the next page, null on the last. Refused as `notAllowed`. */
export async function listOfPeople(act: Act, input: z.input<typeof listPeople>): Promise<{ items: PersonView[], next: string | null }> {
  const { provinceCode, agencyId, role, standing, q, cursor, limit } = schema.listPeople.parse(input)
  needsSecretary(act, provinceCode)
  const conditions = [
    Prisma.sql`m."provinceCode" = ${provinceCode}`,
    ...agencyId ? [Prisma.sql`m."agencyId" = ${agencyId}::uuid`] : [],
    ...role ? [Prisma.sql`m."role" = ${role}::"Role"`] : [],
    ...standing ? [standings[standing]] : [],
    ...q ? [Prisma.sql`position(lower(${q}) IN lower(concat_ws(' ', asked."fullName", u."displayName", a."name", a."nameEn"))) > 0`] : [],
    ...cursor ? [Prisma.sql`(m."createdAt", m."id") < (SELECT "createdAt", "id" FROM "Membership" WHERE "id" = ${cursor}::uuid)`] : [],
  ]
  const rows = await act.db.$queryRaw<PersonView[]>`
    SELECT m."id"::text AS "membershipId", u."id"::text AS "userId", asked."fullName", u."displayName", m."role"::text, m."agencyId"::text,
      ${act.actor.language === 'EN' ? Prisma.sql`coalesce(a."nameEn", a."name")` : Prisma.sql`a."name"`} AS "agencyName",
      u."reachable", m."suspendedAt", m."supervises", m."createdAt" AS "since", u."id" = ${act.actor.userId}::uuid AS "own"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId" LEFT JOIN "Agency" a ON a."id" = m."agencyId"
    LEFT JOIN LATERAL (
      SELECT r."fullName" FROM "AccessRequest" r WHERE r."userId" = u."id" AND r."provinceCode" = m."provinceCode" AND r."state" = 'APPROVED'
      ORDER BY r."decidedAt" DESC LIMIT 1) asked ON true
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${limit + 1}::int`
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.membershipId : null }
}

const standings: Record<NonNullable<z.output<typeof listPeople>['standing']>, Prisma.Sql> = {
  ACTIVE: Prisma.sql`m."suspendedAt" IS NULL`,
  SUSPENDED: Prisma.sql`m."suspendedAt" IS NOT NULL`,
  UNREACHABLE: Prisma.sql`m."suspendedAt" IS NULL AND NOT u."reachable"`,
}

/** Who of a province can be told something by LINE and who cannot; for its secretaries. Refused as `notAllowed`. */
export async function reachOf(act: Act, provinceCode: string): Promise<Reach> {
  needsSecretary(act, provinceCode)
  const [counts] = await act.db.$queryRaw<[Omit<Reach, 'agenciesUnreached'>]>`
    SELECT count(*) FILTER (WHERE m."suspendedAt" IS NULL)::int AS "people",
      count(*) FILTER (WHERE m."suspendedAt" IS NULL AND NOT u."reachable")::int AS "unreachable",
      count(*) FILTER (WHERE m."suspendedAt" IS NOT NULL)::int AS "suspended"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE m."provinceCode" = ${provinceCode}`
  const agenciesUnreached = await act.db.$queryRaw<Reach['agenciesUnreached']>`
    SELECT a."id"::text, ${act.actor.language === 'EN' ? Prisma.sql`coalesce(a."nameEn", a."name")` : Prisma.sql`a."name"`} AS "name", a."lineGroupId" IS NOT NULL AS "group"
    FROM "Agency" a
    WHERE a."provinceCode" = ${provinceCode} AND NOT EXISTS (
      SELECT FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."agencyId" = a."id" AND m."role" IN ('OFFICIAL', 'POLICE') AND m."suspendedAt" IS NULL AND u."reachable")
    ORDER BY a."name"`
  return { ...counts, agenciesUnreached }
}

/** An invitation as a secretary's list shows it; its code was shown once and is not kept. */
export interface InvitationView { id: string, role: Role, agencyName: string | null, uses: number, maxUses: number, expiresAt: Date, revokedAt: Date | null, createdAt: Date, open: boolean }

/** Invitations of a province, newest first; for its secretaries. Refused as `notAllowed`. */
export async function listOfInvitations(act: Act, input: z.input<typeof listInvitations>): Promise<{ items: InvitationView[], next: string | null }> {
  const { provinceCode, cursor, limit } = schema.listInvitations.parse(input)
  needsSecretary(act, provinceCode)
  const rows = await act.db.$queryRaw<InvitationView[]>`
    SELECT i."id"::text, i."role"::text, ${act.actor.language === 'EN' ? Prisma.sql`coalesce(a."nameEn", a."name")` : Prisma.sql`a."name"`} AS "agencyName",
      i."uses", i."maxUses", i."expiresAt", i."revokedAt", i."createdAt",
      i."revokedAt" IS NULL AND i."uses" < i."maxUses" AND i."expiresAt" > ${act.now}::timestamptz AS "open"
    FROM "Invitation" i LEFT JOIN "Agency" a ON a."id" = i."agencyId"
    WHERE i."provinceCode" = ${provinceCode}
      ${cursor ? Prisma.sql`AND (i."createdAt", i."id") < (SELECT "createdAt", "id" FROM "Invitation" WHERE "id" = ${cursor}::uuid)` : Prisma.empty}
    ORDER BY i."createdAt" DESC, i."id" DESC LIMIT ${limit + 1}::int`
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

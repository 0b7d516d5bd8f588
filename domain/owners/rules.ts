import type { Actor } from '../act'
import { Prisma } from '../../prisma/client'
import { hasRole, isSecretaryOf } from '../people/rules'

/** As what the actor may know of the private cameras of a province; null: not at all. Whoever is suspended has no membership. */
export function knowsPrivate(actor: Actor, provinceCode: string): 'SECRETARY' | 'POLICE' | null {
  if (isSecretaryOf(actor, provinceCode)) return 'SECRETARY'
  return hasRole(actor, 'POLICE', { provinceCode }) ? 'POLICE' : null
}

/** Provinces whose private cameras the actor may know of. */
export function provincesOfChecker({ memberships }: Actor): string[] {
  return [...new Set(memberships.filter(({ role }) => role === 'SECRETARY' || role === 'POLICE').map(({ provinceCode }) => provinceCode))]
}

/** That a private camera (`c`) is shown to those who may know of it: not while something is to be changed, nor declined, hidden or withdrawn. */
export const isShown = Prisma.sql`EXISTS (SELECT FROM "PrivateCamera" p WHERE p."cameraId" = c."id" AND p."check" IN ('PENDING', 'CONFIRMED') AND p."hiddenAt" IS NULL)`

/** The same of a row that was read. */
export const shows = ({ check, hiddenAt }: { check: string, hiddenAt: Date | null }): boolean => (check === 'PENDING' || check === 'CONFIRMED') && hiddenAt === null

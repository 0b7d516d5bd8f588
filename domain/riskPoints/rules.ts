import type { Act, Actor } from '../act'
import { Prisma } from '../../prisma/client'
import { stationsOf } from '../footage/rules'

/** Whether the actor may write down points for the station: its police officers. */
export const mayWriteRisk = (actor: Actor, agencyId: string): boolean => stationsOf(actor).includes(agencyId)

/** The provinces whose points the actor reads: as police officer, secretary or committee member. */
export function provincesOfRisk({ memberships }: Actor): string[] {
  return [...new Set(memberships.filter(({ role }) => role === 'POLICE' || role === 'SECRETARY' || role === 'COMMITTEE').map(({ provinceCode }) => provinceCode))]
}

/** Whether the actor may read any. */
export const mayReadRisk = (actor: Actor): boolean => provincesOfRisk(actor).length > 0

/** Points (`x`) that the actor may read. */
export const readableRisk = ({ actor }: Act): Prisma.Sql => Prisma.sql`x."provinceCode" = ANY(${provincesOfRisk(actor)}::text[])`

import type { Act, Actor } from '../act'
import { Prisma } from '../../prisma/client'
import { isSecretaryOf } from '../people/rules'
import { Refusal } from '../refusal'

/** Whom the survey asks: officials and police officers, for their own agency. */
export function surveyAgencies({ memberships }: Actor): string[] {
  return [...new Set(memberships.flatMap(({ role, agencyId }) => (role === 'OFFICIAL' || role === 'POLICE') && agencyId ? agencyId : []))]
}

/** Whether the actor may propose points and tell problems. */
export const maySurvey = (actor: Actor): boolean => surveyAgencies(actor).length > 0

/** Whether the actor may read what agencies proposed: their own, or as secretary or committee member the whole province's. */
export const mayReadSurvey = (actor: Actor): boolean => maySurvey(actor) || actor.memberships.some(({ role }) => role === 'SECRETARY' || role === 'COMMITTEE')

/** The agency that the actor speaks for. Refused as `notAllowed`. */
export async function spokenFor(act: Act, agencyId: string): Promise<{ id: string, provinceCode: string }> {
  if (!surveyAgencies(act.actor).includes(agencyId)) throw new Refusal('notAllowed')
  return act.db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { id: true, provinceCode: true } })
}

/** Rows of a table (alias `x`) that the actor may read: of their agencies, of their provinces. */
export function readable({ actor }: Act): Prisma.Sql {
  const provinces = actor.memberships.filter(({ role }) => role === 'SECRETARY' || role === 'COMMITTEE').map(({ provinceCode }) => provinceCode)
  return Prisma.sql`(x."agencyId" = ANY(${surveyAgencies(actor)}::uuid[]) OR x."provinceCode" = ANY(${provinces}::text[]))`
}

/** Whether the actor may take it back and put it forward again: somebody of its agency, or a secretary of its province. */
export function mayWithdraw(actor: Actor, { agencyId, provinceCode }: { agencyId: string, provinceCode: string }): boolean {
  return surveyAgencies(actor).includes(agencyId) || isSecretaryOf(actor, provinceCode)
}

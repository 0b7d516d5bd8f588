import type { Role } from '../../prisma/client'
import type { Act, Actor, ClockAct, Membership } from '../act'
import { Refusal } from '../refusal'

/** Roles that are held in an agency; the others belong to a whole province. */
export const agencyRoles: ReadonlySet<Role> = new Set<Role>(['OFFICIAL', 'TECHNICIAN', 'POLICE'])

/** Roles that are given by a secretary, by invitation or on request; owners join by themselves. */
export const givenRoles = ['OFFICIAL', 'TECHNICIAN', 'POLICE', 'COMMITTEE', 'SECRETARY'] as const satisfies Role[]

/** Which rich menu a person gets. */
export type MenuName = 'everyone' | 'official' | 'technician' | 'police' | 'owner' | 'secretary' | 'committee'

const menus: [Role, MenuName][] = [
  ['SECRETARY', 'secretary'],
  ['OFFICIAL', 'official'],
  ['POLICE', 'police'],
  ['TECHNICIAN', 'technician'],
  ['COMMITTEE', 'committee'],
  ['OWNER', 'owner'],
]

/** The rich menu of somebody who holds these roles: that of the first of secretary, official, police, technician, committee, owner. */
export function menuFor(memberships: Pick<Membership, 'role'>[]): MenuName {
  return menus.find(([role]) => memberships.some(membership => membership.role === role))?.[1] ?? 'everyone'
}

/** Whether the actor holds the role, in this province and this agency where they are given. Nobody (null) holds none. */
export function hasRole(actor: Actor | null, role: Role, where: { provinceCode?: string, agencyId?: string | null } = {}): boolean {
  return actor?.memberships.some(membership => membership.role === role
    && (where.provinceCode === undefined || membership.provinceCode === where.provinceCode)
    && (where.agencyId === undefined || membership.agencyId === where.agencyId)) ?? false
}

/** Whether the actor is a secretary of the province. */
export function isSecretaryOf(actor: Actor | null, provinceCode: string): boolean {
  return hasRole(actor, 'SECRETARY', { provinceCode })
}

/** Whether the actor is an official of the agency. False when there is no agency. */
export function isOfficialOf(actor: Actor | null, agencyId: string | null): boolean {
  return agencyId !== null && hasRole(actor, 'OFFICIAL', { agencyId })
}

/** The provinces whose secretary the actor is. */
export function provincesOfSecretary(actor: Actor): string[] {
  return actor.memberships.filter(({ role }) => role === 'SECRETARY').map(({ provinceCode }) => provinceCode)
}

/** Passes a secretary of the province and the operator at the command line. Throws the refusal `notAllowed` for anybody else. */
export function needsSecretary(act: Act | ClockAct, provinceCode: string): void {
  if (act.actor && !isSecretaryOf(act.actor, provinceCode)) throw new Refusal('notAllowed')
}

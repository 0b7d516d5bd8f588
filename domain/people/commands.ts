import type { z } from 'zod'
import type { Language } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { MenuName } from './rules'
import { audit } from '../audit'
import { Refusal } from '../refusal'
import { checkedPost, holds, lockPerson, wantMenu } from './membership'
import { isOfficialOf, isSecretaryOf, needsSecretary } from './rules'
import * as schema from './schema'

/** The language that the actor is spoken to in from now on. */
export async function setLanguage({ db, actor }: Act, language: Language): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { language } })
}

/** Whether the actor can be written to: false from the moment they block the account until they follow it again. */
export async function setReachable({ db, actor }: Act, reachable: boolean): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { reachable } })
}

/**
 * Takes a role from its holder until it is restored; they lose its menu at once. For the secretaries of the province and the operator.
 * Throws the refusals `notFound`, `notAllowed`, `ownMembership` (nobody shuts themselves out).
 */
export async function suspendMembership(act: Act | ClockAct, { membershipId }: { membershipId: string }): Promise<MenuName> {
  return setSuspended(act, membershipId, act.now)
}

/** Gives a suspended role back. For the secretaries of the province and the operator. Throws the refusals `notFound`, `notAllowed`. */
export async function restoreMembership(act: Act | ClockAct, { membershipId }: { membershipId: string }): Promise<MenuName> {
  return setSuspended(act, membershipId, null)
}

async function setSuspended(act: Act | ClockAct, id: string, suspendedAt: Date | null): Promise<MenuName> {
  const membership = await act.db.membership.findUnique({ where: { id }, select: { userId: true, provinceCode: true } })
  if (!membership) throw new Refusal('notFound')
  const { userId, provinceCode } = membership
  needsSecretary(act, provinceCode)
  if (userId === act.actor?.userId) throw new Refusal('ownMembership')
  await lockPerson(act.db, userId)
  const { count } = await act.db.membership.updateMany({ where: { id, suspendedAt: suspendedAt ? null : { not: null } }, data: { suspendedAt } })
  if (count) await audit(act, { action: suspendedAt ? 'membership.suspended' : 'membership.restored', subject: `membership:${id}`, provinceCode, data: { userId } })
  return wantMenu(act.db, userId)
}

/**
 * Moves a role held in an agency to another agency of the province. For the secretaries of the province and the operator.
 * Throws the refusals `notFound`, `notAllowed`, `agencyUnknown` (not of the province, or a role of the whole province), `memberThere` (holds it there already).
 */
export async function moveMembership(act: Act | ClockAct, input: z.input<typeof schema.movedMembership>): Promise<void> {
  const { membershipId: id, agencyId } = schema.movedMembership.parse(input)
  const membership = await act.db.membership.findUnique({ where: { id }, select: { userId: true, role: true, provinceCode: true, agencyId: true } })
  if (!membership) throw new Refusal('notFound')
  const { userId, role, provinceCode, agencyId: before } = membership
  needsSecretary(act, provinceCode)
  if (!before) throw new Refusal('agencyUnknown')
  const post = await checkedPost(act.db, { role, provinceCode, agencyId })
  if (before === agencyId) return
  await lockPerson(act.db, userId)
  if (await holds(act.db, userId, post) !== 'no') throw new Refusal('memberThere')
  // Whoever approved for the one station does not thereby approve for the other.
  await act.db.membership.update({ where: { id }, data: { agencyId, supervises: false } })
  await audit(act, { action: 'membership.moved', subject: `membership:${id}`, provinceCode, data: { userId, from: before, to: agencyId } })
}

/**
 * Brings an agency's new work to a LINE group from now on, instead of the one it was brought to before.
 * For the agency's officials and the province's secretaries. Throws the refusals `notFound`, `notAllowed`, `groupTaken` (by another agency).
 */
export async function linkAgencyGroup(act: Act, { groupId, agencyId }: { groupId: string, agencyId: string }): Promise<void> {
  const agency = await act.db.agency.findUnique({ where: { id: agencyId }, select: { provinceCode: true, lineGroupId: true } })
  if (!agency) throw new Refusal('notFound')
  if (!isOfficialOf(act.actor, agencyId) && !isSecretaryOf(act.actor, agency.provinceCode)) throw new Refusal('notAllowed')
  if (agency.lineGroupId === groupId) return
  await act.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`group ${groupId}`}))`
  const other = await act.db.agency.findUnique({ where: { lineGroupId: groupId }, select: { name: true } })
  if (other) throw new Refusal('groupTaken', { agency: other.name })
  await act.db.agency.update({ where: { id: agencyId }, data: { lineGroupId: groupId } })
  await audit(act, { action: 'group.linked', subject: `agency:${agencyId}`, provinceCode: agency.provinceCode, data: { groupId } })
}

/** Nothing is brought to this LINE group any more: the account has left it. */
export async function unlinkGroup(act: Act | ClockAct, { groupId }: { groupId: string }): Promise<void> {
  const agency = await act.db.agency.findUnique({ where: { lineGroupId: groupId }, select: { id: true, provinceCode: true } })
  if (!agency) return
  await act.db.agency.update({ where: { id: agency.id }, data: { lineGroupId: null } })
  await audit(act, { action: 'group.unlinked', subject: `agency:${agency.id}`, provinceCode: agency.provinceCode, data: { groupId } })
}

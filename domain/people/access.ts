import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { dismiss, notify } from '../notices/notify'
import { secretariesOf } from '../notices/recipients'
import { Refusal } from '../refusal'
import { checkedPost, give, holds, lockPerson } from './membership'
import { isSecretaryOf } from './rules'
import { accessDecision, newAccessRequest } from './schema'

/** Requests that one person can have waiting. */
const MOST_WAITING = 5

/**
 * Asks for a role without a code; the secretaries of the province are told. Returns the request's id.
 * Throws the refusals `accessAlreadyAsked`, `accessTooMany`, `alreadyMember`, `membershipSuspended`, `provinceUnknown`, `agencyNeeded`, `agencyUnknown`.
 */
export async function requestAccess(act: Act, input: z.input<typeof newAccessRequest>): Promise<string> {
  const { fullName, ...wanted } = newAccessRequest.parse(input)
  const { db, actor, now } = act
  const post = await checkedPost(db, wanted)
  await lockPerson(db, actor.userId)
  const held = await holds(db, actor.userId, post)
  if (held !== 'no') throw new Refusal(held === 'yes' ? 'alreadyMember' : 'membershipSuspended')
  const waiting = await db.accessRequest.findMany({ where: { userId: actor.userId, state: 'PENDING' }, select: { role: true, provinceCode: true } })
  if (waiting.some(({ role, provinceCode }) => role === post.role && provinceCode === post.provinceCode)) throw new Refusal('accessAlreadyAsked')
  if (waiting.length >= MOST_WAITING) throw new Refusal('accessTooMany', { most: MOST_WAITING })
  const { id } = await db.accessRequest.create({ data: { ...post, fullName, userId: actor.userId, createdAt: now }, select: { id: true } })
  await audit(act, { action: 'access.requested', subject: `accessRequest:${id}`, provinceCode: post.provinceCode, data: { ...post } })
  const secretaries = await secretariesOf(db, post.provinceCode)
  await notify(act, ...secretaries.flatMap(({ userId }) => userId
    ? { to: { userId }, level: 'SOON' as const, kind: 'access.requested' as const, data: { accessRequestId: id } }
    : []))
  return id
}

/**
 * A secretary of the province says yes or no to a request; the person is told. Of two at once, one wins.
 * Throws the refusals `notFound`, `notAllowed`, `reasonNeeded` (a no says why), `accessDecided` (somebody was first).
 */
export async function decideAccess(act: Act, input: z.input<typeof accessDecision>): Promise<void> {
  const { accessRequestId: id, approve, reason } = accessDecision.parse(input)
  const { db, actor, now } = act
  const request = await db.accessRequest.findUnique({ where: { id }, select: { userId: true, role: true, provinceCode: true, agencyId: true, state: true } })
  if (!request) throw new Refusal('notFound')
  const { userId, state, ...post } = request
  if (!isSecretaryOf(actor, post.provinceCode)) throw new Refusal('notAllowed')
  if (state !== 'PENDING') throw new Refusal('accessDecided')
  if (!approve && !reason) throw new Refusal('reasonNeeded')
  await lockPerson(db, userId)
  const { count } = await db.accessRequest.updateMany({
    where: { id, state: 'PENDING' },
    data: { state: approve ? 'APPROVED' : 'REFUSED', reason: approve ? null : reason, decidedById: actor.userId, decidedAt: now },
  })
  if (!count) throw new Refusal('accessDecided')
  if (approve) await give(act, userId, post)
  await audit(act, { action: approve ? 'access.approved' : 'access.refused', subject: `accessRequest:${id}`, provinceCode: post.provinceCode, data: { ...post, userId } })
  await dismiss(act, `accessRequest:${id}`, ['access.requested'])
  await notify(act, { to: { userId }, level: 'SOON', kind: 'access.decided', data: { accessRequestId: id } })
}

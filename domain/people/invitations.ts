import type { z } from 'zod'
import type { Act, ClockAct } from '../act'
import type { Post } from './membership'
import type { MenuName } from './rules'
import { audit } from '../audit'
import { agencyIn } from '../labels/agency'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { hashOfInvitation, newInvitationCode, readInvitationCode } from './invitationCode'
import { checkedPost, give, holds, lockPerson } from './membership'
import { needsSecretary } from './rules'
import { newInvitation } from './schema'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** So many wrong codes of one person within the pause end in a pause. */
const MOST_WRONG = 5
const PAUSE = 15 * MINUTE
const WRONG = 'invitation.wrongCode'

/** What a secretary gives to the people invited; the code is not kept and cannot be shown again. */
export interface Invited { id: string, code: string, expiresAt: Date }

/**
 * Makes an invitation. For the secretaries of the province and the operator.
 * Throws the refusals `notAllowed`, `provinceUnknown`, `agencyNeeded`, `agencyUnknown` (not an agency of the province).
 */
export async function createInvitation(act: Act | ClockAct, input: z.input<typeof newInvitation>): Promise<Invited> {
  const { days, maxUses, ...wanted } = newInvitation.parse(input)
  needsSecretary(act, wanted.provinceCode)
  const post = await checkedPost(act.db, wanted)
  const code = newInvitationCode()
  const expiresAt = new Date(act.now.getTime() + days * DAY)
  const { id } = await act.db.invitation.create({
    data: { ...post, codeHash: hashOfInvitation(code), expiresAt, maxUses, createdById: act.actor?.userId ?? null, createdAt: act.now },
    select: { id: true },
  })
  await audit(act, { action: 'invitation.created', subject: `invitation:${id}`, provinceCode: post.provinceCode, data: { ...post, days, maxUses } })
  return { id, code, expiresAt }
}

/** Somebody has a role. Names are in their language. */
export interface Joined extends Post {
  agencyName: string | null
  provinceName: string
  /** True: they had it before, and the invitation is not used up by it. */
  already: boolean
  /** The rich menu they get. */
  menu: MenuName
}

/**
 * Takes up an invitation by its code. A wrong code's refusal (`invitationUnknown`) is given back, not thrown: the try is
 * counted, and what is thrown may be undone. Five wrong ones within 15 minutes are followed by a pause of 15 minutes (`invitationPause`).
 * Throws the refusals `invitationPause`, `invitationRevoked`, `invitationExpired`, `invitationUsedUp`, `membershipSuspended`.
 */
export async function acceptInvitation(act: Act, { code: text }: { code: string }): Promise<Joined | Refusal> {
  const { db, actor } = act
  await lockPerson(db, actor.userId)
  await refusePaused(act)
  const code = readInvitationCode(text)
  const invitation = code && await db.invitation.findUnique({
    where: { codeHash: hashOfInvitation(code) },
    include: { agency: { select: { name: true, nameEn: true } }, province: { select: { nameTh: true, nameEn: true } } },
  })
  if (!invitation) {
    await audit(act, { action: WRONG, subject: `user:${actor.userId}`, provinceCode: null })
    return new Refusal('invitationUnknown')
  }
  const post: Post = { role: invitation.role, provinceCode: invitation.provinceCode, agencyId: invitation.agencyId }
  const held = await holds(db, actor.userId, post)
  if (held === 'suspended') throw new Refusal('membershipSuspended')
  if (held === 'no') await useUp(act, invitation)
  const menu = await give(act, actor.userId, post)
  if (held === 'no') {
    await closeRequest(act, post)
    await audit(act, { action: 'invitation.accepted', subject: `invitation:${invitation.id}`, provinceCode: post.provinceCode, data: { ...post } })
  }
  return {
    ...post,
    agencyName: agencyIn(invitation.agency, actor.language),
    provinceName: actor.language === 'EN' ? invitation.province.nameEn : invitation.province.nameTh,
    already: held === 'yes',
    menu,
  }
}

/** Makes a code that was given out worthless; who joined with it stays. For the secretaries of its province and the operator. */
export async function revokeInvitation(act: Act | ClockAct, { invitationId }: { invitationId: string }): Promise<void> {
  const invitation = await act.db.invitation.findUnique({ where: { id: invitationId }, select: { provinceCode: true } })
  if (!invitation) throw new Refusal('notFound')
  needsSecretary(act, invitation.provinceCode)
  const { count } = await act.db.invitation.updateMany({ where: { id: invitationId, revokedAt: null }, data: { revokedAt: act.now } })
  if (count) await audit(act, { action: 'invitation.revoked', subject: `invitation:${invitationId}`, provinceCode: invitation.provinceCode })
}

async function refusePaused({ db, actor, now }: Act): Promise<void> {
  const wrong = await db.auditEntry.findMany({
    where: { subject: `user:${actor.userId}`, action: WRONG, at: { gt: new Date(now.getTime() - 2 * PAUSE) } },
    orderBy: { at: 'desc' },
    take: MOST_WRONG,
    select: { at: true },
  })
  if (wrong.length < MOST_WRONG) return
  const [last, first] = [wrong[0]!.at.getTime(), wrong.at(-1)!.at.getTime()]
  const left = last + PAUSE - now.getTime()
  if (last - first <= PAUSE && left > 0) throw new Refusal('invitationPause', { minutes: Math.ceil(left / MINUTE) })
}

/** Counts one use, or throws the refusal that says why it is over. Of several at once on the last use, one wins. */
async function useUp({ db, now }: Act, { id, expiresAt, revokedAt }: { id: string, expiresAt: Date, revokedAt: Date | null }): Promise<void> {
  if (revokedAt) throw new Refusal('invitationRevoked')
  if (expiresAt <= now) throw new Refusal('invitationExpired')
  const { count } = await db.invitation.updateMany({
    where: { id, revokedAt: null, uses: { lt: db.invitation.fields.maxUses } },
    data: { uses: { increment: 1 } },
  })
  if (!count) throw new Refusal('invitationUsedUp')
}

/** Who has got the role with a code needs no decision any more. */
async function closeRequest(act: Act, { role, provinceCode }: Post): Promise<void> {
  const { db, actor, now } = act
  const waiting = await db.accessRequest.findFirst({ where: { userId: actor.userId, role, provinceCode, state: 'PENDING' }, select: { id: true } })
  if (!waiting) return
  await db.accessRequest.update({ where: { id: waiting.id }, data: { state: 'APPROVED', decidedAt: now } })
  await dismiss(act, `accessRequest:${waiting.id}`, ['access.requested'])
}

import type { z } from 'zod'
import type { Act, Actor } from '../act'
import type { Wanted } from './ask'
import type { HeldItem } from './held'
import { Prisma } from '../../prisma/client'
import { attempt } from '../attempt'
import { readTrackingNumber } from '../faults/number'
import { footageStateLabels } from '../labels/footage'
import { inLanguage } from '../labels/label'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { dismissApproval } from './approval'
import { asked, insertItems } from './ask'
import { camerasToAsk } from './cameras'
import { writeEvents } from './events'
import { itemWanted, lockItems, settle } from './held'
import { supervises } from './rules'
import * as schema from './schema'

/**
 * A supervisor of the station approves a request, whereupon whoever keeps the cameras is asked as if it were sent now, or declines it. A camera that cannot be
 * asked for any more is unavailable. Refused as `whyNotDecide` is, and as `footageOfficerGone` where the officer is suspended, or has left the station.
 */
export async function decideRequest(act: Act, input: z.input<typeof schema.decision>): Promise<{ number: string }> {
  const { requestId, approve, reason } = schema.decision.parse(input)
  const items = await lockItems(act.db, { requestId })
  const refusal = decisionRefusal(act, items)
  if (refusal) throw refusal
  const { request } = items[0]!
  const decided = { decidedById: act.actor.userId, decidedAt: act.now }
  await dismissApproval(act, requestId)
  if (approve) {
    const officer = await officerOf(act, request)
    if (!officer) throw new Refusal('footageOfficerGone', { number: request.number })
    await act.db.footageRequest.update({ where: { id: requestId }, data: { ...decided, state: 'SUBMITTED' }, select: { id: true } })
    await writeEvents(act, { requestId, provinceCode: request.provinceCode, kind: 'APPROVED' })
    await askApproved(act, officer, items)
    await settle(act, [requestId])
  }
  else {
    await act.db.footageRequest.update({ where: { id: requestId }, data: { ...decided, state: 'DECLINED', closedAt: act.now, declined: reason?.text, declinedMessageId: reason?.messageId }, select: { id: true } })
    await writeEvents(act, { requestId, provinceCode: request.provinceCode, kind: 'DECLINED' })
  }
  await notify(act, { to: { userId: request.officerId }, level: 'SOON', kind: approve ? 'footage.approved' : 'footage.declined', data: { requestId } })
  return { number: request.number }
}

/** The same by the request's number. */
export async function decideByNumber(act: Act, written: string, { approve, reason }: z.output<typeof schema.decisionForm>): Promise<void> {
  const request = await act.db.footageRequest.findUnique({ where: { number: readTrackingNumber(written) ?? '' }, select: { id: true } })
  if (!request) throw new Refusal('footageNotFound')
  await decideRequest(act, { requestId: request.id, approve, reason: reason ? { text: reason } : null })
}

/** Why the actor cannot decide about a request (any more): `footageNotFound` for all but the station's supervisors, `footageDecideOwn`, `footageDecided`; null when they can. */
export async function whyNotDecide(act: Act, requestId: string): Promise<Refusal | null> {
  return decisionRefusal(act, await act.db.footageItem.findMany({ where: { requestId }, include: itemWanted }))
}

function decisionRefusal({ actor }: Act, [first]: HeldItem[]): Refusal | null {
  if (!first || !supervises(actor, first.request.agencyId)) return new Refusal('footageNotFound')
  const { state, officerId, number, decidedAt } = first.request
  if (state !== 'AWAITING_APPROVAL') return decidedAt ? new Refusal('footageDecided', { number, state: inLanguage(footageStateLabels[state], actor.language) }) : new Refusal('footageNotFound')
  return officerId === actor.userId ? new Refusal('footageDecideOwn') : null
}

/** Who asked, as they may act now; null when they are no police officer of that station any more. */
async function officerOf({ db }: Act, { officerId, agencyId }: HeldItem['request']): Promise<Actor | null> {
  const { language, memberships } = await db.user.findUniqueOrThrow({ where: { id: officerId }, select: { language: true, memberships: { where: { suspendedAt: null } } } })
  return memberships.some(held => held.role === 'POLICE' && held.agencyId === agencyId) ? { userId: officerId, language, memberships } : null
}

/** Asks for the recordings as the officer would now; they get the same ids. */
async function askApproved(act: Act, officer: Actor, items: HeldItem[]): Promise<void> {
  const { request } = items[0]!
  const wanted: Wanted[] = []
  for (const { id, cameraId, from, to } of items) {
    const found = cameraId ? await attempt(act.db, () => camerasToAsk({ ...act, actor: officer }, [cameraId])) : []
    const camera = found instanceof Refusal ? undefined : found.find(({ provinceCode }) => provinceCode === request.provinceCode)
    if (camera) wanted.push({ id, camera, from, to })
  }
  const possible = new Set(wanted.map(({ id }) => id))
  const gone = items.filter(({ id }) => !possible.has(id))
  await act.db.footageItem.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { state: 'UNAVAILABLE' } })
  if (gone.length) await writeEvents(act, ...gone.map(({ id, requestId, state }) => ({ requestId, provinceCode: request.provinceCode, itemId: id, kind: 'UNAVAILABLE' as const, fromState: state, toState: 'UNAVAILABLE' as const })))
  await act.db.footageItem.deleteMany({ where: { id: { in: [...possible] } } })
  const { items: now, notices } = await asked(act, request, wanted)
  await act.db.$executeRaw`${insertItems(Prisma.sql`(SELECT ${request.id}::uuid AS "id") request`, now)}`
  await notify(act, ...notices)
}

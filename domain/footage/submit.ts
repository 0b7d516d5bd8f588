import type { z } from 'zod'
import type { Priority, Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { NewNotice } from '../notices/kinds'
import type { Period } from '../time/moments'
import type { FootageCamera } from './cameras'
import type { Custodian } from './custodians'
import { numbered } from '../faults/numbered'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { camerasToAsk } from './cameras'
import { custodiansOf } from './custodians'
import { writeEvents } from './events'
import { limitsOf } from './limits'
import { wrongPeriod } from './period'
import { answerTime, levelOf, nudgeTime, openStates, overwrittenAt } from './rules'
import * as schema from './schema'

/** A request as it was stored. */
export interface Submitted { requestId: string, number: string }

/**
 * ขอดูภาพ: stores a request and asks whoever keeps each camera. Where a colleague's question about an overlapping recording is open, it joins that one:
 * the custodian is asked once, and both officers are told. Refused as `notAllowed`, `membershipSuspended`, `footageTooMany`, as `wrongPeriod` and `camerasToAsk` are,
 * and as `footageAgain` for what the officer has asked for already.
 */
export async function submitRequest(act: Act, input: z.input<typeof schema.newRequest>): Promise<Submitted> {
  const wanted = schema.newRequest.parse(input)
  const { db, now, actor } = act
  const provinceCode = await stationProvince(act, wanted.agencyId)
  const most = await limitsOf(db, provinceCode)
  if (wanted.cameras.length > most.cameras) throw new Refusal('footageTooMany', { most: most.cameras })
  for (const period of wanted.cameras) {
    const refusal = wrongPeriod(period, now, most.minutes)
    if (refusal) throw refusal
  }
  await lockCameras(db, wanted.cameras.map(({ cameraId }) => cameraId))
  const cameras = await camerasToAsk(act, wanted.cameras.map(({ cameraId }) => cameraId))
  const other = cameras.find(camera => camera.provinceCode !== provinceCode)
  if (other) throw new Refusal('footageOtherProvince', { code: other.code })
  const { caseNumber, offence, purpose, legalBasis, urgency, place } = wanted
  const { id: requestId, number } = await numbered('R', now, async (id, number) => (await db.footageRequest.createMany({
    data: [{
      id,
      number,
      provinceCode,
      officerId: actor.userId,
      agencyId: wanted.agencyId,
      caseNumber: caseNumber.text,
      caseMessageId: caseNumber.messageId,
      offence: offence.text,
      offenceMessageId: offence.messageId,
      purpose: purpose.text,
      purposeMessageId: purpose.messageId,
      legalBasis,
      urgency,
      placeText: place?.text,
      latitude: place?.latitude,
      longitude: place?.longitude,
      placeMessageId: place?.messageId,
      createdAt: now,
    }],
    skipDuplicates: true,
  })).count)
  await writeEvents(act, { requestId, provinceCode, kind: 'SUBMITTED', data: { number, cameras: cameras.map(({ code }) => code) } })
  await askAll(act, requestId, cameras, wanted.cameras, urgency)
  return { requestId, number }
}

/** The province of a station that the actor is a police officer of. Refused as `membershipSuspended`, `notAllowed`. */
export async function stationProvince({ db, actor }: Act, agencyId: string): Promise<string> {
  const post = actor.memberships.find(held => held.role === 'POLICE' && held.agencyId === agencyId)
  if (post) return post.provinceCode
  const suspended = await db.membership.count({ where: { userId: actor.userId, role: 'POLICE', suspendedAt: { not: null } } })
  throw new Refusal(suspended ? 'membershipSuspended' : 'notAllowed')
}

type Open = Prisma.FootageItemGetPayload<{ include: { request: { select: { officerId: true, number: true } } } }>

/** Asks for recordings of locked cameras, each of which may join what a colleague asks. */
async function askAll(act: Act, requestId: string, cameras: FootageCamera[], periods: Period[], urgency: Priority): Promise<void> {
  const { db, now } = act
  const open = await db.footageItem.findMany({
    where: { cameraId: { in: cameras.map(({ id }) => id) }, state: { in: [...openStates] }, request: { state: 'SUBMITTED' } },
    include: { request: { select: { officerId: true, number: true } } },
    orderBy: { id: 'asc' },
  })
  const keepers = new Map<string, Promise<Custodian[]>>()
  const keepersOf = (camera: FootageCamera) => {
    const key = `${camera.ownership} ${camera.ownerId ?? camera.agencyId}`
    return keepers.get(key) ?? keepers.set(key, custodiansOf(db, camera)).get(key)!
  }
  const items: Prisma.FootageItemCreateManyInput[] = []
  const notices: NewNotice[] = []
  for (const [i, camera] of cameras.entries()) {
    const { from, to } = periods[i]!
    const id = uuid7(now.getTime())
    const overwriteAt = overwrittenAt(from, camera.retentionDays)
    const common = { id, requestId, cameraId: camera.id, from, to, overwriteAt }
    const host = hostOf(act, open.filter(item => item.cameraId === camera.id), camera.code, { from, to })
    if (host) {
      items.push({ ...common, ...joining(host, answerTime(overwriteAt, now)) })
      const sharing = open.filter(({ askId }) => askId === host.askId)
      // Who shares it already knows that.
      if (sharing.length === 1) notices.push({ to: { userId: host.request.officerId }, level: 'SOON', kind: 'footage.joined', data: { requestId: host.requestId, itemId: host.id } })
      continue
    }
    const [first] = await keepersOf(camera)
    const answerBy = answerTime(overwriteAt, now)
    items.push({ ...common, askId: id, answerBy, nudgeAt: nudgeTime(0, answerBy, now), firstAskedId: first?.userId ?? null })
    if (first) notices.push({ to: { userId: first.userId }, level: levelOf(urgency, overwriteAt, now), kind: 'footage.asked', data: { askId: id } })
  }
  await db.footageItem.createMany({ data: items })
  await notify(act, ...notices)
}

/** The colleague's question that this one joins; null when it is a question of its own. What is saved already is only what was asked for. Refused as `footageAgain`. */
function hostOf({ actor }: Act, open: Open[], code: string, { from, to }: Period): Open | null {
  const overlapping = open.filter(item => item.from < to && item.to > from)
  const own = overlapping.find(({ request }) => request.officerId === actor.userId)
  if (own) throw new Refusal('footageAgain', { code, number: own.request.number })
  return overlapping.find(item => item.state === 'ASKED' || (item.from <= from && item.to >= to)) ?? null
}

/** What a recording has in common with the one that it joins. */
function joining({ askId, state, answerBy, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }: Open, ownTime: Date) {
  return { askId, state, answerBy: answerBy < ownTime ? answerBy : ownTime, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }
}

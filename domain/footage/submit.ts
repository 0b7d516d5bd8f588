import type { z } from 'zod'
import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { FootageCamera } from './cameras'
import { numbered } from '../faults/numbered'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { camerasToAsk } from './cameras'
import { custodiansOf } from './custodians'
import { writeEvents } from './events'
import { wrongPeriod } from './period'
import { answerTime, levelOf, nudgeTime, openStates, overwrittenAt } from './rules'
import * as schema from './schema'
import { tellCustodians, tellOfficers } from './tell'

/** A request as it was stored. */
export interface Submitted { requestId: string, number: string }

type NewItem = Prisma.FootageItemCreateManyInput & { id: string, askId: string, from: Date, to: Date }

/**
 * ขอดูภาพ: stores a request and asks whoever keeps each camera. Where a colleague's question about an overlapping recording is open, it joins that one:
 * the custodian is asked once, and both officers are told. Refused as `notAllowed`, `membershipSuspended`, as `wrongPeriod` and `camerasToAsk` are,
 * and as `footageAgain` for what the officer has asked for already.
 */
export async function submitRequest(act: Act, input: z.input<typeof schema.newRequest>): Promise<Submitted> {
  const wanted = schema.newRequest.parse(input)
  const { db, now, actor } = act
  const provinceCode = await stationProvince(act, wanted.agencyId)
  for (const period of wanted.cameras) {
    const refusal = wrongPeriod(period, now)
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
  for (const [i, camera] of cameras.entries()) await ask(act, requestId, camera, wanted.cameras[i]!, urgency)
  return { requestId, number }
}

/** The province of a station that the actor is a police officer of. Refused as `membershipSuspended`, `notAllowed`. */
export async function stationProvince({ db, actor }: Act, agencyId: string): Promise<string> {
  const post = actor.memberships.find(held => held.role === 'POLICE' && held.agencyId === agencyId)
  if (post) return post.provinceCode
  const suspended = await db.membership.count({ where: { userId: actor.userId, role: 'POLICE', suspendedAt: { not: null } } })
  throw new Refusal(suspended ? 'membershipSuspended' : 'notAllowed')
}

/** Asks for the recording of one locked camera, or joins who has asked. */
async function ask(act: Act, requestId: string, camera: FootageCamera, { from, to }: { from: Date, to: Date }, urgency: z.output<typeof schema.newRequest>['urgency']): Promise<void> {
  const { db, now, actor } = act
  const open = await db.footageItem.findMany({
    where: { cameraId: camera.id, state: { in: [...openStates] }, request: { state: 'SUBMITTED' }, from: { lt: to }, to: { gt: from } },
    include: { request: { select: { officerId: true, number: true } } },
    orderBy: { id: 'asc' },
  })
  const own = open.find(({ request }) => request.officerId === actor.userId)
  if (own) throw new Refusal('footageAgain', { code: camera.code, number: own.request.number })
  // What is saved already is only what was asked for.
  const host = open.find(item => item.state === 'ASKED' || (item.from <= from && item.to >= to))
  const id = uuid7(now.getTime())
  const overwriteAt = overwrittenAt(from, camera.retentionDays)
  const common = { id, requestId, cameraId: camera.id, from, to, overwriteAt }
  if (host) {
    const { askId, state, answerBy, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone } = host
    await store(act, { ...common, askId, state, answerBy: answerBy < answerTime(overwriteAt, now) ? answerBy : answerTime(overwriteAt, now), nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone })
    await tellOfficers(act, open.filter(item => item.askId === askId), 'SOON', 'footage.joined')
    // The custodian's card shows both from now on; a notice that was not heard yet is brought up to date.
    return
  }
  const [first] = await custodiansOf(db, camera)
  const answerBy = answerTime(overwriteAt, now)
  await store(act, { ...common, askId: id, answerBy, nudgeAt: nudgeTime(0, answerBy, now), firstAskedId: first?.userId ?? null })
  if (first) await tellCustodians(act, [first.userId], levelOf(urgency, overwriteAt, now), 'footage.asked', id)
}

async function store({ db }: Act, item: NewItem): Promise<void> {
  await db.footageItem.createMany({ data: [item] })
}

import type { z } from 'zod'
import type { FootageItemState, Priority } from '../../prisma/client'
import type { Act } from '../act'
import type { NewNotice } from '../notices/kinds'
import type { Period } from '../time/moments'
import type { FootageCamera } from './cameras'
import { numbered } from '../faults/numbered'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { camerasToAsk } from './cameras'
import { firstCustodians } from './custodians'
import { writeEvents } from './events'
import { wrongPeriod } from './period'
import { answerTime, levelOf, nudgeTime, openStates, overwrittenAt } from './rules'
import * as schema from './schema'

/** A request as it was stored. */
export interface Submitted { requestId: string, number: string }

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
  const { items, notices } = await asked(act, cameras, wanted.cameras, urgency)
  // Written out, and in one statement: through Prisma's own, fifty officers at once would wait three times as long.
  const { id: requestId, number } = await numbered('R', now, (id, number) => db.$executeRaw`
    WITH request AS (
      INSERT INTO "FootageRequest" ("id", "number", "provinceCode", "officerId", "agencyId", "caseNumber", "caseMessageId", "offence", "offenceMessageId", "purpose", "purposeMessageId",
        "legalBasis", "urgency", "placeText", "latitude", "longitude", "placeMessageId", "createdAt")
      VALUES (${id}::uuid, ${number}, ${provinceCode}, ${actor.userId}::uuid, ${wanted.agencyId}::uuid, ${caseNumber.text}, ${caseNumber.messageId}, ${offence.text}, ${offence.messageId},
        ${purpose.text}, ${purpose.messageId}, ${legalBasis}::"LegalBasis", ${urgency}::"Priority", ${place?.text}, ${place?.latitude}, ${place?.longitude}, ${place?.messageId}, ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING "id")
    INSERT INTO "FootageItem" ("id", "requestId", "cameraId", "askId", "from", "to", "state", "overwriteAt", "answerBy", "nudgeAt", "nudges", "firstAskedId", "answeredAt", "answeredById", "appointmentAt", "technicianPhone")
    SELECT i."id", request."id", "cameraId", "askId", "from", "to", coalesce("state", 'ASKED'), "overwriteAt", "answerBy", "nudgeAt", coalesce("nudges", 0), "firstAskedId", "answeredAt", "answeredById", "appointmentAt", "technicianPhone"
    FROM request CROSS JOIN json_populate_recordset(NULL::"FootageItem", ${JSON.stringify(items)}::json) i`)
  await writeEvents(act, { requestId, provinceCode, kind: 'SUBMITTED', data: { number, cameras: cameras.map(({ code }) => code) } })
  await notify(act, ...notices)
  return { requestId, number }
}

/** The province of a station that the actor is a police officer of. Refused as `membershipSuspended`, `notAllowed`. */
export async function stationProvince({ db, actor }: Act, agencyId: string): Promise<string> {
  const post = actor.memberships.find(held => held.role === 'POLICE' && held.agencyId === agencyId)
  if (post) return post.provinceCode
  const suspended = await db.membership.count({ where: { userId: actor.userId, role: 'POLICE', suspendedAt: { not: null } } })
  throw new Refusal(suspended ? 'membershipSuspended' : 'notAllowed')
}

/** A recording that is asked for, with whose request that is. */
interface Open extends Period, Asked {
  id: string
  requestId: string
  cameraId: string
  officerId: string
  number: string
}

/** How far a question has come. */
interface Asked {
  askId: string
  state: FootageItemState
  answerBy: Date
  nudgeAt: Date | null
  nudges: number
  firstAskedId: string | null
  answeredAt: Date | null
  answeredById: string | null
  appointmentAt: Date | null
  technicianPhone: string | null
}

type NewItem = Period & { id: string, cameraId: string, overwriteAt: Date | null } & Pick<Asked, 'askId' | 'answerBy'> & Partial<Asked>

/** What is asked for recordings of locked cameras, each of which may join what a colleague asks, and who is told. */
async function asked(act: Act, cameras: FootageCamera[], periods: Period[], urgency: Priority): Promise<{ items: NewItem[], notices: NewNotice[] }> {
  const { db, now } = act
  const [open, keepers] = await Promise.all([
    db.$queryRaw<Open[]>`
      SELECT i."id"::text, i."requestId"::text, i."cameraId"::text, i."askId"::text, i."from", i."to", i."state"::text, i."answerBy", i."nudgeAt", i."nudges", i."firstAskedId"::text, i."answeredAt",
        i."answeredById"::text, i."appointmentAt", i."technicianPhone", r."officerId"::text, r."number"
      FROM "FootageItem" i JOIN "FootageRequest" r ON r."id" = i."requestId" AND r."state" = 'SUBMITTED'
      WHERE i."cameraId" = ANY(${cameras.map(({ id }) => id)}::uuid[]) AND i."state" = ANY(${openStates}::text[]::"FootageItemState"[]) ORDER BY i."id"`,
    firstCustodians(db, cameras),
  ])
  const items: NewItem[] = []
  const notices: NewNotice[] = []
  for (const [i, camera] of cameras.entries()) {
    const { from, to } = periods[i]!
    const id = uuid7(now.getTime())
    const overwriteAt = overwrittenAt(from, camera.retentionDays)
    const common = { id, cameraId: camera.id, from, to, overwriteAt }
    const host = hostOf(act, open.filter(item => item.cameraId === camera.id), camera.code, { from, to })
    if (host) {
      items.push({ ...common, ...joining(host, answerTime(overwriteAt, now)) })
      const sharing = open.filter(({ askId }) => askId === host.askId)
      // Who shares it already knows that.
      if (sharing.length === 1) notices.push({ to: { userId: host.officerId }, level: 'SOON', kind: 'footage.joined', data: { requestId: host.requestId, itemId: host.id } })
      continue
    }
    const first = keepers[i]!
    const answerBy = answerTime(overwriteAt, now)
    items.push({ ...common, askId: id, answerBy, nudgeAt: nudgeTime(0, answerBy, now), firstAskedId: first })
    if (first) notices.push({ to: { userId: first }, level: levelOf(urgency, overwriteAt, now), kind: 'footage.asked', data: { askId: id }, isFirst: true })
  }
  return { items, notices }
}

/** The colleague's question that this one joins; null when it is a question of its own. What is saved already is only what was asked for. Refused as `footageAgain`. */
function hostOf({ actor }: Act, open: Open[], code: string, { from, to }: Period): Open | null {
  const overlapping = open.filter(item => item.from < to && item.to > from)
  const own = overlapping.find(({ officerId }) => officerId === actor.userId)
  if (own) throw new Refusal('footageAgain', { code, number: own.number })
  return overlapping.find(item => item.state === 'ASKED' || (item.from <= from && item.to >= to)) ?? null
}

/** What a recording has in common with the one that it joins. */
function joining({ askId, state, answerBy, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }: Open, ownTime: Date) {
  return { askId, state, answerBy: answerBy < ownTime ? answerBy : ownTime, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }
}

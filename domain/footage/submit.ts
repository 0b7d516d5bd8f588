import type { z } from 'zod'
import type { Act } from '../act'
import { Prisma } from '../../prisma/client'
import { numbered } from '../faults/numbered'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { approvers, stationRules, toApprove, waiting } from './approval'
import { asked, insertItems } from './ask'
import { camerasToAsk } from './cameras'
import { writeEvents } from './events'
import { wrongPeriod } from './period'
import * as schema from './schema'

/** A request as it was stored; `waits`: for a supervisor's approval. */
export interface Submitted { requestId: string, number: string, waits: boolean }

/**
 * ขอดูภาพ: stores a request and asks whoever keeps each camera. Where a colleague's question about an overlapping recording is open, it joins that one:
 * the custodian is asked once, and both officers are told. Where the province has requests approved, it waits for that first (`approve.ts`).
 * Refused as `notAllowed`, `membershipSuspended`, `footageTooMany`, `footageNoSupervisor`, as `wrongPeriod` and `camerasToAsk` are, and as `footageAgain` for what the officer has asked for already.
 */
export async function submitRequest(act: Act, input: z.input<typeof schema.newRequest>): Promise<Submitted> {
  const wanted = schema.newRequest.parse(input)
  const { db, now, actor } = act
  const provinceCode = await stationProvince(act, wanted.agencyId)
  const most = await stationRules(act, wanted.agencyId)
  if (wanted.cameras.length > most.cameras) throw new Refusal('footageTooMany', { most: most.cameras })
  const supervisors = approvers(act, wanted.agencyId, most)
  for (const period of wanted.cameras) {
    const refusal = wrongPeriod(period, now, most.minutes)
    if (refusal) throw refusal
  }
  await lockCameras(db, wanted.cameras.map(({ cameraId }) => cameraId))
  const cameras = await camerasToAsk(act, wanted.cameras.map(({ cameraId }) => cameraId))
  const other = cameras.find(camera => camera.provinceCode !== provinceCode)
  if (other) throw new Refusal('footageOtherProvince', { code: other.code })
  const { caseNumber, offence, purpose, legalBasis, urgency, place } = wanted
  const recordings = cameras.map((camera, i) => ({ id: uuid7(now.getTime()), camera, from: wanted.cameras[i]!.from, to: wanted.cameras[i]!.to }))
  const asking = { officerId: actor.userId, urgency }
  const { items, notices } = supervisors ? await waiting(act, asking, recordings) : await asked(act, asking, recordings)
  // Written out, and in one statement: through Prisma's own, fifty officers at once would wait three times as long.
  const { id: requestId, number } = await numbered('R', now, (id, number) => db.$executeRaw`
    WITH request AS (
      INSERT INTO "FootageRequest" ("id", "number", "provinceCode", "officerId", "agencyId", "caseNumber", "caseMessageId", "offence", "offenceMessageId", "purpose", "purposeMessageId",
        "legalBasis", "urgency", "placeText", "latitude", "longitude", "placeMessageId", "state", "createdAt")
      VALUES (${id}::uuid, ${number}, ${provinceCode}, ${actor.userId}::uuid, ${wanted.agencyId}::uuid, ${caseNumber.text}, ${caseNumber.messageId}, ${offence.text}, ${offence.messageId},
        ${purpose.text}, ${purpose.messageId}, ${legalBasis}::"LegalBasis", ${urgency}::"Priority", ${place?.text}, ${place?.latitude}, ${place?.longitude}, ${place?.messageId}, ${supervisors ? 'AWAITING_APPROVAL' : 'SUBMITTED'}::"FootageState", ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING "id")
    ${insertItems(Prisma.sql`request`, items)}`)
  await writeEvents(act, { requestId, provinceCode, kind: 'SUBMITTED', data: { number, cameras: cameras.map(({ code }) => code) } })
  await notify(act, ...notices, ...toApprove(requestId, supervisors ?? []))
  return { requestId, number, waits: supervisors !== null }
}

/** The province of a station that the actor is a police officer of. Refused as `membershipSuspended`, `notAllowed`. */
export async function stationProvince({ db, actor }: Act, agencyId: string): Promise<string> {
  const post = actor.memberships.find(held => held.role === 'POLICE' && held.agencyId === agencyId)
  if (post) return post.provinceCode
  const suspended = await db.membership.count({ where: { userId: actor.userId, role: 'POLICE', suspendedAt: { not: null } } })
  throw new Refusal(suspended ? 'membershipSuspended' : 'notAllowed')
}

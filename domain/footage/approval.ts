import type { Act } from '../act'
import type { NewNotice } from '../notices/kinds'
import type { Asking, NewItem, Wanted } from './ask'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { openOf, refuseAgain } from './ask'
import { overwrittenAt, supervises } from './rules'

/**
 * Who approves what the actor asks for in the name of a station: its supervisors; null when it goes out at once, because the province does not want that, or the
 * actor is one of them. Refused as `footageNoSupervisor` where there is nobody.
 */
export async function approvalBy({ db, actor }: Act, agencyId: string): Promise<string[] | null> {
  if (supervises(actor, agencyId)) return null
  const [station] = await db.$queryRaw<{ supervisors: string[] }[]>`
    SELECT ARRAY(SELECT DISTINCT m."userId"::text FROM "Membership" m
      WHERE m."agencyId" = a."id" AND m."role" = 'POLICE' AND m."supervises" AND m."suspendedAt" IS NULL AND m."userId" <> ${actor.userId}::uuid) AS "supervisors"
    FROM "Agency" a JOIN "Province" p ON p."code" = a."provinceCode" WHERE a."id" = ${agencyId}::uuid AND p."footageApproval"`
  if (!station) return null
  if (station.supervisors.length === 0) throw new Refusal('footageNoSupervisor')
  return station.supervisors
}

/** Recordings of locked cameras that nobody is asked for before a supervisor has approved them. Refused as `footageAgain`. */
export async function waiting(act: Act, asking: Asking, wanted: Wanted[]): Promise<{ items: NewItem[], notices: NewNotice[] }> {
  refuseAgain(asking, await openOf(act, wanted), wanted)
  const items = wanted.map(({ id, camera, from, to }) => ({ id, cameraId: camera.id, askId: id, from, to, overwriteAt: overwrittenAt(from, camera.retentionDays), answerBy: act.now }))
  return { items, notices: [] }
}

/** What supervisors are told of a request that waits for one of them. */
export function toApprove(requestId: string, supervisors: string[]): NewNotice[] {
  return supervisors.map(userId => ({ to: { userId }, level: 'NOW', kind: 'footage.toApprove', data: { requestId }, isFirst: true }))
}

/** Supervisors who have not heard yet that a request waits need not. */
export function dismissApproval(act: Act, requestId: string): Promise<void> {
  return dismiss(act, [`footage:${requestId}`], ['footage.toApprove'])
}

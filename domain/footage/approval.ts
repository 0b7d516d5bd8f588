import type { Act } from '../act'
import type { NewNotice } from '../notices/kinds'
import type { Asking, NewItem, Wanted } from './ask'
import type { Limits } from './limits'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { openOf, refuseAgain } from './ask'
import { overwrittenAt, supervises } from './rules'

/** What a station's province lets an officer ask for; `supervisors`: who may approve it, besides the officer; null: nobody has to. */
export interface StationRules extends Limits { supervisors: string[] | null }

/** The rules for requests in the name of a station. */
export async function stationRules({ db, actor }: Act, agencyId: string): Promise<StationRules> {
  const [rules] = await db.$queryRaw<[StationRules]>`
    SELECT p."footageCameras" AS "cameras", p."footageMinutes" AS "minutes", CASE WHEN p."footageApproval" THEN ARRAY(SELECT DISTINCT m."userId"::text FROM "Membership" m
      WHERE m."agencyId" = a."id" AND m."role" = 'POLICE' AND m."supervises" AND m."suspendedAt" IS NULL AND m."userId" <> ${actor.userId}::uuid) END AS "supervisors"
    FROM "Agency" a JOIN "Province" p ON p."code" = a."provinceCode" WHERE a."id" = ${agencyId}::uuid`
  return rules
}

/**
 * Who approves what the actor asks for in the name of a station: its supervisors; null when it goes out at once, because the province does not want that, or the
 * actor is one of them. Refused as `footageNoSupervisor` where there is nobody.
 */
export function approvers({ actor }: Act, agencyId: string, { supervisors }: StationRules): string[] | null {
  if (supervisors === null || supervises(actor, agencyId)) return null
  if (supervisors.length === 0) throw new Refusal('footageNoSupervisor')
  return supervisors
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

import type { z } from 'zod'
import type { FootageCause, FootageItemState } from '../../prisma/client'
import type { Act } from '../act'
import { withdraw } from '../faults/commands'
import { numbered } from '../faults/numbered'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { camerasToLog } from './cameras'
import { reportDown } from './down'
import { writeEvents } from './events'
import { isOfficer, lockItems, lockRequests } from './held'
import { overwrittenAt, stateOf, undoLogMs } from './rules'
import * as schema from './schema'
import { stationProvince } from './submit'

/** A request on foot as it was written down; `fault`: the number of the report that a broken camera got. */
export interface Logged { requestId: string, number: string, fault: string | null }

/** A recording that was looked for is noted with so much of the time around it, ms. */
const around = 30 * 60_000

/**
 * บันทึกการขอดูภาพ: what came of a request that was made on foot, at once; nobody is asked anything. Refused as `notAllowed`, `membershipSuspended`,
 * `footageFuture`, `footageCameraUnknown`, `footageOtherProvince`.
 */
export async function logRequest(act: Act, input: z.input<typeof schema.newLog>): Promise<Logged> {
  const { agencyId, at, subject, outcome } = schema.newLog.parse(input)
  const { db, now, actor } = act
  const provinceCode = await stationProvince(act, agencyId)
  if (at > now) throw new Refusal('footageFuture')
  const cameraId = 'cameraId' in subject ? subject.cameraId : null
  if (cameraId) await lockCameras(db, [cameraId])
  const camera = cameraId ? (await camerasToLog(act, [cameraId]))[0]! : null
  if (camera && camera.provinceCode !== provinceCode) throw new Refusal('footageOtherProvince', { code: camera.code })
  const place = 'place' in subject ? subject.place : undefined
  const noCamera = 'noCamera' in subject && subject.noCamera
  const item = noCamera || !outcome ? null : itemOf(outcome)
  const { id: requestId, number } = await numbered('R', now, async (id, number) => (await db.footageRequest.createMany({
    data: [{
      id,
      number,
      provinceCode,
      officerId: actor.userId,
      agencyId,
      placeText: place?.text,
      latitude: place?.latitude,
      longitude: place?.longitude,
      placeMessageId: place?.messageId,
      logged: true,
      noCamera,
      state: stateOf(item ? [item] : []),
      createdAt: now,
      closedAt: now,
    }],
    skipDuplicates: true,
  })).count)
  const fault = camera && item?.cause === 'CAMERA_DOWN' ? await reportDown(act, { camera, request: { number } }, { tellNow: false }) : null
  const id = uuid7(now.getTime())
  if (item) await db.footageItem.createMany({ data: [{ ...item, id, askId: id, requestId, cameraId, from: at, to: new Date(at.getTime() + around), overwriteAt: camera && overwrittenAt(at, camera.retentionDays), answerBy: now, faultReportId: fault?.reportId }] })
  await writeEvents(act, { requestId, provinceCode, kind: 'LOGGED', ...item && { itemId: id, toState: item.state }, data: { number, ...camera && { camera: camera.code } } })
  return { requestId, number, fault: fault?.number ?? null }
}

function itemOf(outcome: NonNullable<z.output<typeof schema.newLog>['outcome']>): { state: FootageItemState, cause: FootageCause | null, complete: boolean | null } {
  if (outcome.got === 'NOTHING') return { state: 'UNAVAILABLE', cause: outcome.cause, complete: null }
  return { state: 'RECEIVED', cause: null, complete: outcome.got === 'ALL' }
}

/** Takes a log back within two minutes, with the report of a broken camera that it made. Refused as `footageNotFound`, and as `footageUndoLate` after that. */
export async function undoLog(act: Act, input: z.input<typeof schema.ofRequest>): Promise<{ number: string }> {
  const { requestId } = schema.ofRequest.parse(input)
  const { db, now, actor } = act
  const items = await lockItems(db, { requestId })
  if (items.length === 0) await lockRequests(db, [requestId])
  const request = await db.footageRequest.findUnique({ where: { id: requestId } })
  if (!request?.logged || request.state === 'CANCELLED' || !isOfficer(actor, { request })) throw new Refusal('footageNotFound')
  const { number, provinceCode, createdAt } = request
  if (now.getTime() - createdAt.getTime() > undoLogMs) throw new Refusal('footageUndoLate', { number })
  await db.footageRequest.update({ where: { id: requestId }, data: { state: 'CANCELLED', closedAt: now }, select: { id: true } })
  for (const { faultReportId } of items) {
    const report = faultReportId && await db.faultReport.findFirst({ where: { id: faultReportId, releasedAt: null, createdAt }, select: { id: true } })
    if (report) await withdraw(act, { reportId: report.id })
  }
  await writeEvents(act, { requestId, provinceCode, kind: 'UNDONE' })
  return { number }
}

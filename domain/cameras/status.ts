import type { z } from 'zod'
import type { CameraStatus } from '../../prisma/client'
import type { Act } from '../act'
import type { ChangeRow } from '../changes/record'
import type { Entry } from './entry'
import { audit } from '../audit'
import { differences, recordChanges } from '../changes/record'
import { finish, reportFault } from '../faults/commands'
import { Refusal } from '../refusal'
import { returnChanged } from '../survey/returns'
import { lockedEntry, openRepair } from './entry'
import * as schema from './schema'

/**
 * The agency says how a camera is. While a repair is open its status comes from that.
 * Refused as `cameraUnknown`, `notAllowed`, `changedMeanwhile`, `cameraIsRemoved`, `statusByRepair`.
 */
export async function setCameraStatus(act: Act, id: string, input: z.input<typeof schema.cameraStatus>): Promise<{ id: string }> {
  const { version, status, reason = null } = schema.cameraStatus.parse(input)
  const camera = await lockedEntry(act, id, version)
  if (camera.status === 'REMOVED') throw new Refusal('cameraIsRemoved', { code: camera.code })
  if (camera.status === status && camera.statusReason === reason) return { id }
  await needsNoRepair(act, camera, 'statusByRepair')
  return stand(act, camera, 'status', status, reason)
}

/** Takes a camera out of the register; it is kept, but not counted. Nothing happens to one that is out. Refused as `cameraUnknown`, `notAllowed`, `changedMeanwhile`, `removedByRepair`. */
export async function removeCamera(act: Act, id: string, input: z.input<typeof schema.removal>): Promise<{ id: string }> {
  const { version, reason } = schema.removal.parse(input)
  const camera = await lockedEntry(act, id)
  if (camera.status === 'REMOVED') return { id }
  if (camera.version !== version) throw new Refusal('changedMeanwhile')
  await needsNoRepair(act, camera, 'removedByRepair')
  return stand(act, camera, 'removed', 'REMOVED', reason)
}

/** Puts a camera back, as it was before it was removed. Nothing happens to one that is in the register. Refused as `cameraUnknown`, `notAllowed`, `siteRemoved`. */
export async function restoreCamera(act: Act, id: string): Promise<{ id: string }> {
  const camera = await lockedEntry(act, id)
  if (camera.status !== 'REMOVED') return { id }
  if (camera.site.removedAt) throw new Refusal('siteRemoved')
  const removal = await act.db.change.findFirst({ where: { subject: `camera:${id}`, action: 'removed' }, orderBy: { id: 'desc' }, select: { fields: true } })
  const before = removal?.fields as { status?: [CameraStatus], statusReason?: [string | null] } | undefined
  return stand(act, camera, 'restored', before?.status?.[0] ?? 'NORMAL', before?.statusReason?.[0] ?? null)
}

/** Opens a repair of one's agency's camera that does not work, or joins the one that is open; its agency is told at once. Refused as `cameraUnknown`, `notAllowed`, `cameraRemoved`. */
export async function askForRepair(act: Act, id: string, input: z.input<typeof schema.repairAsked>): Promise<{ id: string }> {
  const { symptom } = schema.repairAsked.parse(input)
  await lockedEntry(act, id)
  const { reportId, released } = await reportFault(act, { cameraId: id, symptom, channel: 'LIFF' })
  if (!released) await finish(act, { reportId })
  return { id }
}

async function needsNoRepair(act: Act, { id, code }: Entry, refusal: 'statusByRepair' | 'removedByRepair'): Promise<void> {
  const number = await openRepair(act, id)
  if (number) throw new Refusal(refusal, { code, number })
}

async function stand(act: Act, camera: Entry, action: ChangeRow['action'], status: CameraStatus, statusReason: string | null): Promise<{ id: string }> {
  const { id, agencyId, site: { provinceCode } } = camera
  const fields = differences(camera as never, { status, statusReason })
  await act.db.camera.update({
    where: { id },
    data: { status, statusReason, statusSource: 'REPORTED', ...status !== camera.status && { statusSince: act.now }, version: { increment: 1 }, updatedAt: act.now },
    select: { id: true },
  })
  await recordChanges(act, [{ provinceCode, subject: `camera:${id}`, action, fields, reason: statusReason, afterSubmit: await returnChanged(act, agencyId) }])
  await audit(act, { action: `camera.${action}`, subject: `camera:${id}`, provinceCode, data: { status } })
  return { id }
}

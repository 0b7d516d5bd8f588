import type { z } from 'zod'
import type { Act } from '../act'
import type { checkDecision } from './schema'
import { audit } from '../audit'
import { dismiss, notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { knowsPrivate } from './rules'
import * as schema from './schema'

/**
 * A police officer or secretary of the province says that a private camera is there, that something is to be changed, or that it is not
 * accepted; the owner is told. Refused as `cameraUnknown` (also for those who may not know of it), `ownCheck`, `reasonNeeded`, `checkDecided`.
 */
export async function decideCheck(act: Act, input: z.input<typeof checkDecision>): Promise<{ code: string }> {
  const { cameraId, decision, remark, messageId } = schema.checkDecision.parse(input)
  const { db, actor, now } = act
  await db.$queryRaw`SELECT "cameraId" FROM "PrivateCamera" WHERE "cameraId" = ${cameraId}::uuid FOR UPDATE`
  const found = await db.privateCamera.findUnique({ where: { cameraId }, select: { ownerId: true, check: true, saidIn: true, camera: { select: { code: true, site: { select: { provinceCode: true } } } } } })
  const provinceCode = found?.camera.site.provinceCode
  if (!found || !knowsPrivate(actor, provinceCode!)) throw new Refusal('cameraUnknown')
  const { ownerId, check, saidIn, camera: { code } } = found
  const { remark: _, ...kept } = saidIn as Record<string, string>
  if (ownerId === actor.userId) throw new Refusal('ownCheck')
  if (check !== 'PENDING') throw new Refusal('checkDecided', { code })
  if (decision !== 'CONFIRMED' && !remark) throw new Refusal('reasonNeeded')
  await db.privateCamera.update({ where: { cameraId }, data: { check: decision, remark: decision === 'CONFIRMED' ? null : remark, saidIn: messageId ? { ...kept, remark: messageId } : kept, checkedById: actor.userId, checkedAt: now }, select: { cameraId: true } })
  await audit(act, { action: `privateCamera.${({ CONFIRMED: 'confirmed', CHANGE_WANTED: 'changeWanted', DECLINED: 'declined' } as const)[decision]}`, subject: `camera:${cameraId}`, provinceCode: provinceCode! })
  await dismiss(act, `privateCamera:${cameraId}`, ['owner.toCheck'])
  await notify(act, { to: { userId: ownerId }, level: 'SOON', kind: 'owner.checked', data: { privateCameraId: cameraId } })
  return { code }
}

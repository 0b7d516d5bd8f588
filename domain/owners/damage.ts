import type { Act } from '../act'
import { audit } from '../audit'
import { dismiss, notify } from '../notices/notify'
import { lockedOwn } from './own'

/**
 * A private camera was found not to work: it is DAMAGED until its owner says that it works, for nobody but them, the police and the secretary to see. No fault is
 * opened, no agency is told; its owner is, where somebody else found it. Nothing happens to one that is known to be damaged, or was withdrawn.
 */
export async function damagedPrivate(act: Act, cameraId: string): Promise<void> {
  const { db, now, actor: { userId } } = act
  const own = await db.privateCamera.findUnique({ where: { cameraId }, select: { ownerId: true, camera: { select: { site: { select: { provinceCode: true } } } } } })
  if (!own) return
  const isOwner = own.ownerId === userId
  const { count } = await db.camera.updateMany({
    where: { id: cameraId, ownership: 'PRIVATE', status: { notIn: ['DAMAGED', 'REMOVED'] } },
    data: { status: 'DAMAGED', statusSource: isOwner ? 'REPORTED' : 'INFERRED', statusSince: now, updatedAt: now },
  })
  if (!count) return
  await audit(act, { action: 'privateCamera.damaged', subject: `camera:${cameraId}`, provinceCode: own.camera.site.provinceCode })
  if (!isOwner) await notify(act, { to: { userId: own.ownerId }, level: 'SOON', kind: 'owner.damaged', data: { privateCameraId: cameraId } })
}

/** ใช้ได้แล้ว: the owner says that their camera works again. Nothing happens to one that does. Refused as `cameraUnknown`. */
export async function ownCameraWorks(act: Act, cameraId: string): Promise<{ code: string }> {
  const { camera: { code, site } } = await lockedOwn(act, cameraId)
  const { count } = await act.db.camera.updateMany({ where: { id: cameraId, status: 'DAMAGED' }, data: { status: 'NORMAL', statusSource: 'REPORTED', statusSince: act.now, updatedAt: act.now } })
  await dismiss(act, `privateCamera:${cameraId}`, ['owner.damaged'])
  if (count) await audit(act, { action: 'privateCamera.works', subject: `camera:${cameraId}`, provinceCode: site.provinceCode })
  return { code }
}

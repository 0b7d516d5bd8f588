import type { Act } from '../act'
import { audit } from '../audit'
import { needsRoom } from '../photos/room'
import { returnChanged } from '../survey/returns'
import { uuid7 } from '../uuid'
import { lockedEntry } from './entry'

/** How long photos sent in the chat belong to the camera, minutes. */
export const chatPhotoMinutes = 30

/** From now on the photos that the actor sends in the chat are of this camera, for half an hour; one camera at a time. Refused as `cameraUnknown`, `notAllowed`. */
export async function wantChatPhotos(act: Act, cameraId: string): Promise<{ until: Date }> {
  await lockedEntry(act, cameraId)
  const { db, now, actor: { userId } } = act
  const until = new Date(now.getTime() + chatPhotoMinutes * 60_000)
  await db.chatPhotoWanted.upsert({ where: { userId }, create: { userId, cameraId, until }, update: { cameraId, until }, select: { userId: true } })
  return { until }
}

/** The camera that a photo was attached to, and how many it has now. */
export interface ChatPhotoTaken { code: string, siteName: string, photos: number }

/**
 * Attaches a photo from the chat to the camera that the actor is about to send photos of; its bytes are fetched later.
 * Null when there is none. Refused as `tooManyPhotos`, and as `notAllowed` when the actor may not fill it in any more.
 */
export async function takeChatPhoto(act: Act, { lineMessageId, sourceUrl }: { lineMessageId: string, sourceUrl?: string }): Promise<ChatPhotoTaken | null> {
  const { db, now, actor: { userId } } = act
  const wanted = await db.chatPhotoWanted.findFirst({ where: { userId, until: { gt: now } }, select: { cameraId: true } })
  if (!wanted) return null
  const { cameraId } = wanted
  const { code, agencyId, site } = await lockedEntry(act, cameraId)
  const there = await needsRoom(act, { cameraId })
  const { count } = await db.attachment.createMany({ data: [{ id: uuid7(now.getTime()), cameraId, lineMessageId, sourceUrl, uploadedById: userId, createdAt: now, notBefore: now }], skipDuplicates: true })
  if (count) {
    await returnChanged(act, agencyId)
    await audit(act, { action: 'camera.photoAdded', subject: `camera:${cameraId}`, provinceCode: site.provinceCode, data: { lineMessageId } })
  }
  return { code, siteName: site.name, photos: there + count }
}

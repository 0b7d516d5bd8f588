import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { mostPhotos } from '../faults/rules'
import { Refusal } from '../refusal'
import { returnChanged } from '../survey/returns'
import { lockedEntry } from './entry'
import * as schema from './schema'

/** How long its bytes may take to be stored, ms. */
const patience = 10 * 60_000

/** A photo as it was stored. `bytes`: of the full size; width and height in pixels. */
export interface StoredPhoto { bytes: number, width: number, height: number, type: string }

/**
 * Makes room for a photo of a camera; sent again with the same id it is the same one.
 * @param act who adds it
 * @param input the camera, and the id that the browser gave the photo
 * @param storageKey under which its bytes would be stored, 32 hex digits
 * @returns under which they are to be stored; null when they are there already
 * Refused as `cameraUnknown`, `notAllowed`, `tooManyPhotos`, and `notFound` when the photo was taken back or belongs to something else.
 */
export async function beginCameraPhoto(act: Act, input: z.input<typeof schema.cameraPhoto>, storageKey: string): Promise<string | null> {
  const { cameraId, photoId: id } = schema.cameraPhoto.parse(input)
  await lockedEntry(act, cameraId)
  const known = await act.db.attachment.findUnique({ where: { id }, select: { cameraId: true, state: true, storageKey: true } })
  if (known) {
    if (known.cameraId !== cameraId || known.state === 'ERASED') throw new Refusal('notFound')
    return known.state === 'STORED' ? null : known.storageKey!
  }
  const there = await act.db.attachment.count({ where: { cameraId, state: { in: ['PENDING', 'STORED'] } } })
  if (there >= mostPhotos) throw new Refusal('tooManyPhotos', { limit: mostPhotos })
  await act.db.attachment.create({ data: { id, cameraId, storageKey, uploadedById: act.actor.userId, createdAt: act.now, notBefore: new Date(act.now.getTime() + patience) }, select: { id: true } })
  return storageKey
}

/** The bytes of a photo are there. Nothing happens when they were before, or when it was taken back meanwhile: false. */
export async function endCameraPhoto(act: Act, input: z.input<typeof schema.cameraPhoto>, { type, ...size }: StoredPhoto): Promise<boolean> {
  const { cameraId, photoId: id } = schema.cameraPhoto.parse(input)
  const { agencyId, site: { provinceCode } } = await lockedEntry(act, cameraId)
  const { count } = await act.db.attachment.updateMany({ where: { id, cameraId, state: { in: ['PENDING', 'FAILED'] } }, data: { state: 'STORED', contentType: type, error: null, ...size } })
  if (!count) return false
  await returnChanged(act, agencyId)
  await audit(act, { action: 'camera.photoAdded', subject: `camera:${cameraId}`, provinceCode, data: { photo: id } })
  return true
}

/** Takes a photo back: its bytes are erased soon. Nothing happens when it is gone. Refused as `cameraUnknown`, `notAllowed`. */
export async function removeCameraPhoto(act: Act, input: z.input<typeof schema.cameraPhoto>): Promise<void> {
  const { cameraId, photoId: id } = schema.cameraPhoto.parse(input)
  const { agencyId, site: { provinceCode } } = await lockedEntry(act, cameraId)
  const { count } = await act.db.attachment.updateMany({ where: { id, cameraId, state: { not: 'ERASED' } }, data: { state: 'ERASED', sourceUrl: null } })
  if (!count) return
  await returnChanged(act, agencyId)
  await audit(act, { action: 'camera.photoRemoved', subject: `camera:${cameraId}`, provinceCode, data: { photo: id } })
}

import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { lockedOwns } from '../owners/own'
import { returnChanged } from '../survey/returns'
import { lockedEntry } from './entry'
import * as schema from './schema'

/** A photo of a camera is there: it is written down, and marks the agency's return. */
export async function photoAdded(act: Act, cameraId: string, photo: string): Promise<void> {
  const { agencyId, provinceCode } = await lockedFor(act, cameraId)
  await returnChanged(act, agencyId)
  await audit(act, { action: 'camera.photoAdded', subject: `camera:${cameraId}`, provinceCode, data: { photo } })
}

/** Takes a photo back: its bytes are erased soon. Nothing happens when it is gone. Refused as `cameraUnknown`, `notAllowed`. */
export async function removeCameraPhoto(act: Act, input: z.input<typeof schema.cameraPhoto>): Promise<void> {
  const { cameraId, photoId: id } = schema.cameraPhoto.parse(input)
  const { agencyId, provinceCode } = await lockedFor(act, cameraId)
  const { count } = await act.db.attachment.updateMany({ where: { id, cameraId, state: { not: 'ERASED' } }, data: { state: 'ERASED', sourceUrl: null } })
  if (!count) return
  await returnChanged(act, agencyId)
  await audit(act, { action: 'camera.photoRemoved', subject: `camera:${cameraId}`, provinceCode, data: { photo: id } })
}

/** A camera of an agency or of the actor's own. Refused as `cameraUnknown`, `notAllowed`. */
async function lockedFor(act: Act, cameraId: string): Promise<{ agencyId: string | null, provinceCode: string }> {
  const [own] = await lockedOwns(act, cameraId)
  if (own) return { agencyId: null, provinceCode: own.camera.site.provinceCode }
  const { agencyId, site: { provinceCode } } = await lockedEntry(act, cameraId)
  return { agencyId, provinceCode }
}

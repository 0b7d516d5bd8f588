import type { Act } from '../act'
import type { Target } from './room'
import { lockedEntry } from '../cameras/entry'
import { targetOf } from '../faults/details'
import { lockedOwns } from '../owners/own'
import { needsRoom } from './room'

/** What a photo that is sent in is of: one's own report, a repair that one works on, a camera that one fills in or owns. */
export type Photographed = { reportId: string } | { workOrderId: string } | { cameraId: string }

/** Where one more photo goes, locked. Refused as `attachPhoto` is; for a camera as `cameraUnknown`, `notAllowed`, `tooManyPhotos`. */
export async function placeFor(act: Act, to: Photographed): Promise<Target> {
  const target = 'cameraId' in to ? { cameraId: await lockedCamera(act, to.cameraId) } : await targetOf(act, to)
  await needsRoom(act, target)
  return target
}

/** A camera that the actor may add photos to. */
async function lockedCamera(act: Act, cameraId: string): Promise<string> {
  const [own] = await lockedOwns(act, cameraId)
  return own?.cameraId ?? (await lockedEntry(act, cameraId)).id
}

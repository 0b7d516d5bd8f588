import type { Act } from '../act'
import type { Target } from './room'
import { lockedEntry } from '../cameras/entry'
import { targetOf } from '../faults/details'
import { needsRoom } from './room'

/** What a photo that is sent in is of: one's own report, a repair that one works on, a camera that one fills in. */
export type Photographed = { reportId: string } | { workOrderId: string } | { cameraId: string }

/** Where one more photo goes, locked. Refused as `attachPhoto` is; for a camera as `cameraUnknown`, `notAllowed`, `tooManyPhotos`. */
export async function placeFor(act: Act, to: Photographed): Promise<Target> {
  const target = 'cameraId' in to ? { cameraId: (await lockedEntry(act, to.cameraId)).id } : await targetOf(act, to)
  await needsRoom(act, target)
  return target
}

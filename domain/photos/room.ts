import type { Act } from '../act'
import { Refusal } from '../refusal'

/** Most photos of one report, one repair, one camera. */
export const mostPhotos = 10

/** What a photo is of, as its row has it. */
export type Target = { faultReportId: string } | { workOrderId: string } | { cameraId: string }

/** How many photos there are of something that takes one more. Refused as `tooManyPhotos`. */
export async function needsRoom({ db }: Pick<Act, 'db'>, target: Target): Promise<number> {
  const photos = await db.attachment.count({ where: { ...target, state: { in: ['PENDING', 'STORED'] } } })
  if (photos >= mostPhotos) throw new Refusal('tooManyPhotos', { limit: mostPhotos })
  return photos
}

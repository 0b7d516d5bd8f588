import type { Config } from '../config'
import type { Finding } from './finding'
import type { DoctorTexts } from './texts'
import { s3Store } from '../photos/s3'
import { whyUnusable } from '../photos/usable'
import { sound, wrong } from './finding'

/** Can photos be kept in the bucket? Nothing to say where they are kept on the disk: the start looks at that. */
export async function examinePhotos({ photoStore }: Pick<Config, 'photoStore'>, t: DoctorTexts): Promise<Finding[]> {
  if (photoStore.kind !== 's3') return []
  const why = await whyUnusable(s3Store(photoStore))
  return [why === null ? sound(t.photosGood(photoStore.bucket)) : wrong(t.photosBad, why)]
}

import type { Config } from '../config'
import type { PhotoStore } from './store'
import { join } from 'node:path'
import { diskStore } from './disk'
import { s3Store } from './s3'

/** The photo store that the settings name. */
export function configuredStore({ photoStore, dataDir }: Pick<Config, 'photoStore' | 'dataDir'>): PhotoStore {
  return photoStore.kind === 's3' ? s3Store(photoStore) : diskStore(join(dataDir, 'photos'))
}

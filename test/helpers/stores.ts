import type { Config } from '../../server/config'
import type { PhotoStore } from '../../server/photos/store'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configuredStore } from '../../server/photos/configured'
import { fakeBucket } from './bucket'

/** A place for photos of one's own, of one kind. */
export interface StoreUnderTest {
  /** For the product's configuration. `dataDir` matters to the disk only. */
  settings: Pick<Config, 'photoStore' | 'dataDir'>
  store: PhotoStore
  /** Keys of all that is kept. */
  keys: () => Promise<string[]>
  close: () => Promise<void>
}

async function disk(): Promise<StoreUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songklong-photos-'))
  const settings = { photoStore: { kind: 'disk' as const }, dataDir }
  return {
    settings,
    store: configuredStore(settings),
    keys: async () => (await readdir(join(dataDir, 'photos'), { recursive: true }).catch(() => [])).flatMap(name => name.includes('.') ? name.slice(3) : []).sort(),
    close: () => rm(dataDir, { recursive: true, force: true }),
  }
}

async function s3(): Promise<StoreUnderTest> {
  const bucket = await fakeBucket()
  const settings = { photoStore: { kind: 's3' as const, ...bucket.access }, dataDir: join(tmpdir(), 'songklong-no-data') }
  return {
    settings,
    store: configuredStore(settings),
    keys: async () => Array.from(bucket.objects.keys(), name => name.replace('photos/', '')).sort(),
    close: bucket.close,
  }
}

/** Every place where photos can live: for `describe.each`. */
export const stores: Array<[string, () => Promise<StoreUnderTest>]> = [['on the disk', disk], ['in a bucket', s3]]

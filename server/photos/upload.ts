import type { Buffer } from 'node:buffer'
import type { Actor } from '../../domain/act'
import type { Upload } from '../../domain/photos/upload'
import type { Transact } from '../transaction'
import type { DownloadDeps } from './download'
import type { PhotoStore } from './store'
import { beginUpload, dropUpload, endUpload } from '../../domain/photos/upload'
import { Problem } from '../routes/api/problem'
import { NotAPhoto } from './photo'
import { photoSizes, sizeKey } from './store'

/** What receiving photos needs. */
export interface UploadDeps { transact: Transact, store: PhotoStore, cleanPhoto: DownloadDeps['clean'], now: () => Date }

const problems = { 'too large': 'photoTooLarge', 'too many pixels': 'photoTooLarge', 'not a photo': 'notAPhoto', 'damaged': 'photoDamaged' } as const

/**
 * Takes a photo that an app sends: whether it may come is asked first, then it is cleaned and stored as those of the chat are. Sent again it is
 * the same photo. Throws the refusals of `beginUpload` and the problems `notAPhoto`, `photoTooLarge`, `photoDamaged`.
 */
export async function receivePhoto({ transact, store, cleanPhoto, now }: UploadDeps, actor: Actor, upload: Upload, bytes: Buffer): Promise<void> {
  const { storageKey, stored } = await transact(({ db }) => beginUpload({ db, actor, now: now() }, upload))
  if (stored) return
  const about = await storePhoto({ store, cleanPhoto }, storageKey, bytes).catch(async (error: unknown) => {
    await transact(({ db }) => dropUpload({ db, actor, now: now() }, upload.id))
    throw error
  })
  const isWanted = await transact(({ db }) => endUpload({ db, actor, now: now() }, upload.id, about))
  if (!isWanted) for (const size of photoSizes) await store.delete(sizeKey(storageKey, size))
}

/** What is known of a photo once it is stored. */
interface StoredPhoto { contentType: string, bytes: number, width: number, height: number }

/** Cleans a photo and stores it in all sizes. */
async function storePhoto({ store, cleanPhoto }: Pick<UploadDeps, 'store' | 'cleanPhoto'>, storageKey: string, bytes: Buffer): Promise<StoredPhoto> {
  const clean = await cleanPhoto(bytes, async () => null).catch((error: unknown) => {
    throw error instanceof NotAPhoto ? new Problem(problems[error.reason]) : error
  })
  for (const size of photoSizes) await store.put(sizeKey(storageKey, size), clean[size])
  return { contentType: clean.type, bytes: clean.full.length, width: clean.width, height: clean.height }
}

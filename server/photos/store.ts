import type { Buffer } from 'node:buffer'

/** Where the bytes of photos live; see `sizeKey` for the keys. */
export interface PhotoStore {
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is nothing under this key. */
  get: (key: string) => Promise<Buffer | null>
  /** Nothing happens when there is nothing. */
  delete: (key: string) => Promise<void>
}

/** A stored photo is kept in two sizes under one key. */
export type PhotoSize = 'full' | 'preview'

/** The sizes of a stored photo. */
export const photoSizes: PhotoSize[] = ['full', 'preview']

/** The key of one size of a photo. `storageKey`: 32 hex digits that nobody can guess. */
export const sizeKey = (storageKey: string, size: PhotoSize) => `${storageKey}.${size}`

const wellFormed = /^[0-9a-f]{32}\.(?:full|preview)$/

/** Whether this is a key of a photo: nothing else may become part of a path or an address. */
export const isKey = (key: string) => wellFormed.test(key)

/** Gives back a key of a photo. Throws when it is none. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new Error(`Not a key of a photo: ${key}`)
  return key
}

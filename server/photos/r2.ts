import type { PhotoStore } from './store'
import { Buffer } from 'node:buffer'

/** What is used of a bucket of Cloudflare R2 as a binding gives it. */
export interface Bucket {
  put: (key: string, value: Uint8Array) => Promise<unknown>
  get: (key: string) => Promise<{ arrayBuffer: () => Promise<ArrayBuffer> } | null>
  delete: (key: string) => Promise<void>
}

/** Photos as objects `photos/<key>` in a bucket of Cloudflare R2, which nobody may read from outside. */
export function r2Store(bucket: Bucket): PhotoStore {
  const path = (key: string) => `photos/${key}`
  return {
    put: async (key, bytes) => void await bucket.put(path(key), bytes),
    async get(key) {
      const found = await bucket.get(path(key))
      return found && Buffer.from(await found.arrayBuffer())
    },
    delete: key => bucket.delete(path(key)),
  }
}

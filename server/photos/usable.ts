import type { PhotoStore } from './store'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { sizeKey } from './store'

/** Writes, reads and removes a few bytes. Resolves to null, or to why the store cannot be used. */
export async function whyUnusable(store: PhotoStore): Promise<string | null> {
  const key = sizeKey(randomBytes(16).toString('hex'), 'preview')
  const bytes = randomBytes(16)
  try {
    await store.put(key, bytes)
    const found = await store.get(key)
    await store.delete(key)
    return found && Buffer.compare(found, bytes) === 0 ? null : 'The photo store does not give back what was put into it.'
  }
  catch (error) {
    return (error as Error).message
  }
}

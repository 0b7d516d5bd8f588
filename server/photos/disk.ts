import type { PhotoStore } from './store'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkedKey } from './store'

/** What an operator can put right, by the system's code of the error. */
const sentences: Record<string, (folder: string) => string> = {
  ENOSPC: folder => `The disk of ${folder} is full: make room on it.`,
  EDQUOT: folder => `The quota of the disk of ${folder} is used up: raise it, or make room.`,
  EROFS: folder => `The disk of ${folder} can only be read: mount it so that it can be written.`,
  EACCES: folder => `${folder} may not be written by the account that the server runs under: give it that right.`,
}

/** Photos as files below a folder, which no web server may serve. A file is there whole or not at all. Rejects with a sentence when the disk is full. */
export function diskStore(folder: string): PhotoStore {
  const path = (key: string) => join(folder, checkedKey(key).slice(0, 2), key)
  const explain = (error: NodeJS.ErrnoException): never => {
    const sentence = sentences[error.code ?? '']
    throw sentence ? new Error(sentence(folder), { cause: error }) : error
  }
  async function write(to: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(to), { recursive: true })
    const draft = `${to}.${randomBytes(6).toString('hex')}`
    const file = await open(draft, 'wx', 0o600)
    try {
      try {
        await file.writeFile(bytes)
        await file.sync()
      }
      finally {
        await file.close()
      }
      await rename(draft, to)
    }
    catch (error) {
      // Half a file would only take the room that is missing.
      await rm(draft, { force: true })
      throw error
    }
  }
  return {
    async put(key, bytes) {
      await write(path(key), bytes).catch(explain)
    },
    async get(key) {
      return readFile(path(key)).catch((error: NodeJS.ErrnoException) => error.code === 'ENOENT' ? null : explain(error))
    },
    async delete(key) {
      await rm(path(key), { force: true }).catch(explain)
    },
  }
}

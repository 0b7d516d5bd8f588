import type { Writable } from 'node:stream'
import type { PhotoStore } from '../photos/store'
import type { Manifest } from './format'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { BackupError } from './format'
import { readBackup } from './read'
import { takeSnapshot } from './snapshot'
import { writeBackup } from './write'

/** What is backed up, and where to. */
export interface BackupOptions {
  /** Of the database. */
  url: string
  store: PhotoStore
  file: string
  /** Of the product. */
  version: string
  now: Date
  /** Told the name that the file has until it is whole. */
  onDraft?: (draft: string) => void
}

/**
 * Backs up the database as it is at one moment, and its photos, into one file, while the product runs or not. The file has another name
 * until it is written, read again and found good; a process that is killed leaves nothing that looks like a backup. Never overwrites. Throws a sentence.
 */
export async function backup({ url, store, file, version, now, onDraft = () => {} }: BackupOptions): Promise<Manifest> {
  const to = resolve(file)
  if (existsSync(to)) throw new BackupError(`${file} exists already: give the backup another name.`)
  await mkdir(dirname(to), { recursive: true })
  const draft = `${to}.unfinished-${randomBytes(4).toString('hex')}`
  onDraft(draft)
  const client = new pg.Client({ connectionString: url, application_name: 'songklong backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    const written = await writeFlushed(draft, async sink => writeBackup({ snapshot: await takeSnapshot(client), store, version, now }, sink))
    const read = await readBackup(draft)
    if (!isDeepStrictEqual(read, written)) throw new BackupError(`${file} does not hold what was written into it: the disk is faulty.`)
    await rename(draft, to)
    await flush(dirname(to))
    return written
  }
  catch (error) {
    await rm(draft, { force: true })
    throw diskFull(error as NodeJS.ErrnoException, file)
  }
  finally {
    await client.end().catch(() => {})
  }
}

async function writeFlushed<T>(path: string, write: (sink: Writable) => Promise<T>): Promise<T> {
  const sink = (await open(path, 'wx', 0o600)).createWriteStream()
  try {
    const written = await write(sink)
    await flush(path)
    return written
  }
  finally {
    sink.destroy()
  }
}

/** Only what has reached the disk is there after the power goes. Not every system can do that with a folder. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().catch(() => {})
  await file.close()
}

function diskFull(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new BackupError(`There is no room for the backup where ${file} was to be: make room, or give another place. Nothing was kept.`, { cause: error })
  return error
}

import type { FreshDb } from '../../helpers/database'
import { Buffer } from 'node:buffer'
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../../server/backup/backup'
import { readBackup } from '../../../server/backup/read'
import { restore } from '../../../server/backup/restore'
import { diskStore } from '../../../server/photos/disk'
import { photoSizes, sizeKey } from '../../../server/photos/store'
import { blankDb, freshDb } from '../../helpers/database'
import { eventually } from '../../helpers/eventually'
import { everything } from './place'

const photos = 40
const version = '0.0.1'
const now = new Date()

let fresh: FreshDb
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songklong-killed-'))
  fresh = await freshDb({ template: 'demo' })
  const { db } = fresh.database
  const { id: uploadedById } = await db.user.findFirstOrThrow()
  for (let n = 0; n < photos; n++) {
    const storageKey = randomBytes(16).toString('hex')
    await db.attachment.create({ data: { uploadedById, state: 'STORED', storageKey } })
    for (const size of photoSizes) await diskStore(join(folder, 'photos')).put(sizeKey(storageKey, size), Buffer.from(`photo ${n} ${size}`))
  }
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true })
})

/** Starts it and kills it without a word when it has come to this photo. */
async function killedAt(photo: number, ...args: string[]): Promise<void> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), args, { execArgv: ['--import', tsx], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let words = ''
  child.stderr!.on('data', chunk => words += chunk)
  const gone = once(child, 'exit')
  let seen = 0
  child.on('message', said => said === 'photo' && ++seen === photo && child.kill('SIGKILL'))
  expect([await gone.then(([, signal]) => signal), words]).toEqual(['SIGKILL', ''])
}

describe('killed in the middle', () => {
  it.each([1, 50])('a backup leaves no file that looks whole (photo %i)', async (photo) => {
    const file = join(folder, `killed-${photo}.tar.gz`)
    await killedAt(photo, 'backup', fresh.url, folder, file)
    const left = (await readdir(folder)).filter(name => name.startsWith(`killed-${photo}`))
    expect(left).toEqual([expect.stringMatching(/\.unfinished-[0-9a-f]{8}$/)])
    await expect(readBackup(join(folder, left[0]!))).rejects.toThrow(/is not whole|is no backup/)
    await backup({ url: fresh.url, store: diskStore(join(folder, 'photos')), file, version, now })
    expect((await readBackup(file)).photos.files).toBe(2 * photos)
  }, 180_000)

  it.each([1, 50])('a restore leaves an empty database, into which the next one goes (photo %i)', async (photo) => {
    const file = join(folder, `restored-${photo}.tar.gz`)
    const from = { url: fresh.url, store: diskStore(join(folder, 'photos')), file, version, now }
    await backup(from)
    const url = await blankDb()
    await killedAt(photo, 'restore', url, join(folder, `to-${photo}`), file)
    expect(await everything(url)).toEqual({})
    // The server may need a moment to notice that the process is dead.
    await eventually(() => restore({ url, store: diskStore(join(folder, `to-${photo}`, 'photos')), file }))
    expect(await everything(url)).toEqual(await everything(fresh.database.pool))
  }, 180_000)
})

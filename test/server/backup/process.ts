/**
 * A backup or a restore as a process of its own, to be killed in the middle: `backup|restore <url> <dataDir> <file>`. Says `photo` before each photo and
 * then waits for a moment, so that there is a middle.
 */
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { backup } from '../../../server/backup/backup'
import { restore } from '../../../server/backup/restore'
import { diskStore } from '../../../server/photos/disk'

const [what, url, dataDir, file] = process.argv.slice(2) as [string, string, string, string]
const disk = diskStore(join(dataDir, 'photos'))
async function told(): Promise<void> {
  process.send!('photo')
  await sleep(20)
}
const store = {
  ...disk,
  get: (key: string) => told().then(() => disk.get(key)),
  put: (key: string, bytes: Uint8Array) => told().then(() => disk.put(key, bytes)),
}
process.on('disconnect', () => process.exit())
await (what === 'backup' ? backup({ url, store, file, version: '0.0.1', now: new Date() }) : restore({ url, store, file }))
process.send!('done')

import type { Writable } from 'node:stream'
import type { Pack } from 'tar-stream'
import type { PhotoStore } from '../photos/store'
import type { Manifest } from './format'
import type { Snapshot } from './snapshot'
import { Buffer } from 'node:buffer'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { photoSizes, sizeKey } from '../photos/store'
import { FORMAT, MANIFEST, MARK, partBytes, partName, photoName } from './format'
import { photoSum, tableSum } from './sums'

/** What a backup is made of, and who makes it when. */
export interface Contents { snapshot: Snapshot, store: PhotoStore, version: string, now: Date }

/** Photos are asked for so many at a time: a store far away takes its time for each. */
const photosAtOnce = 8

/** Writes a backup to `sink` and ends it. Memory does not grow with what there is. Returns what was written; rejects with the error of whichever side failed. */
export async function writeBackup(contents: Contents, sink: Writable): Promise<Manifest> {
  const archive = pack()
  const piping = pipeline(archive, createGzip(), sink)
  piping.catch(() => {})
  try {
    const manifest = await fill(archive, contents)
    archive.finalize()
    await piping
    return manifest
  }
  catch (error) {
    archive.destroy(error as Error)
    // When the sink failed (a full disk), the archive only knows that it was closed.
    throw await piping.then(() => error, (cause: Error) => cause)
  }
}

async function fill(archive: Pack, { snapshot, store, version, now }: Contents): Promise<Manifest> {
  const add = (name: string, bytes: Buffer) => new Promise<void>((done, fail) => {
    archive.entry({ name, size: bytes.length, mode: 0o600, mtime: now }, bytes, error => error ? fail(error) : done())
  })
  await add(MARK, json({ format: FORMAT, about: 'A backup of SongKlong. It holds personal data. Put it back with: npm run restore -- <file>' }))
  const tables: Manifest['tables'] = []
  for (const table of snapshot.tables) {
    const sum = tableSum(table.name)
    let part = 0
    for await (const bytes of inParts(snapshot.rows(table))) {
      sum.add(bytes)
      await add(partName(table.name, part++), bytes)
    }
    tables.push({ ...sum.sum(), columns: table.columns })
  }
  const photos = photoSum()
  let missing = 0
  for await (const keys of snapshot.photoKeys()) {
    const all = keys.flatMap(key => photoSizes.map(size => sizeKey(key, size)))
    for (let from = 0; from < all.length; from += photosAtOnce) {
      const some = all.slice(from, from + photosAtOnce)
      const found = await Promise.all(some.map(key => store.get(key)))
      for (const [i, bytes] of found.entries()) {
        if (!bytes) {
          missing++
          continue
        }
        photos.add(photoName(some[i]!), bytes)
        await add(photoName(some[i]!), bytes)
      }
    }
  }
  const { migrations, sequences } = snapshot
  const manifest: Manifest = { format: FORMAT, version, createdAt: now.toISOString(), migrations, tables, sequences, photos: { ...photos.sum(), missing } }
  await add(MANIFEST, json(manifest))
  return manifest
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

/** The same bytes in pieces of `partBytes`; the last may be smaller. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    waiting.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    let whole = Buffer.concat(waiting)
    for (; whole.length >= partBytes; whole = whole.subarray(partBytes)) yield whole.subarray(0, partBytes)
    waiting = [whole]
    size = whole.length
  }
  if (size) yield Buffer.concat(waiting)
}

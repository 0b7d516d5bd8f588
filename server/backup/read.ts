import type { Extract } from 'tar-stream'
import type { Manifest } from './format'
import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupError, FORMAT, MANIFEST, manifest, MARK, memberKind } from './format'
import { photoSum, tableSum } from './sums'

type Entry = ReturnType<ReturnType<Extract[typeof Symbol.asyncIterator]>['next']> extends Promise<IteratorResult<infer One, unknown>> ? One : never

/** Who takes what a backup holds, in its order: tables part by part, then photos. */
export interface Taker {
  part: (table: string, bytes: Buffer) => Promise<void>
  photo: (key: string, bytes: Buffer) => Promise<void>
}

const nobody: Taker = { part: async () => {}, photo: async () => {} }

/**
 * Reads a backup to its end and checks it: nothing in it but what belongs there, whole, and the same bytes that were written. What it holds goes to
 * `taker` before the end is known, so a taker must be able to take back. Memory does not grow with the file. Throws a sentence (BackupError).
 */
export async function readBackup(file: string, taker: Taker = nobody): Promise<Manifest> {
  const archive = extract()
  const piping = pipeline(createReadStream(file), createGunzip(), archive)
  piping.catch(() => {})
  try {
    const found = await members(archive, taker)
    await piping
    return found
  }
  catch (error) {
    archive.destroy()
    if (error instanceof NotTaken) throw error.cause
    throw explained(file, error as NodeJS.ErrnoException)
  }
}

async function members(archive: AsyncIterable<Entry>, taker: Taker): Promise<Manifest> {
  const photos = photoSum()
  const tables: Manifest['tables'] = []
  let table: ReturnType<typeof tableSum> | undefined
  let [place, part, last, begun]: [string, number, string, boolean] = ['', 0, '', false]
  let found: Manifest | undefined
  const close = () => table && tables.push({ ...table.sum(), columns: [] })

  for await (const entry of archive) {
    const { name, type, size = 0 } = entry.header
    const member = type === 'file' ? memberKind(name) : null
    if (!member || found || begun !== (member.kind !== 'mark')) throw new Strange(begun ? `“${name}” does not belong there` : 'it is no backup')
    if (size > member.most) throw new Strange(`“${name}” is too large`)
    const bytes = await whole(entry)
    if (member.kind === 'mark') {
      mark(bytes)
      begun = true
    }
    else if (member.kind === 'manifest') {
      close()
      found = checked(bytes, tables, photos.sum())
    }
    else if (member.kind === 'photo') {
      if (name <= last) throw new Strange(`“${name}” is out of order`)
      last = name
      photos.add(name, bytes)
      await taken(taker.photo(member.key, bytes))
    }
    else {
      if (member.table !== place) {
        if (member.table < place) throw new Strange(`“${name}” is out of order`)
        close()
        table = tableSum(place = member.table)
        part = 0
      }
      if (member.part !== part++ || last) throw new Strange(`“${name}” is out of order`)
      table!.add(bytes)
      await taken(taker.part(member.table, bytes))
    }
  }
  if (!found) throw new Strange('its end is missing')
  return found
}

/** The taker's own trouble: says nothing of the file. */
class NotTaken extends Error {}

async function taken(taking: Promise<void>): Promise<void> {
  await taking.catch((cause) => { throw new NotTaken('not taken', { cause }) })
}

/** What is found in a file that is not as it was written. */
class Strange extends Error {}

function mark(bytes: Buffer): void {
  const { format } = parsed(bytes, MARK) as { format?: unknown }
  if (typeof format === 'number' && format > FORMAT) throw new BackupError(`This backup was written by a newer version of the product (format ${format}, this one reads ${FORMAT}): install that version first.`)
  if (format !== FORMAT) throw new Strange('it is no backup')
}

/** The manifest, when it says what was found. */
function checked(bytes: Buffer, tables: Manifest['tables'], photos: Omit<Manifest['photos'], 'missing'>): Manifest {
  const said = manifest.safeParse(parsed(bytes, MANIFEST))
  if (!said.success) throw new Strange(`“${MANIFEST}” is malformed`)
  const found = new Map(tables.map(table => [table.name, table]))
  for (const { name, rows, bytes, sha256 } of said.data.tables) {
    const is = found.get(name) ?? tableSum(name).sum()
    if (is.rows !== rows || is.bytes !== bytes || is.sha256 !== sha256) throw new Strange(`table ${name} is not as it was written`)
    found.delete(name)
  }
  if (found.size) throw new Strange(`table ${[...found.keys()][0]} does not belong there`)
  if (photos.files !== said.data.photos.files || photos.bytes !== said.data.photos.bytes || photos.sha256 !== said.data.photos.sha256) throw new Strange('the photos are not as they were written')
  return said.data
}

function parsed(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString())
  }
  catch {
    throw new Strange(`“${name}” is malformed`)
  }
}

async function whole(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What is wrong with a file, as a sentence. */
function explained(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new BackupError(`There is no file ${file}.`)
  if (error.code === 'EISDIR' || error.code === 'EACCES') return new BackupError(`${file} cannot be read (${error.code}).`)
  if (error.code === 'Z_BUF_ERROR' || error.message === 'Unexpected end of data') return new BackupError(`${file} is not whole: it was cut off. Use another copy.`)
  if (error.code?.startsWith('Z_') || /^Invalid tar header|^Invalid header|^Header exceeds/.test(error.message)) return new BackupError(`${file} is no backup, or it is damaged. Use another copy.`)
  if (error instanceof Strange) return new BackupError(`${file} is not a backup as this product writes it: ${error.message}. Use another copy.`)
  return error
}

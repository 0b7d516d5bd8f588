import * as z from 'zod'
import { mostBytes } from '../photos/photo'
import { isKey } from '../photos/store'

/** What keeps a backup from being written, read or restored, in a sentence for the operator. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** How the file is laid out. A file with another number was written by another version of the product. */
export const FORMAT = 1
/** The first member: says what the file is. */
export const MARK = 'songklong-backup.json'
/** The last member: says what the file holds. A file that was cut off has none. */
export const MANIFEST = 'manifest.json'
/** A table is cut into parts of at most so many bytes, because a member's size comes before its bytes, and memory is not to grow with the table. */
export const partBytes = 1 << 20

const sum = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const identifier = z.string().regex(/^[A-Z_]\w{0,62}$/i)

/** What a whole backup says of itself. SHA-256 in hex; sizes in bytes. */
export const manifest = z.object({
  format: z.literal(FORMAT),
  /** Of the product that wrote it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** Applied to the database, in order. `checksum` as Prisma has it: SHA-256 of the script. */
  migrations: z.array(z.object({ name: z.string(), checksum: sum })),
  /** In the order of their names; `sha256` of all parts of a table one after another. */
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier).min(1), rows: count, bytes: count, sha256: sum })),
  sequences: z.array(z.object({ name: identifier, value: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() })),
  /** `sha256` over one line for each photo, in order: its own SHA-256, two spaces, its name. `missing`: keys of the database that the store had nothing under. */
  photos: z.object({ files: count, bytes: count, sha256: sum, missing: count }),
})

export type Manifest = z.infer<typeof manifest>

/** One member of the file; `most`: bytes that it may have. */
type Member = { most: number } & ({ kind: 'mark' } | { kind: 'manifest' } | { kind: 'part', table: string, part: number } | { kind: 'photo', key: string })

/** What a member is by its name; null when it does not belong into a backup. No name ever becomes a path: a photo's is checked to be a key. */
export function memberKind(name: string): Member | null {
  if (name === MARK) return { kind: 'mark', most: 1_000 }
  if (name === MANIFEST) return { kind: 'manifest', most: 10_000_000 }
  const part = /^tables\/([A-Z_]\w{0,62})\.(\d{6})$/i.exec(name)
  if (part) return { kind: 'part', table: part[1]!, part: Number(part[2]), most: partBytes }
  const key = name.startsWith('photos/') ? name.slice('photos/'.length) : ''
  return isKey(key) ? { kind: 'photo', key, most: mostBytes } : null
}

/** The name of a part of a table, counted from 0. */
export const partName = (table: string, part: number) => `tables/${table}.${String(part).padStart(6, '0')}`

/** The name of a photo. */
export const photoName = (key: string) => `photos/${key}`

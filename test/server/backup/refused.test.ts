import type { FileHandle } from 'node:fs/promises'
import type { Header } from 'tar-stream'
import type { FreshDb } from '../../helpers/database'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { cp, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, gzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { MIGRATIONS } from '../../../prisma/migrate/folder'
import { migrate } from '../../../prisma/migrate/migrate'
import { backup } from '../../../server/backup/backup'
import { readBackup } from '../../../server/backup/read'
import { restore } from '../../../server/backup/restore'
import { diskStore } from '../../../server/photos/disk'
import { blankDb, freshDb } from '../../helpers/database'
import { everything, shape } from './place'

const key = '0123456789abcdef'.repeat(2)
const version = '0.0.1'
const now = new Date()

let fresh: FreshDb
let folder: string
let file: string
let url: string
const store = () => diskStore(join(folder, 'photos'))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songklong-refused-'))
  fresh = await freshDb()
  const { db } = fresh.database
  const { id } = await db.user.create({ data: { lineUserId: 'U1', displayName: 'บรรทัด\nแท็บ\t\\N \\. "ลบ"' } })
  await db.attachment.create({ data: { uploadedById: id, state: 'STORED', storageKey: key } })
  for (const size of ['full', 'preview']) await store().put(`${key}.${size}`, Buffer.from(`a photo, ${size}`))
  file = join(folder, 'good.tar.gz')
  await backup({ url: fresh.url, store: store(), file, version, now })
  url = await blankDb()
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true })
})

interface Member { header: Header, bytes: Buffer }

/** The good backup with its members changed, as a file. */
async function changed(change: (members: Member[]) => Member[]): Promise<string> {
  const archive = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), archive)
  const members: Member[] = []
  for await (const entry of archive) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    members.push({ header: entry.header, bytes: Buffer.concat(chunks) })
  }
  await reading
  const to = join(folder, 'changed.tar.gz')
  const made = pack()
  const writing = pipeline(made, createGzip(), createWriteStream(to))
  for (const { header, bytes } of change(members)) made.entry({ ...header, pax: undefined, size: bytes.length }, bytes)
  made.finalize()
  await writing
  return to
}
const named = (name: string, bytes: Buffer | string, more: Partial<Header> = {}): Member => ({ header: { name, ...more } as Header, bytes: Buffer.from(bytes) })
function withManifest(change: (manifest: any) => void) {
  return changed(members => members.map((member) => {
    if (member.header.name !== 'manifest.json') return member
    const manifest = JSON.parse(member.bytes.toString())
    change(manifest)
    return { ...member, bytes: Buffer.from(JSON.stringify(manifest)) }
  }))
}
async function cut(part: number) {
  const bytes = await readFile(file)
  const to = join(folder, 'cut.tar.gz')
  await writeFile(to, bytes.subarray(0, Math.floor(bytes.length * part)))
  return to
}
async function written(bytes: Uint8Array) {
  const to = join(folder, 'other.tar.gz')
  await writeFile(to, bytes)
  return to
}
const before = (name: string, more: Member) => (members: Member[]) => members.flatMap(member => member.header.name.startsWith(name) ? [more, member] : [member])

/** Tries to restore; the database and the photos must be as they were. */
async function refusal(from: string): Promise<string> {
  const target = join(folder, 'target')
  const said = await restore({ url, store: diskStore(join(target, 'photos')), file: from }).then(() => 'restored', (error: Error) => `${error.name}: ${error.message}`)
  expect(await everything(url)).toEqual({})
  expect(await readdir(target).catch(() => [])).toEqual([])
  return said.replaceAll(folder, '')
}

describe('a file that is no good is refused with a sentence, and nothing is done', () => {
  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['that is not there', () => join(folder, 'nowhere.tar.gz'), /There is no file/],
    ['that is a folder', () => folder, /cannot be read/],
    ['that is empty', () => written(new Uint8Array()), /is not whole|no backup/],
    ['that is something else', () => written(Buffer.from('%PDF-1.7 something else')), /is no backup, or it is damaged/],
    ['that is packed and something else', () => written(gzipSync(Buffer.alloc(10_000, 'x'))), /is no backup, or it is damaged/],
    ['that is another archive', () => changed(() => [named('etc/passwd', 'root')]), /it is no backup/],
    ['that lacks its last bytes', () => cut(0.999), /is not whole: it was cut off/],
    ['that lacks its second half', () => cut(0.5), /is not whole: it was cut off/],
    ['whose end is missing', () => changed(members => members.slice(0, -1)), /its end is missing/],
    ['with one byte changed', async () => {
      const bytes = await readFile(file)
      bytes[Math.floor(bytes.length / 2)]! ^= 0x10
      return written(bytes)
    }, /damaged|not whole|not a backup/],
    ['with a value changed', () => changed(members => members.map(member => member.header.name.startsWith('tables/User.') ? { ...member, bytes: Buffer.from(member.bytes.toString().replace('U1', 'U2')) } : member)), /table User is not as it was written/],
    ['with a row more', () => changed(members => members.map(member => member.header.name.startsWith('tables/User.') ? { ...member, bytes: Buffer.concat([member.bytes, member.bytes]) } : member)), /table User is not as it was written/],
    ['without a table', () => changed(members => members.filter(member => !member.header.name.startsWith('tables/User.'))), /table User is not as it was written/],
    ['with a table more', () => changed(before('manifest', named('tables/zzz.000000', '1\n'))), /out of order/],
    ['with another photo', () => changed(members => members.map(member => member.header.name.endsWith('.full') ? { ...member, bytes: Buffer.from('another one..... ') } : member)), /the photos are not as they were written/],
    ['without a photo', () => changed(members => members.filter(member => !member.header.name.endsWith('.full'))), /the photos are not as they were written/],
    ['with a photo twice', () => changed(before('manifest', named(`photos/${key}.preview`, 'a photo, preview'))), /out of order/],
    ['with a path upwards', () => changed(before('photos/', named('photos/../../../etc/cron.d/x', 'x'))), /does not belong there/],
    ['with a path upwards in a key', () => changed(before('photos/', named(`photos/${key}.full/../../x`, 'x'))), /does not belong there/],
    ['with a path from the root', () => changed(before('photos/', named('/etc/cron.d/x', 'x'))), /does not belong there/],
    ['with a link', () => changed(before('photos/', named(`photos/${'0'.repeat(32)}.full`, '', { type: 'symlink', linkname: '/etc/passwd' }))), /does not belong there/],
    ['with a table of a name that is more than a name', () => changed(before('photos/', named('tables/User; DROP TABLE x.000000', 'x'))), /does not belong there/],
    ['with a photo that is too large', () => changed(before('photos/', named(`photos/${'0'.repeat(32)}.full`, Buffer.alloc(10_000_001)))), /is too large/],
    ['with a part that is too large', () => changed(before('tables/User', named('tables/User.000000', Buffer.alloc(1_048_577)))), /is too large/],
    ['whose table names a column that is more than a name', () => withManifest((manifest) => { manifest.tables[0].columns[0] = 'id") FROM PROGRAM \'x\' --' }), /malformed/],
    ['of a later format', () => changed(members => members.map(member => member.header.name === 'songklong-backup.json' ? { ...member, bytes: Buffer.from('{"format":2}') } : member)), /written by a newer version of the product \(format 2/],
    ['of a later version', () => withManifest(manifest => manifest.migrations.push({ name: '20990101000000_future', checksum: 'a'.repeat(64) })), /written by a newer version of the product \(0\.0\.1, with migration 20990101000000_future\)/],
    ['of other migrations', () => withManifest((manifest) => { manifest.migrations[0].checksum = 'a'.repeat(64) }), /is not the one this backup was written with/],
  ])('%s', async (_, make, sentence) => {
    const said = await refusal(await make())
    expect(said).toMatch(/^BackupError: /)
    expect(said).toMatch(sentence)
    expect(said.split('\n')).toHaveLength(1)
  })

  it('that packs very much into very little is given up at the first member that is larger than it may be', async () => {
    const bomb = await changed(members => [members[0]!, named('tables/Agency.000000', Buffer.alloc(60_000_000))])
    expect((await readFile(bomb)).length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toMatch(/is too large/)
  })

  it('whose rows do not belong together is not restored, although its sums are right', async () => {
    const empty = { rows: 0, bytes: 0, sha256: createHash('sha256').digest('hex') }
    const orphaned = await changed(members => members.filter(({ header }) => !header.name.startsWith('tables/User.')).map((member) => {
      if (member.header.name !== 'manifest.json') return member
      const manifest = JSON.parse(member.bytes.toString())
      Object.assign(manifest.tables.find((table: { name: string }) => table.name === 'User'), empty)
      return { ...member, bytes: Buffer.from(JSON.stringify(manifest)) }
    }))
    await expect(restore({ url, store: diskStore(join(folder, 'orphans')), file: orphaned })).rejects.toThrow(/violates foreign key/)
    expect(await everything(url)).toEqual({})
  })
})

describe('a database', () => {
  it('that is not empty is left alone, and emptied only when that is said, after telling what goes', async () => {
    const full = await freshDb({ template: 'demo' })
    await full.database.close()
    const was = await everything(full.url)
    await expect(restore({ url: full.url, store: store(), file })).rejects.toThrow(/^The database is not empty \(\d+ × Subdistrict, .*861 × Camera.*\)\. Give an empty one, or remove all of that with --replace\.$/)
    expect(await everything(full.url)).toEqual(was)
    const bad = await changed(members => members.slice(0, -1))
    await expect(restore({ url: full.url, store: store(), file: bad, replace: true })).rejects.toThrow('its end is missing')
    const failing = { ...store(), put: () => Promise.reject(new Error('The disk of photos is full: make room on it.')) }
    await expect(restore({ url: full.url, store: failing, file, replace: true })).rejects.toThrow('make room on it')
    expect(await everything(full.url)).toEqual(was)

    const said: string[] = []
    await restore({ url: full.url, store: store(), file, replace: true, onSay: sentence => said.push(sentence) })
    expect(said).toEqual([expect.stringMatching(/^This goes: \d+ × Subdistrict/)])
    expect(await everything(full.url)).toEqual(await everything(fresh.database.pool))
    expect(await shape(full.url)).toEqual(await shape(fresh.url))
    await full.drop()
  })

  it('that the product works with is left alone', async () => {
    const busy = await freshDb()
    await busy.database.pool.query('SELECT 1')
    await expect(restore({ url: busy.url, store: store(), file, replace: true })).rejects.toThrow('The product, or one of its tools, works with this database: stop it first.')
    await busy.drop()
  })

  it('gets the migrations that came after the backup, with their changes to what was restored', async () => {
    const later = join(folder, 'migrations')
    await cp(MIGRATIONS, later, { recursive: true })
    await cp(join(MIGRATIONS, (await readdir(MIGRATIONS))[0]!), join(later, '20990101000000_shout'), { recursive: true })
    await writeFile(join(later, '20990101000000_shout', 'migration.sql'), 'UPDATE "User" SET "displayName" = \'CHANGED\'')
    const newer = await blankDb()
    await migrate(newer, later)
    const said: string[] = []
    await restore({ url: newer, store: store(), file, migrations: later, onSay: sentence => said.push(sentence) })
    expect(said).toEqual(['Brought up to this version: 20990101000000_shout.'])
    expect((await everything(newer)).User).toEqual([expect.stringContaining('CHANGED')])
  })

  it('without the product\'s tables is not backed up', async () => {
    await expect(backup({ url: await blankDb(), store: store(), file: join(folder, 'none.tar.gz'), version, now })).rejects.toThrow('There is nothing to back up')
    expect((await readdir(folder)).filter(name => name.startsWith('none'))).toEqual([])
  })
})

describe('a backup', () => {
  it('is never written over another', async () => {
    await expect(backup({ url: fresh.url, store: store(), file, version, now })).rejects.toThrow('exists already')
    expect((await readBackup(file)).photos.files).toBe(2)
  })

  it('can be read by its owner alone', async () => {
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('says how many photos the store does not have', async () => {
    const { photos } = await backup({ url: fresh.url, store: diskStore(join(folder, 'no-photos')), file: join(folder, 'missing.tar.gz'), version, now })
    expect(photos).toMatchObject({ files: 0, missing: 2 })
  })

  it.runIf(existsSync('/dev/full'))('ends with a sentence when the disk is full, and leaves nothing', async () => {
    const handle = await open(join(folder, 'handle'), 'w')
    await handle.close()
    const full = vi.spyOn(Object.getPrototypeOf(handle), 'createWriteStream').mockImplementation(function (this: FileHandle) {
      void this.close()
      return createWriteStream('/dev/full')
    })
    const failure = backup({ url: fresh.url, store: store(), file: join(folder, 'full.tar.gz'), version, now })
    await expect(failure).rejects.toThrow(/^There is no room for the backup where .*full\.tar\.gz was to be: make room, or give another place\. Nothing was kept\.$/)
    full.mockRestore()
    expect((await readdir(folder)).filter(name => name.startsWith('full'))).toEqual([])
  })

  it('ends with a sentence when the photo store is not reached, and leaves nothing', async () => {
    const away = { ...store(), get: () => Promise.reject(new Error('The photo store is not reached: ECONNREFUSED.')) }
    await expect(backup({ url: fresh.url, store: away, file: join(folder, 'away.tar.gz'), version, now })).rejects.toThrow('The photo store is not reached')
    expect((await readdir(folder)).filter(name => name.startsWith('away'))).toEqual([])
  })
})

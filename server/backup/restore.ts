import type { Migration } from '../../prisma/migrate/folder'
import type { PhotoStore } from '../photos/store'
import type { Manifest } from './format'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { isUnchanged, MIGRATIONS, readMigrations } from '../../prisma/migrate/folder'
import { migrate, MIGRATION_LOCK } from '../../prisma/migrate/migrate'
import { dropEverything, filledTables } from './emptied'
import { BackupError } from './format'
import { loader, makeTables, withoutForeignKeys } from './load'
import { readBackup } from './read'
import { quoted } from './snapshot'

/** What is put back, and where to. */
export interface RestoreOptions {
  /** Of the database. */
  url: string
  store: PhotoStore
  file: string
  /** Removes what the database holds. */
  replace?: boolean
  /** Told in sentences what happens. */
  onSay?: (sentence: string) => void
  /** Where the migrations of this version are. */
  migrations?: string
}

/**
 * Puts a backup back: first reads it to its end, then does everything in one transaction, photos before its end. Whatever goes wrong, or whoever
 * kills it, the database is as it was before; photos that were stored already are in nobody's way. Afterwards it is brought up to
 * this version's migrations. Throws a sentence: when the file is not good or of a newer version, the database not empty, or in use.
 */
export async function restore({ url, store, file, replace = false, onSay = () => {}, migrations = MIGRATIONS }: RestoreOptions): Promise<Manifest> {
  const manifest = await readBackup(file)
  const scripts = scriptsOf(manifest, await readMigrations(migrations))
  const client = new pg.Client({ connectionString: url, application_name: 'songklong restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = \'10s\'; SET LOCAL timezone = \'UTC\'')
    await refuseWhenInUse(client)
    await empty(client, replace, onSay)
    await makeTables(client, scripts, manifest.tables)
    await withoutForeignKeys(client, async () => {
      const tables = loader(client, manifest)
      const again = await readBackup(file, {
        part: tables.part,
        async photo(key, bytes) {
          await tables.close()
          await store.put(key, bytes)
        },
      })
      await tables.close()
      if (!isDeepStrictEqual(again, manifest)) throw new BackupError(`${file} changed while it was read.`)
    })
    for (const { name, value, called } of manifest.sequences) await client.query('SELECT setval($1::regclass, $2, $3)', [`public.${quoted(name)}`, value, called])
    await client.query('COMMIT')
    await client.query('ANALYZE')
  }
  catch (error) {
    throw explained(error as Error & { code?: string })
  }
  finally {
    // Whatever was not committed goes with the connection.
    await client.end().catch(() => {})
  }
  const { applied } = await migrate(url, migrations)
  if (applied.length) onSay(`Brought up to this version: ${applied.join(', ')}.`)
  return manifest
}

/** The scripts that made the tables of the backup. Throws when this version does not have them. */
function scriptsOf({ migrations, version }: Manifest, known: Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const script = known.find(one => one.name === name)
    if (!script) throw new BackupError(`This backup was written by a newer version of the product (${version}, with migration ${name}): install that version first.`)
    if (!isUnchanged(script, checksum)) throw new BackupError(`Migration ${name} is not the one this backup was written with: restore the file prisma/migrations/${name}/migration.sql.`)
    return script
  })
}

async function refuseWhenInUse(client: pg.Client): Promise<void> {
  const { rows: [lock] } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS free', [MIGRATION_LOCK])
  const { rows: [others] } = await client.query<{ count: number }>(`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'songklong%'`)
  if (!lock!.free || others!.count) throw new BackupError('The product, or one of its tools, works with this database: stop it first.')
}

async function empty(client: pg.Client, replace: boolean, onSay: (sentence: string) => void): Promise<void> {
  const filled = await filledTables(client)
  const what = filled.map(({ table, rows }) => `${rows} × ${table}`).join(', ')
  if (filled.length && !replace) throw new BackupError(`The database is not empty (${what}). Give an empty one, or remove all of that with --replace.`)
  if (filled.length) onSay(`This goes: ${what}.`)
  await dropEverything(client)
}

function explained(error: Error & { code?: string }): Error {
  if (error instanceof BackupError) return error
  if (error.code === '53100') return new BackupError('The disk of the database is full: make room on it. The database is as it was.', { cause: error })
  if (error.code === '55P03') return new BackupError('Somebody else works with this database: stop them first. The database is as it was.', { cause: error })
  return error
}

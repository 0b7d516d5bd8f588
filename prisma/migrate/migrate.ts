import type { Migration } from './folder'
import pg from 'pg'
import { openEngine } from './engine'
import { isUnchanged, MIGRATIONS, readMigrations, toMigrationList } from './folder'

/** What the engine is to leave out of sight: nothing. */
export const EVERYTHING = { externalTables: [], externalEnums: [] }

/** Number of the lock that one process holds while it migrates; Prisma's own is 72707369. */
export const MIGRATION_LOCK = 1_500_011

/** PostgreSQL's sentence in an error of the engine, which a trace follows. */
const SAID = /ERROR: (.*)/

interface State {
  pending: string[]
  /** Changed on disk after they were applied. */
  edited: string[]
  /** Started and neither finished nor taken back: the process died in the middle. */
  interrupted: string[]
}

/**
 * Brings a database up to the migrations of this version of the product, keeping `_prisma_migrations` as `prisma migrate deploy` does.
 * Each migration is one transaction. Several processes may call it at once: one does the work, the others wait for it (5 minutes at most).
 * Throws a sentence when a migration that was applied has been edited, or when one fails; what was applied before it stays.
 * @returns the names of the migrations applied now
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder)
  if (!migrations.length) { throw new Error(`There are no migrations in ${folder}: the installation is not complete.`) }
  const client = new pg.Client({ connectionString: url, application_name: 'songklong migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SET lock_timeout = \'5min\'')
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const { pending, edited, interrupted } = await compare(client, migrations)
    if (edited.length) { throw new Error(`${list(edited)} changed after being applied to this database. Restore the file, and put the change into a new migration (npm run db:migration -- <name>).`) }
    return { applied: pending.length ? await apply(url, folder, migrations, interrupted) : [] }
  }
  finally {
    await client.end()
  }
}

async function apply(url: string, folder: string, migrations: Migration[], interrupted: string[]): Promise<string[]> {
  const { engine, close } = await openEngine(url)
  const migrationsList = toMigrationList(folder, migrations)
  try {
    for (const migrationName of interrupted) { await engine.markMigrationRolledBack({ migrationName }) }
    return (await engine.applyMigrations({ migrationsList, filters: EVERYTHING })).appliedMigrationNames
  }
  catch (error) {
    const { failedMigrationNames: [name] } = await engine.diagnoseMigrationHistory({ migrationsList, filters: EVERYTHING, optInToShadowDatabase: false })
    if (!name) { throw error }
    // It ran as one transaction, so nothing of it is left: the next attempt may start afresh.
    await engine.markMigrationRolledBack({ migrationName: name })
    const reason = SAID.exec((error as Error).message)?.[1] ?? (error as Error).message.split('\n   0: ')[0]
    const before = interrupted.includes(name) ? ` An attempt before this one was interrupted; if its changes are in the database already, say so with: npm run db:migrate -- --applied ${name}` : ''
    throw new Error(`Migration ${name} failed and changed nothing. PostgreSQL says: ${reason}.${before}`, { cause: error })
  }
  finally {
    await close()
  }
}

/** Records that a migration's changes are in the database already, without running it. Throws when it is recorded or unknown. */
export async function markApplied(url: string, migrationName: string, folder = MIGRATIONS): Promise<void> {
  const { engine, close } = await openEngine(url)
  const migrationsList = toMigrationList(folder, await readMigrations(folder))
  await engine.markMigrationApplied({ migrationName, migrationsList }).finally(close)
}

async function compare(client: pg.Client, migrations: Migration[]): Promise<State> {
  const { rows } = await client.query<{ name: string, checksum: string, finished: boolean }>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`).catch((error: { code?: string }) => {
    if (error.code === '42P01') { return { rows: [] } }
    throw error
  })
  const done = new Map(rows.filter(row => row.finished).map(row => [row.name, row.checksum]))
  return {
    pending: migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name),
    edited: migrations.filter(one => done.has(one.name) && !isUnchanged(one, done.get(one.name)!)).map(({ name }) => name),
    interrupted: rows.filter(row => !row.finished).map(row => row.name),
  }
}

function list(names: string[]): string {
  return names.length === 1 ? `Migration ${names[0]} was` : `Migrations ${names.join(', ')} were`
}

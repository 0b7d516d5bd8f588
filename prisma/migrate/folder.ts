import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the migrations are: `<timestamp>_<name>/migration.sql`, in the order of their names. */
export const MIGRATIONS = prismaFolder('migrations')

/** Where the schema is: any number of `.prisma` files. */
export const SCHEMA = prismaFolder('schema')

/** One migration as it is on disk. */
export interface Migration { name: string, sql: string }

/** The names of the migrations in their order; none when there is no such folder. */
export async function migrationNames(folder = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
}

/** Reads the migrations in their order; none when there is no such folder. Throws when one has no `migration.sql`. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  return Promise.all((await migrationNames(folder)).map(async name => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })))
}

/** Whether a checksum in `_prisma_migrations` is that of the script, whichever line ends git gave the file. */
export function isUnchanged({ sql }: Migration, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some(text => createHash('sha256').update(text).digest('hex') === checksum)
}

/** The migrations in the words of Prisma's engine. */
export function toMigrationList(folder: string, migrations: Migration[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** Reads the schema's files for Prisma's engine. */
export async function readSchema(folder: string): Promise<SchemasContainer> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.prisma')).sort()
  return { files: await Promise.all(names.map(async path => ({ path, content: await readFile(join(folder, path), 'utf8') }))) }
}

/** Looks upwards from this file, which may have been built into another folder. Without one it is where the sources have it. */
function prismaFolder(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', name))) { return join(folder, 'prisma', name) }
  }
  return join(here, '..', name)
}

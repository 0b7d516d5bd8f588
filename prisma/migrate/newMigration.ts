import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openEngine } from './engine'
import { MIGRATIONS, readSchema, SCHEMA } from './folder'
import { EVERYTHING, migrate } from './migrate'

const NOT_DIGITS = /\D/g
const WORDS = /[a-z0-9]+/g

/**
 * Writes the migration that leads from the existing ones to the schema. SQL that Prisma cannot say is added to its file by hand.
 * @param url of a server to make a scratch database on, which is dropped again
 * @param name what changes, in a few words
 * @returns the new migration's folder; undefined when there is nothing to change
 */
export async function createMigration(url: string, name: string, folders = { migrations: MIGRATIONS, schema: SCHEMA }): Promise<string | undefined> {
  const script = await difference(url, folders)
  if (!script) { return undefined }
  const timestamp = await freeSecond(folders.migrations)
  const slug = (name.toLowerCase().match(WORDS) ?? ['change']).join('_')
  const folder = join(folders.migrations, `${timestamp}_${slug}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), script)
  await writeFile(join(folders.migrations, 'migration_lock.toml'), '# Prisma reads here which database the migrations are for.\nprovider = "postgresql"\n')
  return folder
}

/** This second, or the next that no migration has: they are applied in the order of their names. */
async function freeSecond(migrations: string): Promise<string> {
  const taken = existsSync(migrations) ? await readdir(migrations) : []
  for (let at = Date.now(); ; at += 1000) {
    const digits = new Date(at).toISOString().replace(NOT_DIGITS, '').slice(0, 14)
    if (!taken.some(name => name.startsWith(digits))) { return digits }
  }
}

async function difference(url: string, folders: { migrations: string, schema: string }): Promise<string | undefined> {
  const scratch = `scratch_${randomBytes(6).toString('hex')}`
  const scratchUrl = Object.assign(new URL(url), { pathname: scratch }).href
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    // eslint-disable-next-line no-restricted-syntax -- the name of a database cannot be a parameter; it is made here
    await admin.query(`CREATE DATABASE ${scratch}`)
    if (existsSync(folders.migrations)) { await migrate(scratchUrl, folders.migrations) }
    const schema = await readSchema(folders.schema)
    const { engine, close } = await openEngine(scratchUrl, schema)
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: folders.schema },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    }).finally(close)
    return stdout?.includes(';') ? stdout : undefined
  }
  finally {
    // eslint-disable-next-line no-restricted-syntax -- the name of a database cannot be a parameter; it is made here
    await admin.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`)
    await admin.end()
  }
}

import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { migrationNames, MIGRATIONS, SCHEMA } from '../../../prisma/migrate/folder'
import { markApplied, migrate } from '../../../prisma/migrate/migrate'
import { missingMigrations } from '../../../prisma/migrate/missing'
import { createMigration } from '../../../prisma/migrate/newMigration'
import { blankDb } from '../../helpers/database'
import { eventually } from '../../helpers/eventually'

const root = await mkdtemp(join(tmpdir(), 'songklong-migrate-'))
let url: string
let folder: string
let count = 0

beforeEach(async () => {
  url = await blankDb()
  folder = join(root, String(count++))
  await mkdir(folder)
})
afterAll(() => rm(root, { recursive: true }))

async function put(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const results = [await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end())].flat()
  return results.at(-1)?.rows.flat() ?? []
}

/** What the database does not have yet of a folder; the product's own when not given. */
async function missing(folder?: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url })
  return missingMigrations(pool, await migrationNames(folder)).finally(() => pool.end())
}

const TABLE = 'CREATE TABLE place (id int PRIMARY KEY, name text NOT NULL);\n'

describe('bringing a database up to date', () => {
  it('applies the product\'s own migrations once, and nothing the second time', async () => {
    const waiting = await missing()
    expect(waiting.length).toBeGreaterThan(0)
    expect((await migrate(url)).applied).toEqual(waiting)
    expect((await migrate(url)).applied).toEqual([])
    expect(await missing()).toEqual([])
  })

  it('lets one of several servers that start at once do the work', async () => {
    await put('20260101000000_first', `${TABLE}SELECT pg_sleep(0.3);`)
    await put('20260102000000_second', 'ALTER TABLE place ADD COLUMN code text;')
    const results = await Promise.all([1, 2, 3].map(() => migrate(url, folder)))
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 2])
    expect(await query('SELECT count(*)::int FROM _prisma_migrations')).toEqual([2])
  })

  it('takes a script as a whole, semicolons inside functions and texts included', async () => {
    await put('20260101000000_function', 'CREATE FUNCTION said() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN \'a;b\'; END; $$;\n')
    await migrate(url, folder)
    expect(await query('SELECT said()')).toEqual(['a;b'])
  })

  it('says which migrations wait, in their order', async () => {
    await put('20260101000000_first', TABLE)
    await migrate(url, folder)
    await put('20260103000000_third', 'SELECT 1;')
    await put('20260102000000_second', 'SELECT 1;')
    expect(await missing(folder)).toEqual(['20260102000000_second', '20260103000000_third'])
  })
})

describe('when something is wrong', () => {
  it('refuses a migration that was edited after it was applied, and applies nothing', async () => {
    await put('20260101000000_first', TABLE)
    await migrate(url, folder)
    await put('20260101000000_first', `${TABLE}-- and more`)
    await put('20260102000000_second', 'CREATE TABLE other (id int);')
    await expect(migrate(url, folder)).rejects.toThrow('20260101000000_first was changed after being applied to this database. Restore the file')
    expect(await query('SELECT to_regclass(\'other\')')).toEqual([null])
  })

  it('does not mistake another system\'s line ends for an edit', async () => {
    await put('20260101000000_first', TABLE)
    await migrate(url, folder)
    await put('20260101000000_first', TABLE.replaceAll('\n', '\r\n'))
    expect((await migrate(url, folder)).applied).toEqual([])
  })

  it('leaves nothing of a migration that fails, keeps those before it, and goes on once it is corrected', async () => {
    await put('20260101000000_first', TABLE)
    await put('20260102000000_second', 'CREATE TABLE other (id int);\nSELECT 1 / 0;')
    await expect(migrate(url, folder)).rejects.toThrow('Migration 20260102000000_second failed and changed nothing. PostgreSQL says: division by zero')
    expect(await query('SELECT to_regclass(\'place\'), to_regclass(\'other\')')).toEqual(['place', null])
    expect(await missing(folder)).toEqual(['20260102000000_second'])
    await put('20260102000000_second', 'CREATE TABLE other (id int);')
    expect((await migrate(url, folder)).applied).toEqual(['20260102000000_second'])
  })

  it('tries a migration again that a killed server had begun', async () => {
    await put('20260101000000_first', TABLE)
    await migrate(url, folder)
    await query('DROP TABLE place; UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0')
    expect(await missing(folder)).toEqual(['20260101000000_first'])
    expect((await migrate(url, folder)).applied).toEqual(['20260101000000_first'])
    expect(await query('SELECT to_regclass(\'place\')')).toEqual(['place'])
  })

  it('says how to go on when a killed server had finished a migration but not noted it', async () => {
    await put('20260101000000_first', TABLE)
    await migrate(url, folder)
    await query('UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0')
    await expect(migrate(url, folder)).rejects.toThrow('npm run db:migrate -- --applied 20260101000000_first')
    await markApplied(url, '20260101000000_first', folder)
    expect((await migrate(url, folder)).applied).toEqual([])
  })

  it('does not call a database up to date when the migrations themselves are missing', async () => {
    await expect(migrate(url, folder)).rejects.toThrow(`There are no migrations in ${folder}`)
  })

  it('says so when the database cannot be reached', async () => {
    await expect(migrate('postgresql://nobody:x@127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED')
  })
})

describe('writing a migration', () => {
  const MODEL = 'datasource db {\n  provider = "postgresql"\n}\nmodel Place {\n  id Int @id\n  name String\n  latitude Float\n  open Boolean\n}\n'

  async function schemaOf(text: string): Promise<string> {
    const schema = join(folder, 'schema')
    await mkdir(schema, { recursive: true })
    await writeFile(join(schema, 'all.prisma'), text)
    return schema
  }

  it('leads from the migrations to the schema, after which there is nothing left to change', async () => {
    const folders = { migrations: join(folder, 'migrations'), schema: await schemaOf(MODEL) }
    const first = await createMigration(url, 'The first Places!', folders)
    expect(first).toMatch(/\/\d{14}_the_first_places$/)
    expect(await readFile(join(first!, 'migration.sql'), 'utf8')).toContain('CREATE TABLE "Place"')
    expect(await createMigration(url, 'nothing', folders)).toBeUndefined()
    await schemaOf(MODEL.replace('name String', 'name String\n  code String?'))
    const second = await createMigration(url, 'code', folders)
    expect(await readFile(join(second!, 'migration.sql'), 'utf8')).toContain('ALTER TABLE "Place" ADD COLUMN     "code" TEXT')
    expect((await migrate(url, folders.migrations)).applied).toHaveLength(2)
    // Other tests on this server may have one at the moment.
    await eventually(async () => expect(await query('SELECT count(*)::int FROM pg_database WHERE datname LIKE \'scratch%\'')).toEqual([0]))
  })

  it('leaves alone what was added by hand because Prisma cannot say it', async () => {
    const folders = { migrations: join(folder, 'migrations'), schema: await schemaOf(MODEL) }
    const first = await createMigration(url, 'first', folders)
    await appendFile(join(first!, 'migration.sql'), `
      CREATE EXTENSION pg_trgm;
      CREATE INDEX ON "Place" USING gist (point(latitude, latitude));
      CREATE INDEX ON "Place" USING gin (lower(name) gin_trgm_ops);
      CREATE UNIQUE INDEX ON "Place" (name) WHERE open;
      ALTER TABLE "Place" ADD CHECK (latitude BETWEEN -90 AND 90);
    `)
    expect(await createMigration(url, 'nothing', folders)).toBeUndefined()
  })

  it('the product\'s migrations lead to the product\'s schema', async () => {
    const folders = { migrations: join(folder, 'migrations'), schema: SCHEMA }
    await cp(MIGRATIONS, folders.migrations, { recursive: true })
    const before = await readdir(folders.migrations)
    const missing = await createMigration(url, 'missing', folders)
    expect(missing && await readFile(join(missing, 'migration.sql'), 'utf8'), 'run: npm run db:migration -- <name>').toBeUndefined()
    expect(await readdir(folders.migrations)).toEqual(before)
  })
})

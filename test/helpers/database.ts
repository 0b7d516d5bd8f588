import type { Database } from '../../prisma/client'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../../prisma/client'
import { migrate } from '../../prisma/migrate/migrate'
import { seedDemo } from '../../prisma/seed/demo'
import { seedPlaces } from '../../prisma/seed/places'
import { startEmbeddedPostgres } from '../../server/database/embedded'
import { contacts } from './contacts'

interface Recipe { from?: 'empty', build: (url: string) => Promise<unknown> }

/** What a database can start with. Each is built once in a run, when the first test asks for it, and copied for every test file. */
const recipes = {
  empty: { build: url => migrate(url) },
  demo: { from: 'empty', build: seedDemoAt },
} satisfies Record<string, Recipe>

/** Fills the official places and the demo province, as they are on a first start, into a migrated database. */
export async function seedDemoAt(url: string): Promise<void> {
  const database = openDatabase(url)
  await seedPlaces(database)
  await seedDemo(database, new Date(), contacts)
  await database.close()
}

export type Template = keyof typeof recipes

/** A database of one's own. */
export interface FreshDb {
  url: string
  database: Database
  /** Closes and removes it. */
  drop: () => Promise<void>
}

/** Makes a database for one test file: `empty` has the tables and nothing in them, `demo` the demo province. */
export async function freshDb({ template = 'empty' }: { template?: Template } = {}): Promise<FreshDb> {
  const admin = await testServer()
  const { run } = inject('testServer')
  const name = `${run}_${randomBytes(6).toString('hex')}`
  await copy(admin, name, await templateDatabase(admin, template))
  const url = at(admin, name)
  const database = openDatabase(url)
  return {
    url,
    database,
    async drop() {
      await database.close()
      await withClient(admin, client => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Makes a database with nothing in it at all, not even tables. Returns its URL; it goes with the test run. */
export async function blankDb(): Promise<string> {
  const admin = await testServer()
  const name = `${inject('testServer').run}_${randomBytes(6).toString('hex')}`
  await withClient(admin, client => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  return at(admin, name)
}

let server: Promise<string> | undefined

/** The URL that databases are made through; the first caller of the run starts the server. */
function testServer(): Promise<string> {
  const given = inject('testServer')
  return server ??= 'url' in given
    ? Promise.resolve(given.url)
    : startEmbeddedPostgres({ dataDir: given.dataDir, shared: true, durable: false }).then(({ url }) => url)
}

/** The name of the template's database, after building it if this run has none yet. */
async function templateDatabase(admin: string, template: Template): Promise<string> {
  const recipe: Recipe = recipes[template]
  const name = `${inject('testServer').run}_template_${template}`
  const from = recipe.from && await templateDatabase(admin, recipe.from)
  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rows: [found] } = await client.query<{ complete: boolean }>('SELECT datistemplate AS complete FROM pg_database WHERE datname = $1', [name])
    if (found?.complete) { return }
    if (found) { await client.query(`DROP DATABASE ${name} WITH (FORCE)`) }
    await copy(admin, name, from ?? 'template0')
    await recipe.build(at(admin, name))
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
  })
  return name
}

async function copy(admin: string, name: string, from: string): Promise<void> {
  await withClient(admin, client => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`))
}

function at(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: database }).href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

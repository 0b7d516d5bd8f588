import type { LineProcess, Serving } from './processes'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { readPostmaster } from '../../server/database/cluster'
import { startEmbeddedPostgres } from '../../server/database/embedded'
import { freePort } from '../helpers/freePort'
import { buildAll } from './build'
import { startBaseline, startLine, startProduct, stopAll } from './processes'

/** Everything that the parts measure with; each thing is started when it is first asked for. */
export interface World {
  /** The URL of a database with this name, made when it is not there. */
  database: (name: string) => Promise<string>
  line: () => Promise<LineProcess>
  /** The product: the built server, with the demo province. */
  product: () => Promise<Serving>
  /** One more server of the same product; the caller stops it. */
  another: () => Promise<Serving>
  /** A server that does nothing at all; the caller stops it. */
  bare: () => Promise<Serving>
  baseline: (name: 'insert' | 'echo') => Promise<Serving>
  secret: string
  /** What the product's environment says, save its database. */
  settings: () => Promise<Record<string, string>>
  /** The process number of the PostgreSQL server. */
  postmaster: () => Promise<number>
  close: () => Promise<void>
}

/** Opens a world of its own in a temporary folder, with a PostgreSQL that is as durable as in production. */
export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'songklong-bench-'))
  await chmod(folder, 0o755)
  const built = buildAll()
  const postgres = startEmbeddedPostgres({ dataDir: folder, durable: true })
  const secret = randomBytes(16).toString('hex')
  const known = new Map<string, Promise<unknown>>()
  const once = <T>(name: string, start: () => Promise<T>) => {
    if (!known.has(name)) known.set(name, start())
    return known.get(name) as Promise<T>
  }
  const file = async (name: string) => join(await built, `${name}.js`)

  const database = (name: string) => once(`database ${name}`, async () => {
    const { url } = await postgres
    const client = new pg.Client(url)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`).finally(() => client.end())
    return Object.assign(new URL(url), { pathname: name }).href
  })
  const line = () => once('line', async () => startLine(await file('line')))
  const channel = async (): Promise<Record<string, string>> => ({
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: 'bench',
    LINE_API_BASE_URL: (await line()).url,
    LINE_DATA_API_BASE_URL: (await line()).url,
  })

  const sessionSecret = randomBytes(32).toString('hex')
  const settings = async () => ({ ...await channel(), DATA_DIR: folder, PUBLIC_URL: 'https://songklong.test', SESSION_SECRET: sessionSecret, SIMULATOR: 'off', DEMO: 'on' })
  const server = async () => startProduct(await file('server'), await freePort(), {
    ...await settings(),
    DATABASE_URL: await database('product'),
    ...(process.env.CPU_PROF && { CPU_PROF: process.env.CPU_PROF }),
  })

  return {
    database,
    line,
    secret,
    settings,
    async postmaster() {
      await postgres
      return (await readPostmaster(join(folder, 'postgres')))!.pid
    },
    product: () => once('product', server),
    another: server,
    bare: async () => startProduct(await file('bare'), await freePort(), {}, '/'),
    baseline: name => once(name, async () => startBaseline(await file(name), { ...await channel(), DATABASE_URL: await database('baseline') })),
    async close() {
      for (const serving of await Promise.all(['product', 'insert', 'echo', 'line'].map(name => known.get(name) as Promise<Serving> | undefined))) await serving?.stop()
      stopAll()
      await (await postgres).stop()
      await rm(folder, { recursive: true, force: true })
      await rm(await built, { recursive: true, force: true })
    },
  }
}

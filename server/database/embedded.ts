import type { Binaries } from './binaries'
import type { Postmaster } from './cluster'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { postgresBinaries } from './binaries'
import { claim, isInUse } from './claim'
import { initialise, processKind, readPassword, readPostmaster, USER } from './cluster'

const DATABASE = 'songklong'

/** How the server is started. */
export interface EmbeddedOptions {
  /** The product's data folder; the server's own is `postgres` in it. */
  dataDir: string
  /** Told in a sentence what happens. */
  onLog?: (sentence: string) => void
  /** For command-line tools: works beside a running product, using its server. Close your connections before `stop`: the last to leave ends it. */
  shared?: boolean
  /** False gives up safety against power loss for speed: tests only. */
  durable?: boolean
}

/** A PostgreSQL server that answers on 127.0.0.1. */
export interface EmbeddedPostgres {
  /** Where there is a Unix socket, it stands behind `?host=`, which `pg` prefers: half the work for each question. */
  url: string
  /** Ends the server (fast shutdown; harder after 10 s), or leaves it to the others that are connected when it is shared. */
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL with its data in `<dataDir>/postgres`, initialising that on the first start. The server is a session of its own:
 * neither Ctrl-C nor the death of this process ends it. One that an earlier process left running is used as it is.
 * Throws a sentence when another product process uses the same folder, or when PostgreSQL does not start.
 */
export async function startEmbeddedPostgres({ dataDir, onLog = () => {}, shared = false, durable = true }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = join(resolve(dataDir), 'postgres')
  await mkdir(dirname(folder), { recursive: true })
  const binaries = await postgresBinaries(folder)
  if (!existsSync(join(folder, 'PG_VERSION'))) { onLog(`Preparing a new database in ${folder}`) }
  await initialise(folder, binaries, durable)
  const password = await readPassword(folder)
  const urlAt = ({ port, socket }: Place, database: string): string => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}${socket ? `?host=${encodeURIComponent(socket)}` : ''}`

  const { place, adopted } = await running(folder, binaries, durable, place => urlAt(place, 'postgres'))
  const admin = urlAt(place, 'postgres')
  const release = shared ? undefined : await claim(admin, dataDir)
  if (adopted && !shared) { onLog('Using the database server that an earlier process left running') }
  await ensureDatabase(admin)

  return {
    url: urlAt(place, DATABASE),
    async stop() {
      await release?.()
      if (shared && await isInUse(admin).catch(() => false)) { return }
      const stop = (mode: string, seconds: number): Promise<void> => binaries.run('pg_ctl', ['stop', '-D', folder, '-m', mode, '-w', '-t', String(seconds)])
      if (await readPostmaster(folder)) { await stop('fast', 10).catch(() => stop('immediate', 5)) }
    },
  }
}

/** Where a server listens. */
type Place = Pick<Postmaster, 'port' | 'socket'>

/** Where the server on this folder listens, after starting it if none runs. */
async function running(folder: string, binaries: Binaries, durable: boolean, url: (place: Place) => string): Promise<{ place: Place, adopted: boolean }> {
  const deadline = Date.now() + 120_000
  let failure: unknown
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(folder)
    const kind = postmaster ? await processKind(postmaster.pid) : 'none'
    if (postmaster && kind === 'postgres') {
      if (await answers(url(postmaster))) { return { place: postmaster, adopted: true } }
      await sleep(100)
      continue
    }
    // PostgreSQL itself replaces the file of a dead server, but not one whose number has gone to another process.
    if (kind === 'other') { await rm(join(folder, 'postmaster.pid'), { force: true }) }
    const port = await freePort()
    try {
      await start(folder, port, binaries, durable)
      return { place: { port, socket: socketIn(folder) }, adopted: false }
    }
    catch (error) {
      // Another process may have started it, or taken the port, in the same moment: look again, once.
      if (failure) { throw error }
      failure = error
    }
  }
  throw new Error(`The database server in ${folder} runs but does not answer. Its own words are in ${join(folder, 'server.log')}.`)
}

/** A socket's whole path has at most 103 characters on some systems; what would have to be quoted is left to TCP. */
const socketIn = (folder: string): string | undefined => platform() !== 'win32' && /^[\w/.-]{1,80}$/.test(folder) ? folder : undefined

async function start(folder: string, port: number, binaries: Binaries, durable: boolean): Promise<void> {
  const log = join(folder, 'server.log')
  if (await stat(log).then(({ size }) => size > 5_000_000, () => false)) { await rename(log, `${log}.old`) }
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketIn(folder) ?? '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  await binaries.run('pg_ctl', ['start', '-D', folder, '-l', log, '-w', '-t', '60', '-o', `-p ${port} ${flags.join(' ')}`]).catch(async (error: Error) => {
    const words = (await readFile(log, 'utf8').catch(() => error.message)).trim().split('\n').slice(-5).join('\n')
    throw new Error(`The database server in ${folder} did not start. Its last words:\n${words}`)
  })
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  return client.connect().then(() => true, () => false).finally(() => client.end().catch(() => {}))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise(done => server.close(done))
  return port
}

async function ensureDatabase(admin: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    // eslint-disable-next-line no-restricted-syntax -- the name of a database cannot be a parameter; it is the code's own
    if (!rowCount) { await client.query(`CREATE DATABASE ${DATABASE}`) }
  }
  catch (error) {
    // Created by another process in the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) { throw error }
  }
  finally {
    await client.end()
  }
}

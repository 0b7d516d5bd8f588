import type { ChildProcess } from 'node:child_process'
import type { EmbeddedPostgres } from '../../../server/database/embedded'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, expect, it } from 'vitest'
import { readPostmaster } from '../../../server/database/cluster'
import { startEmbeddedPostgres } from '../../../server/database/embedded'

/** Most tests share one prepared folder; those about the very first start take a new one. */
const prepared = await mkdtemp(join(tmpdir(), 'songklong-embedded-'))
let dataDir = prepared
let folder = join(prepared, 'postgres')
const running: EmbeddedPostgres[] = []
const products: ChildProcess[] = []

async function onNewFolder(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'songklong-embedded-'))
  folder = join(dataDir, 'postgres')
}

afterEach(async () => {
  products.splice(0).forEach(product => product.kill('SIGKILL'))
  await Promise.allSettled(running.splice(0).map(server => server.stop()))
  if (await readPostmaster(folder)) { await start().then(server => server.stop()) }
  running.length = 0
  if (dataDir !== prepared) { await rm(dataDir, { recursive: true, force: true }) }
  dataDir = prepared
  folder = join(prepared, 'postgres')
})
afterAll(() => rm(prepared, { recursive: true, force: true }))

async function start(options: { shared?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options })
  running.push(server)
  return server
}

async function query(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query({ text: sql, rowMode: 'array' }).then(({ rows }) => rows?.[0]?.[0]).finally(() => client.end())
}

/** A product in a process of its own, on the same folder, that has started its server. */
async function product(): Promise<{ process: ChildProcess, url: string }> {
  const embedded = fileURLToPath(new URL('../../../server/database/embedded.ts', import.meta.url))
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(embedded)}
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(url)
    process.on('SIGINT', () => {})
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  products.push(child)
  const url = await new Promise<string>((done, fail) => {
    child.stdout!.once('data', line => done(String(line).trim()))
    child.once('exit', () => fail(new Error('The product ended.')))
  })
  return { process: child, url }
}

async function kill({ process: child }: { process: ChildProcess }): Promise<void> {
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

it('prepares its data on the first start and finds it again on the next', async () => {
  const first = await start()
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  await expect(query(first.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED|ENOENT/)
  const second = await start()
  expect(await query(second.url, 'SELECT answer FROM kept')).toBe(42)
})

it('compares Thai words', async () => {
  const { url } = await start()
  expect(await query(url, 'CREATE EXTENSION pg_trgm; SELECT 1').catch(String)).toBeUndefined()
  expect(await query(url, 'SELECT similarity(\'หน้าตลาด\', \'ตลาด\')')).toBeGreaterThan(0.2)
  expect(await query(url, 'SELECT string_agg(x, \' \' ORDER BY x COLLATE "th-x-icu") FROM unnest(array[\'ขา\', \'เก่า\', \'กา\']) x')).toBe('กา เก่า ขา')
})

it('answers only on this machine and only with its password, which nobody else can read', async () => {
  const { url } = await start()
  expect(await query(url, 'SELECT current_setting(\'listen_addresses\') || \' \' || current_setting(\'unix_socket_directories\')')).toBe(`127.0.0.1 ${folder}`)
  const overTcp = Object.assign(new URL(url), { search: '' }).href
  expect(overTcp).not.toBe(url)
  for (const way of [url, overTcp]) {
    expect(await query(way, 'SELECT 1 AS one')).toBe(1)
    await expect(query(Object.assign(new URL(way), { password: 'guess' }).href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    await expect(query(Object.assign(new URL(way), { password: '' }).href, 'SELECT 1')).rejects.toThrow()
  }
  expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o077).toBe(0)
})

it('keeps what was committed when the product is killed, and the next start uses the server it left', async () => {
  const killed = await product()
  await query(killed.url, 'DROP TABLE IF EXISTS kept')
  await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  const before = await readPostmaster(folder)
  await kill(killed)
  const server = await start()
  expect(await readPostmaster(folder)).toEqual(before)
  expect(await query(server.url, 'SELECT answer FROM kept')).toBe(42)
  await server.stop()
  expect(await readPostmaster(folder)).toBeUndefined()
})

it('recovers when the database server was killed with the product', async () => {
  const killed = await product()
  await query(killed.url, 'DROP TABLE IF EXISTS kept')
  await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  process.kill((await readPostmaster(folder))!.pid, 'SIGKILL')
  await kill(killed)
  const server = await start()
  expect(await query(server.url, 'SELECT answer FROM kept')).toBe(42)
})

it('refuses a second product on the same data in one sentence that names the first', async () => {
  const { process: first, url } = await product()
  const refused = start()
  await expect(refused).rejects.toThrow(`Another process already works on the data in ${dataDir} (process ${first.pid}). Stop it first, or give this one another DATA_DIR.`)
  expect(await query(url, 'SELECT 1')).toBe(1)
})

it('lets one of two products that start in the same moment win, also on the very first start', async () => {
  await onNewFolder()
  const results = await Promise.allSettled([start(), start()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

it('a command-line tool works beside the product and leaves its server running', async () => {
  const { url } = await product()
  const tool = await start({ shared: true })
  expect(tool.url).toBe(url)
  await tool.stop()
  expect(await query(url, 'SELECT 1')).toBe(1)
})

it('of command-line tools that run alone, the last to leave ends the server', async () => {
  const [one, other] = [await start({ shared: true }), await start({ shared: true })]
  const client = new pg.Client({ connectionString: other.url })
  await client.connect()
  await one.stop()
  await client.query('SELECT 1')
  await client.end()
  await other.stop()
  expect(await readPostmaster(folder)).toBeUndefined()
})

it('Ctrl-C on the product does not reach the database server', async () => {
  const { process: { pid }, url } = await product()
  process.kill(-pid!, 'SIGINT')
  await new Promise(done => setTimeout(done, 300))
  expect(await query(url, 'SELECT 1')).toBe(1)
})

it('a preparation that was cut short does not stand in the way, and is cleared away in time', async () => {
  await onNewFolder()
  const [old, recent] = [`${folder}.new-old`, `${folder}.new-recent`]
  await Promise.all([old, recent].map(half => mkdir(join(half, 'base'), { recursive: true })))
  await utimes(old, 0, 0)
  await start()
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.new-recent'])
})

it('does not mistake another process for its server when that got the number of a dead one', async () => {
  const before = await start()
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8')
  await before.stop()
  await writeFile(join(folder, 'postmaster.pid'), text.replace(/^\d+/, String(process.pid)))
  const server = await start()
  expect(await query(server.url, 'SELECT 1')).toBe(1)
  expect((await readPostmaster(folder))!.pid).not.toBe(process.pid)
})

it('says what the database server said when it does not start', async () => {
  await (await start()).stop()
  await writeFile(join(folder, 'PG_VERSION'), '12\n')
  await expect(start()).rejects.toThrow(/did not start.*initialized by PostgreSQL version 12/s)
  await writeFile(join(folder, 'PG_VERSION'), '18\n')
})

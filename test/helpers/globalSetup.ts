import type { TestProject } from 'vitest/node'
import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureChromium } from '../../scripts/chromium'
import { processKind, readPostmaster } from '../../server/database/cluster'

/** Where the databases of this test run live: on a given server, or on one of its own that the first test needing it starts. */
export type TestServer = { run: string, url: string } | { run: string, dataDir: string }

declare module 'vitest' {
  export interface ProvidedContext { testServer: TestServer }
}

const PREFIX = 'songklong-test-'

/** Before and after the whole run. `TEST_DATABASE_URL` names a server (whose account may create databases) to use instead of an own one. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  ensureChromium()
  const run = `songklong_test_${process.pid}`
  const url = process.env.TEST_DATABASE_URL
  if (url) {
    provide('testServer', { run, url })
    return () => dropDatabases(url, run)
  }
  await removeOrphans()
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`)
  await mkdir(dataDir, { recursive: true })
  await chmod(dataDir, 0o755)
  provide('testServer', { run, dataDir })
  return () => remove(dataDir)
}

async function dropDatabases(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [run])
  for (const { name } of rows) {
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`)
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  }
  await client.end()
}

/** Servers of test runs that were killed. */
async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)))) { await remove(join(tmpdir(), name)) }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ends the server at once: nobody needs its data again. */
async function remove(dataDir: string): Promise<void> {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'))
  if (postmaster && await processKind(postmaster.pid) === 'postgres') {
    process.kill(postmaster.pid, 'SIGQUIT')
    for (let waited = 0; waited < 100 && await processKind(postmaster.pid) === 'postgres'; waited++) { await sleep(50) }
  }
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 })
}

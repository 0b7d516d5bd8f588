import type { Binaries } from './binaries'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** The one account of the embedded server. */
export const USER = 'songklong'

/** What the running server has written about itself. */
export interface Postmaster {
  pid: number
  port: number
  /** The folder of its Unix socket, if it has one. */
  socket: string | undefined
}

/**
 * Creates the server's folder when there is none. It is made beside its place and renamed when complete, so a crash
 * in the middle leaves nothing half-made; of several at once, one wins and the others use its folder.
 * @param folder where the data will be, inside an existing data folder
 */
export async function initialise(folder: string, binaries: Binaries, durable: boolean): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) { return }
  await sweep(folder)
  const draft = await mkdtemp(`${folder}.new-`)
  const passwordFile = `${draft}.password`
  try {
    const password = randomBytes(24).toString('base64url')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await binaries.giveTo(passwordFile)
    await binaries.giveTo(draft)
    await binaries.run('initdb', [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      // pg_trgm asks the C library which characters are letters: with plain C it would see none in Thai.
      ...(platform() === 'win32' ? [] : [`--lc-ctype=${platform() === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`]),
      ...(durable ? [] : ['--no-sync']),
    ])
    await rename(passwordFile, join(draft, 'password'))
    await rename(draft, folder)
  }
  catch (error) {
    if (!existsSync(join(folder, 'PG_VERSION'))) { throw error }
  }
  finally {
    await rm(draft, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

/** Removes what earlier crashes left of folders in the making. */
async function sweep(folder: string): Promise<void> {
  const parent = dirname(folder)
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (path.startsWith(`${folder}.new-`) && Date.now() - (await stat(path)).mtimeMs > 10 * 60_000) { await rm(path, { recursive: true, force: true }) }
  }
}

/** The password of `USER`. */
export async function readPassword(folder: string): Promise<string> {
  return (await readFile(join(folder, 'password'), 'utf8')).trim()
}

/** Reads `postmaster.pid`; undefined when no server has written one, or not yet all of it. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const lines = await readFile(join(folder, 'postmaster.pid'), 'utf8').then(text => text.split('\n'), () => [])
  const [pid, port, socket] = [Number(lines[0]), Number(lines[3]), lines[4] || undefined]
  return pid && port ? { pid, port, socket } : undefined
}

/**
 * What goes by this process number: nothing, a PostgreSQL server, or something else that got the number of a dead one (or is dead itself
 * but not yet buried). Where the system does not tell (no /proc), an alive process counts as the server.
 */
export async function processKind(pid: number): Promise<'none' | 'postgres' | 'other'> {
  try {
    process.kill(pid, 0)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') { return 'none' }
  }
  if (!existsSync('/proc/self/cmdline')) { return 'postgres' }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (command === undefined) { return 'none' }
  return command.split('\0')[0]!.includes('postgres') ? 'postgres' : 'other'
}

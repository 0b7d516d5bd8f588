import type { ChildProcess } from 'node:child_process'
import type { FakeLine } from '../helpers/fakeLine'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A server in a process of its own. */
export interface ServerProcess {
  /** Lets it begin; resolves to its port when it listens. */
  begin: () => Promise<number>
  /** Ends it without a word: SIGKILL. */
  kill: () => Promise<void>
  /** Asks it to end: SIGTERM. Gives its exit code; null when a signal ended it. */
  stop: () => Promise<number | null>
}

/** Servers of one database and one fake LINE. */
export interface Servers {
  /** Starts a process and resolves when its code is loaded; it does nothing yet. */
  prepare: () => Promise<ServerProcess>
  /** Kills those left and removes what was built. */
  close: () => Promise<void>
}

/** Builds the server once, as `npm run build` does, to be started many times. `alone`: it may take back at once what its predecessor had in hand. */
export async function servers({ databaseUrl, fake, alone }: { databaseUrl: string, fake: FakeLine, alone: boolean }): Promise<Servers> {
  const outDir = join(project, 'dist', `crash-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  await build({
    root: project,
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: { server: join(project, 'test/crash/server.ts') } } },
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'songklong-crash-'))
  const children = new Set<ChildProcess>()
  const env = {
    PATH: process.env.PATH,
    LOG_LEVEL: process.env.LOG_LEVEL,
    NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    PUBLIC_URL: 'https://songklong.test',
    SIMULATOR: 'off',
    DRAIN_SECONDS: '5',
    SESSION_SECRET: 'a session secret that is only for tests',
    LINE_CHANNEL_SECRET: fake.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: fake.channelAccessToken,
    LINE_API_BASE_URL: fake.url,
    LINE_DATA_API_BASE_URL: fake.url,
  }

  return {
    async prepare() {
      const child = fork(join(outDir, 'server.js'), alone ? ['alone'] : [], { env, execArgv: ['--enable-source-maps'] })
      children.add(child)
      await told(child)
      return {
        begin() {
          child.send('begin')
          return told(child)
        },
        async kill() {
          children.delete(child)
          const gone = once(child, 'exit')
          child.kill('SIGKILL')
          await gone
        },
        async stop() {
          children.delete(child)
          const gone = once(child, 'exit')
          child.kill('SIGTERM')
          const [code] = await gone
          return code as number | null
        },
      }
    },
    async close() {
      for (const child of children) child.kill('SIGKILL')
      await rm(outDir, { recursive: true, force: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The next message of a child; fails when it ends instead. */
async function told(child: ChildProcess): Promise<any> {
  const quiet = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', quiet).then(([message]) => message),
      once(child, 'exit', quiet).then(([code, signal]) => { throw new Error(`The server ended by itself: ${code ?? signal}`) }),
    ])
  }
  finally {
    quiet.abort()
  }
}

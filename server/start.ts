import type { Context } from 'hono'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Database } from '../prisma/client'
import type { Config } from './config'
import type { Allowance } from './guard/budget'
import type { Clock } from './jobs/clock'
import type { Conversation } from './line/conversation'
import type { Tracing } from './watch/tracing'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { migrationNames } from '../prisma/migrate/folder'
import { missingMigrations } from '../prisma/migrate/missing'
import { filesOnDisk } from './appFiles'
import { assemble } from './assemble'
import { budgets } from './guard/budget'
import { sourceOf } from './guard/source'
import { showLoadingWhenSlow } from './line/loading'
import { createLog } from './log'
import { createMetrics } from './metrics'
import { cleanPhoto } from './photos/clean'
import { configuredStore } from './photos/configured'
import { noTracing } from './watch/tracing'
import { during } from './watch/trail'
import { createWatch } from './watch/watch'

/** What a server works with besides its configuration. */
export interface ServerDeps {
  /** Open and up to date; stays open when the server stops. */
  database: Database
  conversation?: Conversation
  now?: () => Date
  log?: Logger
  /** Where spans go; nowhere when not given. */
  tracing?: Tracing
  /** No other server uses the database: what a dead process had in hand is taken back at once. */
  alone?: boolean
  /** How much each source may ask. */
  budget?: Allowance
  /** How long slow clients are waited for, where it is not as usual. */
  patience?: Partial<typeof patienceOf>
}

/** A server that listens. */
export interface RunningServer {
  url: string
  port: number
  /** Resolves when nothing that was received waits any more and everything due was sent. */
  idle: () => Promise<void>
  /** Runs a job of `jobs/jobs.ts` now. */
  poke: (job: string) => void
  /** Says that it is not ready, goes on for the configured time, accepts no more, answers what it was given (10 s at most in all). */
  stop: () => Promise<void>
}

/** How long the end takes at most, ms; and how much of it is left when the time for balancers is over. */
const mostToFinish = 10_000
const leastToFinish = 5_000

/** Puts the server together and starts it. Rejects when the port is taken. */
export async function startServer(config: Config, { database: { pool }, conversation, now = () => new Date(), log = createLog('info'), tracing = noTracing, alone = false, budget, patience }: ServerDeps): Promise<RunningServer> {
  let leaving = false
  // Of this version, also when the files of the next are there already.
  const migrations = migrationNames()
  const notReady = async () => leaving ? 'the server is stopping' : whyNotReady(pool, await migrations)
  const metrics = createMetrics(pool, { isReady: async () => await notReady() === null })
  const watch = createWatch({ log, metrics, tracing, sessionSecret: config.sessionSecret })
  const { app, account, client, inbox, outbox, clock } = assemble(config, {
    pool,
    metrics,
    watch,
    log,
    now,
    store: configuredStore(config),
    cleanPhoto,
    files: filesOnDisk(),
    guard: { budget: budgets(budget), source: c => sourceOf(peerOf(c), c.req.header('x-forwarded-for'), config.trustProxy), peer: peerOf },
    whyNotReady: notReady,
    isLeaving: () => leaving,
    onTurns: afterTurns(),
    conversation,
  })

  await account.load()
  if (alone) await outbox.adopt()
  const { server, port } = await listen(app.fetch, config.port, { ...patienceOf, ...patience })
  await clock.start()
  inbox.start()
  outbox.start()
  const endLoading = showLoadingWhenSlow(inbox, { showLoading: lane => during({ watch }, () => client.showLoading(lane)) })

  let stopped: Promise<void> | undefined
  async function finish(): Promise<void> {
    leaving = true
    await sleep(config.drain)
    endLoading()
    await closed(server)
    await Promise.all([inbox.stop(), clock.stop()])
    await outbox.stop()
  }
  return {
    url: `http://localhost:${port}`,
    port,
    async idle() {
      await inbox.idle()
      await outbox.idle()
    },
    poke: name => clock.poke(name),
    stop: () => stopped ??= Promise.race([finish(), sleep(Math.max(mostToFinish, config.drain + leastToFinish), undefined, { ref: false })]),
  }
}

/** A turn may have left something for a job to do: looked at once for many turns, a moment later. */
function afterTurns(): (menusChanged: boolean, clock: Clock) => void {
  let timer: NodeJS.Timeout | undefined
  return (menusChanged, clock) => {
    if (menusChanged) clock.poke('menus')
    timer ??= setTimeout(() => {
      timer = undefined
      for (const job of ['notices', 'photos', 'erased-photos', 'menus']) clock.poke(job)
    }, 200)
    timer.unref()
  }
}

async function whyNotReady(pool: Database['pool'], migrations: string[]): Promise<string | null> {
  try {
    const missing = await missingMigrations(pool, migrations)
    return missing.length ? `migrations missing: ${missing.join(', ')}` : null
  }
  catch {
    return 'the database is not reached'
  }
}

/** Address of whoever opened the connection. */
const peerOf = (c: Context) => getConnInfo(c).remote.address

/** Whoever sends headers or a body slower than this (ms), or more of headers than this (bytes), is cut off. */
const patienceOf = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 }
/** A connection on which nothing moves is closed after this, ms. */
const silence = 60_000

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number, patience: typeof patienceOf): Promise<{ server: Server, port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, serverOptions: patience }, (address: AddressInfo) => resolve({ server: server as Server, port: address.port }))
    ;(server as Server).setTimeout(silence)
    server.once('error', reject)
  })
}

/** Ends the server when the requests in hand are answered; connections that only wait are cut. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
  })
}

/** The product on Cloudflare Workers: no process, only requests and a clock that rings every minute. See docs/operating/workers.md. */
import type { Logger } from 'pino'
import type { Memory, Product } from './assemble'
import type { Config } from './config'
import type { Bucket } from './photos/r2'
import type { Assets } from './workerFiles'
import { TrieRouter } from 'hono/router/trie-router'
import { openPool } from '../prisma/client'
import migrations from '../prisma/generated/migrations.json'
import { missingMigrations } from '../prisma/migrate/missing'
import { assemble } from './assemble'
import { ConfigError, readConfig } from './config'
import { budgets } from './guard/budget'
import { sourceOf } from './guard/source'
import { createLog } from './log'
import { createMetrics } from './metrics'
import { r2Store } from './photos/r2'
import { stripPhoto } from './photos/strip'
import { Seats } from './seats'
import { noTracing } from './watch/tracing'
import { createWatch } from './watch/watch'
import { filesOfWorker } from './workerFiles'
import { takeUp, workOff } from './workOff'

/** What `wrangler.toml` binds, and the variables and secrets. */
interface Env {
  HYPERDRIVE: { connectionString: string }
  PHOTOS: Bucket
  ASSETS: Assets
  [variable: string]: unknown
}
interface Context { waitUntil: (work: Promise<unknown>) => void }

/** Cloudflare ends what still runs 30 s after the answer: no more is begun after this, ms. */
const afterAnswer = 20_000
/** What the clock begins ends before it rings again, ms. */
const afterRing = 45_000
/** Cloudflare opens six connections for a request at most; some are for LINE. */
const mostConnections = 4
/** Transactions at once, of all requests that share a process: it has 128 MB. */
const mostSeats = 6

/** Who asks, as Cloudflare tells: it writes this header itself. */
const caller = (c: { req: { header: (name: string) => string | undefined } }) => c.req.header('cf-connecting-ip')

let config: Config | undefined
let log: Logger | undefined
const budget = budgets()
// Connections belong to one request; these do not.
const memory: Memory & { basicId: string | null } = { tokens: {}, namesUnknown: new Map(), menusRefused: new Map(), seats: new Seats(mostSeats), basicId: null }

/** A product for one request or ring of the clock, with what is to be looked at after its turns. */
function open(env: Env): { product: Product, jobs: () => string[], close: () => Promise<void> } {
  config ??= read(env)
  const writes = log ??= createLog(config.logLevel ?? (config.simulator ? 'warn' : 'info'))
  let closing = false
  const onError = (error: Error) => closing || writes.warn({ err: error }, 'A database connection was lost')
  const pool = openPool(env.HYPERDRIVE.connectionString, { poolSize: mostConnections, onError })
  const jobs = new Set<string>()
  const lasting: Promise<unknown>[] = []
  const metrics = createMetrics(pool, { ofProcess: false })
  const product = assemble(config, {
    pool,
    metrics,
    watch: createWatch({ log: writes, metrics, tracing: noTracing, sessionSecret: config.sessionSecret }),
    log: writes,
    now: () => new Date(),
    store: r2Store(env.PHOTOS),
    cleanPhoto: stripPhoto,
    files: filesOfWorker(env.ASSETS),
    guard: { budget, source: c => sourceOf(caller(c), undefined, 0), peer: caller },
    whyNotReady: async () => {
      const { rows: [zone] } = await pool.query<{ TimeZone: string }>('SHOW timezone')
      if (zone!.TimeZone !== 'UTC') return `times are stored in UTC, but the database's account works in ${zone!.TimeZone}`
      const missing = await missingMigrations(pool, migrations)
      return missing.length ? `migrations missing: ${missing.join(', ')}` : null
    },
    onTurns(menusChanged) {
      for (const job of ['notices', 'photos', 'erased-photos', ...menusChanged ? ['menus'] : []]) jobs.add(job)
    },
    onLasting: done => void lasting.push(done),
    // A request is the only one that its product answers.
    router: new TrieRouter(),
    memory,
  })
  return {
    product,
    jobs: () => [...jobs],
    async close() {
      await Promise.allSettled(lasting)
      closing = true
      return pool.end().catch(() => {})
    },
  }
}

/** Links to the chat need the account's name: read until LINE has told it once. */
async function known({ account }: Product): Promise<void> {
  account.basicId = memory.basicId
  if (account.basicId === null) await account.load().catch(() => {})
  memory.basicId = account.basicId
}

function read(env: Env): Config {
  const variables = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  return readConfig(variables, () => {
    const { SESSION_SECRET: sessionSecret, LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: accessToken } = variables
    if (!sessionSecret || !channelSecret || !accessToken) throw new ConfigError(['SIMULATOR is on, but a Worker keeps no secrets: LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN and SESSION_SECRET must be given (npm run dev:worker gives them).'])
    return { sessionSecret, channelSecret, accessToken }
  })
}

export default {
  /** Answers, and does the work that came with the request afterwards. */
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const { product, jobs, close } = open(env)
    const answer = known(product).then(() => product.app.fetch(request))
    // Said before anything is awaited: who asked may hang up, and the work is done all the same.
    context.waitUntil(answer.then(() => workOff(product, afterAnswer, jobs)).finally(close))
    return answer
  },

  /** Every minute: what is due, and what a request left. */
  async scheduled(_ring: unknown, env: Env): Promise<void> {
    const { product, close } = open(env)
    await known(product).then(() => takeUp(product, afterRing)).finally(close)
  },
}

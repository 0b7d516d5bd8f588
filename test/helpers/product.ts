import type { Logger } from 'pino'
import type { Db } from '../../prisma/client'
import type { Config } from '../../server/config'
import type { Allowance } from '../../server/guard/budget'
import type { Conversation } from '../../server/line/conversation'
import type { RunningServer, ServerDeps } from '../../server/start'
import type { Tracing } from '../../server/watch/tracing'
import type { Platform, PlatformOptions } from '../../simulator/platform'
import type { FreshDb, Template } from './database'
import type { FakeLine } from './fakeLine'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pino } from 'pino'
import { expect, inject } from 'vitest'
import { startServer } from '../../server/start'
import { configFor } from './config'
import { freshDb } from './database'
import { eventually } from './eventually'
import { fakeLine } from './fakeLine'

export interface ProductOptions {
  /** Instead of the product's own. */
  conversation?: Conversation
  /** Settings of the fake LINE: people, quota, how often content is not ready … */
  line?: Partial<PlatformOptions>
  now?: () => Date
  template?: Template
  /** A database made by the caller, who also drops it. */
  fresh?: FreshDb
  /** A LINE that is there already; it goes with this product. */
  fake?: FakeLine
  /** A second server on the database and the LINE of this one. */
  beside?: Product
  /** Where photos are kept, instead of on the disk in a folder of the product's own. */
  photos?: Pick<Config, 'photoStore' | 'dataDir'>
  trustProxy?: number
  liffId?: string
  metricsToken?: string
  /** How much each source may ask. */
  budget?: Allowance
  patience?: ServerDeps['patience']
  logLevel?: string
  /** Instead of a log of `logLevel` on standard output. */
  log?: Logger
  /** Gets every line of the log from `info` on. */
  onLog?: (line: string) => void
  tracing?: Tracing
  /** Ms that it goes on after it was told to stop. */
  drain?: number
}

/** Which runtime the products of this test project run in. */
export const runtime = process.env.PRODUCT_RUNS_IN === 'workerd' ? 'workerd' : 'node'

/** A whole product: real HTTP, a database of its own, and a fake LINE whose webhook points at it. */
export interface Product {
  line: Platform
  fake: FakeLine
  db: Db
  fresh: FreshDb
  url: string
  config: Config
  server: RunningServer
  /** Resolves when nothing received waits and everything due was sent. */
  idle: () => Promise<void>
  stop: () => Promise<void>
}

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { beside } = options
  const fresh = beside?.fresh ?? options.fresh ?? await freshDb({ template: options.template })
  const fake = beside?.fake ?? options.fake ?? await fakeLine(options.line)
  const dataDir = beside?.config.dataDir ?? options.photos?.dataDir ?? await mkdtemp(join(tmpdir(), 'songklong-product-'))
  const config = configFor(fresh, fake, dataDir, {
    trustProxy: options.trustProxy ?? 0,
    metricsToken: options.metricsToken,
    photoStore: options.photos?.photoStore ?? beside?.config.photoStore ?? { kind: 'disk' },
    drain: options.drain ?? 0,
  })
  if (options.liffId) config.line.liffId = options.liffId
  const server = runtime === 'workerd'
    ? await inWorkerd(config, fresh, options)
    : await startServer(config, {
        database: fresh.database,
        conversation: options.conversation,
        now: options.now,
        budget: options.budget,
        patience: options.patience,
        log: options.log ?? (options.onLog ? pino({ level: 'info' }, { write: options.onLog }) : pino({ level: options.logLevel ?? 'silent' })),
        tracing: options.tracing,
      })
  if (!beside) fake.line.setWebhookUrl(`${server.url}/webhook`)
  return {
    line: fake.line,
    fake,
    db: fresh.database.db,
    fresh,
    url: server.url,
    config,
    server,
    idle: server.idle,
    async stop() {
      await server.stop()
      if (beside) return
      await fake.close()
      if (!options.fresh) await fresh.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same in workerd, where the clock only rings and nothing can be given but variables. */
async function inWorkerd(config: Config, { database }: FreshDb, { conversation, now, photos, budget, tracing }: ProductOptions): Promise<RunningServer> {
  if (conversation || now || photos || budget || tracing) throw new Error('In workerd the product runs as it is: with its own conversation and the time of the day.')
  // Loaded only here: it takes a while.
  const { startWorker } = await import('./workerd')
  const worker = await startWorker(config, inject('workerBundle'))
  return {
    url: worker.url,
    port: Number(new URL(worker.url).port),
    idle: () => eventually(async () => expect(await waiting(database.db)).toBe(0)),
    poke: () => void worker.ring(),
    stop: worker.kill,
  }
}

/** Events to be heard and letters to be sent. */
async function waiting(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT ((SELECT count(*) FROM "InboundEvent" WHERE state = 'WAITING') + (SELECT count(*) FROM "OutboundMessage" WHERE state = 'WAITING'))::int AS count`
  return row.count
}

import type { Context } from 'hono'
import type { Router } from 'hono/router'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { VerifyIdToken } from './auth/idToken'
import type { Config } from './config'
import type { Budget } from './guard/budget'
import type { Source } from './guard/rate'
import type { Conversation } from './line/conversation'
import type { TokenShelf } from './line/token'
import type { Metrics } from './metrics'
import type { DownloadDeps } from './photos/download'
import type { PhotoStore } from './photos/store'
import type { AppFiles } from './routes/liff'
import type { Seats } from './seats'
import type { Watch } from './watch/watch'
import { createApp } from './app'
import { idTokenVerifier } from './auth/idToken'
import { sealing } from './auth/sealed'
import { signedLinks } from './auth/signedLinks'
import { contactSealing } from './contacts/sealing'
import { conversation as bot } from './conversation'
import { Clock } from './jobs/clock'
import { jobs } from './jobs/jobs'
import { Account } from './line/account'
import { contentAt, lineClient } from './line/client'
import { Inbox } from './line/inbox'
import { links } from './line/links'
import { menuJob } from './line/menus'
import { Outbox } from './line/outbox'
import { mostBatches } from './line/pace'
import { profileJob } from './line/profiles'
import { eventStore } from './line/received'
import { createRush } from './line/rush'
import { photoLinks } from './photos/links'
import { lineHosts } from './photos/outside'
import { heldFor } from './routes/held'
import { menuIds } from './setup/atLine'
import { setupClient } from './setup/client'
import { transactions } from './transaction'

/** What a product is made with, besides its configuration: all that differs between runtimes. */
export interface Surroundings {
  /** Open; stays open. */
  pool: pg.Pool
  metrics: Metrics
  watch: Watch
  log: Logger
  now: () => Date
  store: PhotoStore
  cleanPhoto: DownloadDeps['clean']
  /** The built app. */
  files: AppFiles
  guard: {
    /** How much each source may ask. */
    budget: Budget
    source: Source
    /** Address of whoever opened the connection. */
    peer: (c: Context) => string | undefined
  }
  /** Why this product cannot be asked; null when it can. Rejects when the database is not reached. */
  whyNotReady: () => Promise<string | null>
  router?: Router<never>
  /** Whether the server is about to end. */
  isLeaving?: () => boolean
  /** Told after turns were stored. */
  onTurns: (menusChanged: boolean, clock: Clock) => void
  conversation?: Conversation
  /** Told of answers that are still written after their request was handled. */
  onLasting?: (done: Promise<unknown>) => void
  /** What goes from one product to the next of the same process. */
  memory?: Memory
}

/** What a process keeps, and can do without. */
export interface Memory {
  tokens: TokenShelf
  namesUnknown: Map<string, number>
  menusRefused: Map<string, number>
  seats: Seats
  /** Has LINE's public keys. */
  verifyIdToken?: VerifyIdToken
}

/** Requests of the app that are worked on at once; the others wait. */
const mostAtOnce = 3

/** The product, put together and at rest: nothing runs until something is poked or started. */
export type Product = ReturnType<typeof assemble>

/** Puts together what every runtime has in common: account, inbox, outbox, jobs, routes. */
export function assemble(config: Config, surroundings: Surroundings) {
  const { pool, metrics, watch, log, now, store, cleanPhoto, files, guard, whyNotReady, router, isLeaving, onTurns, onLasting, conversation = bot, memory } = surroundings
  const client = lineClient(config.line, memory?.tokens)
  const account = new Account({ pool, client, log, now })
  const photos = photoLinks(config, now)
  const held = signedLinks(config.sessionSecret, 'what is held', heldFor, now)
  const contacts = contactSealing(config)
  const speech = { conversation, links: links(config, photos, held, account), contacts, now, log }
  const transact = transactions(pool, mostAtOnce, memory?.seats)
  const verifyIdToken = memory?.verifyIdToken ?? idTokenVerifier(config.line.apiBaseUrl, loginChannel(config))
  if (memory) memory.verifyIdToken = verifyIdToken

  const outbox = new Outbox({ pool, client, weight: recipient => account.weight(recipient), metrics, log, watch, now })
  const clock: Clock = new Clock({ pool, log, watch, now }, jobs({
    ...speech,
    transact: transactions(pool, 1, memory?.seats),
    pool,
    account,
    outbox,
    store,
    clean: cleanPhoto,
    fromLine: client.content,
    previewFromLine: client.contentPreview,
    fromElsewhere: contentAt,
    hosts: [...lineHosts, ...config.photoHosts],
    fetchProfiles: profileJob({ pool, client, now, unknown: memory?.namesUnknown }),
    linkMenus: menuJob({ pool, client, menusAtLine: () => menuIds(setupClient(config.line, memory?.tokens)), log, now, refused: memory?.menusRefused }),
  }, name => clock.poke(name)))
  const events = eventStore(pool)
  const rush = createRush()
  const inbox = new Inbox({ ...speech, transact: transactions(pool, mostBatches, memory?.seats), pool, outbox, metrics, watch, onTurns: menusChanged => onTurns(menusChanged, clock), isBusy: events.isBusy, rush })

  const app = createApp({
    webhook: {
      channelSecret: config.line.channelSecret,
      store: events.store,
      onStored(stored) {
        metrics.received.inc(stored.length)
        rush.came(stored.length)
        inbox.poke(new Set(stored.filter(event => !event.standby).map(event => event.lane)))
      },
    },
    photos: { links: photos, store, pool },
    held: { links: held, transact, contacts },
    api: {
      pool,
      transact,
      verifyIdToken,
      photos: { links: photos, store, cleanPhoto },
      signIn: { liffId: config.simulator ? null : config.line.liffId ?? null, loginUrl: config.simulator && `${config.line.apiBaseUrl}/liff/login` },
      chatLink: speech.links.chat,
      contacts,
      heldLink: speech.links.held,
      publicUrl: config.publicUrl,
      baseMap: config.baseMap,
      sealing: sealing(config.sessionSecret),
      now,
      onChanged: () => onTurns(true, clock),
      lasts: onLasting ?? (() => {}),
    },
    files,
    frames: config.simulator ? [new URL(config.line.apiBaseUrl).origin] : [],
    metrics,
    chatLink: () => account.basicId && `https://line.me/R/ti/p/${encodeURIComponent(account.basicId)}`,
    whyNotReady: () => whyNotReady().catch(() => 'the database is not reached'),
    router,
    isLeaving,
    log,
    guard: {
      budget: guard.budget,
      source: guard.source,
      scrapers: { token: config.metricsToken, peer: guard.peer },
      https: config.publicUrl.startsWith('https:'),
    },
    watch,
  })
  return { app, account, client, inbox, outbox, clock }
}

/** The channel that people sign in to the app with: a LIFF app's id begins with its channel's. */
function loginChannel({ line, simulator }: Config): string | undefined {
  return line.loginChannelId ?? (simulator ? simulator.channelId : line.liffId?.split('-')[0])
}

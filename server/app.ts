import type { MiddlewareHandler } from 'hono'
import type { Router } from 'hono/router'
import type { Logger } from 'pino'
import type { Budget } from './guard/budget'
import type { Source } from './guard/rate'
import type { ScraperRules } from './guard/scraper'
import type { Metrics } from './metrics'
import type { ApiDeps } from './routes/api/env'
import type { HeldDeps } from './routes/held'
import type { AppFiles } from './routes/liff'
import type { PhotoDeps } from './routes/photos'
import type { Watched } from './routes/watched'
import type { WebhookDeps } from './routes/webhook'
import type { Watch } from './watch/watch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { appHeaders, browserHeaders, plainHeaders } from './guard/headers'
import { rateLimit } from './guard/rate'
import { onlyScrapers } from './guard/scraper'
import { apiRoutes } from './routes/api'
import { healthRoutes } from './routes/health'
import { heldRoutes } from './routes/held'
import { homeRoutes } from './routes/home'
import { liffRoutes } from './routes/liff'
import { metricsRoutes } from './routes/metrics'
import { photoRoutes } from './routes/photos'
import { watched } from './routes/watched'
import { webhookRoutes } from './routes/webhook'

/** What the routes need; everything is passed in, so that tests and other runtimes can pass their own. */
export interface AppDeps {
  webhook: Pick<WebhookDeps, 'channelSecret' | 'store' | 'onStored'>
  photos: PhotoDeps
  held: HeldDeps
  api: Omit<ApiDeps, 'log' | 'https' | 'budget'>
  /** The built app. */
  files: AppFiles
  /** Origins besides our own that may show the app in a frame. */
  frames: string[]
  metrics: Pick<Metrics, 'register'>
  whyNotReady: () => Promise<string | null>
  /** Opens the account's chat; null until its id is known. */
  chatLink: () => string | null
  log: Logger
  guard: {
    /** How much each source may ask. */
    budget: Budget
    source: Source
    scrapers: ScraperRules
    /** Reached only by https. */
    https: boolean
  }
  watch: Pick<Watch, 'asked' | 'answered'>
  /** How a path finds its route, where it is not Hono's usual way: that is quick to ask and slow to set up. */
  router?: Router<never>
  /** Whether the server is about to end: then no connection is kept. */
  isLeaving?: () => boolean
}

/** Of what takes no body, bytes. */
const mostBytes = 100_000

/** Every route of the server. */
export function createApp(deps: AppDeps) {
  const { log, guard: { budget, source, scrapers, https } } = deps
  const headers = plainHeaders(https)
  return new Hono<Watched>(deps.router && { router: deps.router })
    .onError((error, c) => {
      log.error({ err: error, request: c.get('requestId') }, 'A request failed')
      return c.body(null, 500, headers)
    })
    .use(requestId({ limitLength: 64 }), watched(deps.watch), async (c, next) => {
      await next()
      if (deps.isLeaving?.()) c.header('connection', 'close')
    })
    // Before what is for browsers and counted by source: LINE sends everybody's events from few addresses.
    .route('/', webhookRoutes({ ...deps.webhook, headers, spend: c => budget(source(c)) }))
    .use(byPath(/^\/liff(?:\/|$)/, appHeaders(https, deps.frames, deps.api.baseMap?.origins), browserHeaders(https)), rateLimit(budget, source))
    .route('/api', apiRoutes({ ...deps.api, log, https, budget }))
    .use(bodyLimit({ maxSize: mostBytes, onError: c => c.text('Too large', 413) }))
    .use('/metrics', onlyScrapers(scrapers))
    .route('/', liffRoutes(deps.files))
    .route('/', homeRoutes(deps))
    .route('/', healthRoutes(deps))
    .route('/', metricsRoutes(deps.metrics))
    .route('/', photoRoutes(deps.photos))
    .route('/', heldRoutes(deps.held))
}

/** One middleware for paths that match, the other for the rest. */
function byPath(pattern: RegExp, matching: MiddlewareHandler, other: MiddlewareHandler): MiddlewareHandler {
  return (c, next) => (pattern.test(c.req.path) ? matching : other)(c, next)
}

import type { ErrorHandler } from 'hono'
import type { ApiDeps, ApiEnv } from './env'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { shownKey } from '../../auth/shownKey'
import { findsOut, onlySignedIn } from '../../auth/signedIn'
import { agencyRoutes } from './agencies'
import { cooperationRoutes } from './cooperation'
import { docsRoutes } from './docs'
import { draftRoutes } from './drafts'
import { entryRoutes } from './entries'
import { exportRoutes } from './export'
import { footageRoutes } from './footage'
import { footageNewRoutes } from './footageNew'
import { importPieceRoutes, importRoutes } from './imports'
import { languageOf } from './input'
import { joiningRoutes } from './joining'
import { keyRoutes } from './keys'
import { mapRoutes } from './map'
import { meRoutes } from './me'
import { once } from './once'
import { overviewRoutes } from './overview'
import { ownerRoutes } from './owners'
import { peopleRoutes } from './people'
import { photoUploadRoutes, photoViewRoutes } from './photos'
import { headersOf, Problem, problemOf } from './problem'
import { problemRoutes, proposalRoutes } from './proposals'
import { provinceRoutes } from './provinces'
import { registerRoutes } from './register'
import { reportRoutes } from './reports'
import { returnsRoutes } from './returns'
import { riskPointRoutes } from './riskPoints'
import { roundsRoutes } from './rounds'
import { sessionRoutes } from './session'
import { statisticsRoutes } from './statistics'
import { surveyRoutes } from './survey'
import { workRoutes } from './work'

/** What a body may have, bytes, where a route does not say otherwise. */
const mostBytes = 100_000

/** Open to everybody. */
const open = new Hono<ApiEnv>()
  .route('/', sessionRoutes)

/** For people who are signed in. A new subject: one file beside this one, and one line here. */
const signedIn = new Hono<ApiEnv>()
  .route('/', meRoutes)
  .route('/', mapRoutes)
  .route('/', peopleRoutes)
  .route('/', agencyRoutes)
  .route('/', provinceRoutes)
  .route('/', joiningRoutes)
  .route('/', workRoutes)
  .route('/', reportRoutes)
  .route('/', photoViewRoutes)
  .route('/', surveyRoutes)
  .route('/', entryRoutes)
  .route('/', draftRoutes)
  .route('/', roundsRoutes)
  .route('/', returnsRoutes)
  .route('/', proposalRoutes)
  .route('/', problemRoutes)
  .route('/', footageNewRoutes)
  .route('/', riskPointRoutes)
  .route('/', statisticsRoutes)
  .route('/', keyRoutes)
  .route('/', ownerRoutes)
  .route('/', cooperationRoutes)
  .route('/', importRoutes)
  .route('/', footageRoutes)

/** Also for programs with a key: each of these says itself who may ask. */
const readable = new Hono<ApiEnv>()
  .route('/', exportRoutes)
  .route('/', registerRoutes)
  .route('/', overviewRoutes)

/** The same as `signedIn` with larger bodies: each of these says itself that one is signed in, and how much it takes. */
const large = new Hono<ApiEnv>()
  .route('/', photoUploadRoutes)
  .route('/', importPieceRoutes)

/** Everything below `/api`. Answers JSON; what goes wrong, as a problem (RFC 9457). */
export function apiRoutes(deps: ApiDeps) {
  const ownOrigin = new URL(deps.publicUrl).origin
  return new Hono<ApiEnv>()
    .onError(answerProblem)
    .use(async (c, next) => {
      c.set('deps', deps)
      await next()
      if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
      if (c.req.method !== 'GET' && c.res.ok) deps.onChanged()
    })
    .use(csrf({ origin: (origin, c) => origin === ownOrigin || origin === new URL(c.req.url).origin }), findsOut())
    // A route that takes more (photos, spreadsheets) stands above the limit.
    .route('/', large)
    .use(bodyLimit({ maxSize: mostBytes, onError: () => { throw new Problem('tooLarge') } }))
    .route('/', open)
    .route('/', docsRoutes(signedIn, readable, large, open))
    .route('/', readable)
    .use(onlySignedIn(), once())
    .route('/', signedIn)
    .all('/*', () => { throw new Problem('nothingHere') })
}

/** For the typed client of the app (`hc<AppType>`). */
export type AppType = ReturnType<typeof apiRoutes>

const answerProblem: ErrorHandler<ApiEnv> = (thrown, c) => {
  const { log, publicUrl, signIn } = c.get('deps')
  const [language, docs] = [languageOf(c), `${publicUrl}/api/docs`]
  const error = thrown instanceof HTTPException ? new Problem(thrown.status === 403 ? 'otherSite' : 'notJson') : thrown
  const known = problemOf(error, language, docs)
  if (!known) log.error({ err: error, request: c.get('requestId') }, 'A request failed')
  const body = known ?? problemOf(new Problem('unexpected', { request: c.get('requestId') }), language, docs)!
  const more = body.status === 401 && shownKey(c) === undefined ? signIn : {}
  return c.body(JSON.stringify({ ...body, instance: c.req.path, ...more }), body.status as 400, {
    'content-type': 'application/problem+json',
    'content-language': language.toLowerCase(),
    'cache-control': 'no-store',
    ...error instanceof Problem && headersOf(error),
  })
}

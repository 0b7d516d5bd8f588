import type { IdTokens } from './auth/idToken'
import type { Call, Variables } from './http'
import type { Deliveries } from './webhook/delivery'
import type { World } from './world/world'
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { loginRoutes } from './auth/login'
import { authRoutes } from './auth/routes'
import { requireToken } from './auth/token'
import { chatRoutes } from './chat'
import { contentRoutes } from './content'
import { controlRoutes } from './control/routes'
import { failOnPurpose } from './faults'
import { groupRoutes } from './groups'
import { answer } from './http'
import { messageRoutes } from './messages/routes'
import { profileRoutes } from './profile'
import { Refusal } from './refusal'
import { richMenuRoutes } from './richmenu/routes'
import { webhookRoutes } from './webhook/routes'

/** 2 MB. Source: "Status codes", 413. */
const MOST_BYTES = 2 * 1_024 * 1_024

/** LINE's API at the root of an origin (`api.line.me` and `api-data.line.me` in one). */
export function createApi(world: World, deliveries: Deliveries, idTokens: IdTokens) {
  const app = new Hono<{ Variables: Variables }>()
  app.use('/v2/*', logCall(world))
  app.use('/oauth2/*', logCall(world))
  const limited = bodyLimit({ maxSize: MOST_BYTES, onError: () => { throw new Refusal(413, 'The request payload is too large') } })
  app.use('/v2/*', limited)
  app.use('/oauth2/*', limited)
  app.use('/_simulator/act', limited)
  app.use('/v2/bot/*', requireToken(world))
  app.use('/v2/*', failOnPurpose(world))
  app.route('/', authRoutes(world, idTokens))
  app.route('/', loginRoutes(world, idTokens))
  app.route('/v2/bot/message', messageRoutes(world))
  app.route('/v2/bot/message', contentRoutes(world))
  app.route('/v2/bot', profileRoutes(world))
  app.route('/v2/bot/group', groupRoutes(world, deliveries))
  app.route('/v2/bot', richMenuRoutes(world))
  app.route('/v2/bot/channel/webhook', webhookRoutes(world, deliveries))
  app.route('/v2/bot', chatRoutes(world))
  app.route('/_simulator', controlRoutes(world, deliveries, idTokens))
  app.notFound(c => answer(c as Call, { message: 'Not found' }, 404))
  app.onError((error, c) => {
    if (error instanceof Refusal) return answer(c, { message: error.message, ...(error.details && { details: error.details }) }, error.status)
    console.error(error)
    return answer(c, { message: 'Internal server error' }, 500)
  })
  return app
}

function logCall(world: World) {
  return async (c: Call, next: () => Promise<void>) => {
    const requestId = randomUUID()
    c.set('requestId', requestId)
    c.header('x-line-request-id', requestId)
    await next()
    world.logCall({
      id: requestId,
      at: world.now(),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      requestId,
      request: c.get('asked') ?? null,
      response: c.get('answered') ?? null,
    })
  }
}

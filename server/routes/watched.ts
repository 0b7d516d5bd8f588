import type { Context, MiddlewareHandler } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Span } from '../watch/tracing'
import type { Watch } from '../watch/watch'
import { matchedRoutes } from 'hono/route'

/** What handlers behind it find: the request's id and its span. */
export interface Watched { Variables: RequestIdVariables & { span?: Span } }

/** Asked every few seconds by machines: not worth a line or a span. */
const quiet = /^\/(?:health\/|metrics$)/

/** Tells of each request, by the pattern of its path: what stands in the path may be somebody's. Needs `requestId` before it. */
export function watched(watch: Pick<Watch, 'asked' | 'answered'>): MiddlewareHandler<Watched> {
  return async (c, next) => {
    if (quiet.test(c.req.path)) return next()
    const [method, path] = [c.req.method, pattern(c)]
    const span = watch.asked(method, path)
    c.set('span', span)
    const began = performance.now()
    await next()
    watch.answered(span, { request: c.get('requestId'), method, path, status: c.res.status, ms: performance.now() - began })
  }
}

/** The path as its route has it (`/photos/:id/:size`); `/*` when there is no such route. */
function pattern(c: Context): string {
  const routes = matchedRoutes(c)
  // What is for every method is a middleware, or says that there is nothing.
  const path = routes.findLast(route => route.method !== 'ALL')?.path ?? '/*'
  return path.replace(/(:\w+)\{[^/]*/g, '$1')
}

import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './env'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/** With a cookie: a session may just have got another token, and the browser must hear of it. */
const tag = etag({ weak: true, retainedHeaders: [...RETAINED_304_HEADERS, 'set-cookie'] })

/**
 * Lets whoever has an answer ask whether it is still the same (`ETag`, `If-None-Match`, 304). They may keep it, for themselves alone, and ask each time. Not for answers
 * that are written while they are read, nor for what is about people: that is not kept (`no-store`).
 */
export function revalidates(): MiddlewareHandler<ApiEnv> {
  return (c, next) => tag(c, async () => {
    await next()
    if (c.res.ok) c.header('cache-control', 'private, no-cache')
  })
}

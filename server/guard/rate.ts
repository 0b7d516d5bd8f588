import type { Context, MiddlewareHandler } from 'hono'
import type { Budget } from './budget'

/** Whom a request is counted for. */
export type Source = (c: Context) => string

/** Answers 429 to a source that has used up its budget, before anything else is done for it. */
export function rateLimit(budget: Budget, source: Source): MiddlewareHandler {
  return async (c, next) => {
    const wait = budget(source(c))
    return wait ? c.text('Too many requests', 429, { 'retry-after': String(wait) }) : next()
  }
}

import type { Context, MiddlewareHandler } from 'hono'
import type { Budget } from './budget'

/** Whom a request is counted for. */
export type Source = (c: Context) => string

/** The app's files: a page has dozens of them, which cost nothing and stay in the browser; an office of many people is one source. */
const isFile = (path: string): boolean => path.startsWith('/liff/assets/')

/** Answers 429 to a source that has used up its budget, before anything else is done for it. Files of the app are not counted. */
export function rateLimit(budget: Budget, source: Source): MiddlewareHandler {
  return async (c, next) => {
    const wait = isFile(c.req.path) ? 0 : budget(source(c))
    return wait ? c.text('Too many requests', 429, { 'retry-after': String(wait) }) : next()
  }
}

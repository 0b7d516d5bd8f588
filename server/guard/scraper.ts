import type { Context, MiddlewareHandler } from 'hono'
import { sameText } from '../line/signature'
import { isPrivate } from './source'

export interface ScraperRules {
  /** Whoever shows it (`Authorization: Bearer …`) may read, from anywhere. */
  token: string | undefined
  /** Address of whoever opened the connection. */
  peer: (c: Context) => string | undefined
}

/** Lets through who knows the token; where there is none, who asks from this machine or a private network, not by way of a proxy. */
export function onlyScrapers({ token, peer }: ScraperRules): MiddlewareHandler {
  return async (c, next) => {
    if (token) {
      if (sameText(`Bearer ${token}`, c.req.header('authorization') ?? '')) return next()
      return c.text('The token of METRICS_TOKEN is missing', 401, { 'www-authenticate': 'Bearer' })
    }
    const direct = !c.req.header('x-forwarded-for') && !c.req.header('forwarded')
    return direct && isPrivate(peer(c)) ? next() : c.text('Set METRICS_TOKEN to read this from elsewhere', 403)
  }
}

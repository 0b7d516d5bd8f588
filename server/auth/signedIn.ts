import type { Context, MiddlewareHandler } from 'hono'
import type { Act } from '../../domain/act'
import type { ApiEnv } from '../routes/api/env'
import type { SessionToken } from './sessions'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Problem } from '../routes/api/problem'
import { findSession } from './sessions'
import { shownKey } from './shownKey'

const name = 'songklong_session'

/** Has the browser keep a session; null: forget it. */
export function keepSession(c: Context<ApiEnv>, session: SessionToken | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.get('deps').https } as const
  if (session) setCookie(c, name, session.token, { ...options, expires: session.expiresAt })
  else deleteCookie(c, name, options)
}

/** The token that the browser sent. */
export const sentToken = (c: Context<ApiEnv>): string | undefined => getCookie(c, name) || undefined

/** Finds out who asks, if somebody is signed in. Who shows a key is a program, whatever cookie comes along. */
export function findsOut(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { pool, now } = c.get('deps')
    const token = shownKey(c) === undefined ? sentToken(c) : undefined
    const session = token ? await findSession(pool, token, now()) : null
    c.set('session', session)
    if (session?.renewed) keepSession(c, session.renewed)
    await next()
  }
}

/** Lets only people through who are signed in, and only as often as one person may ask. Throws the problems `signInNeeded`, `apiKeyNotHere`, `tooManyRequests`. */
export function onlySignedIn(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const session = c.get('session')
    if (!session) throw new Problem(shownKey(c) === undefined ? 'signInNeeded' : 'apiKeyNotHere')
    const seconds = c.get('deps').budget(`person ${session.actor.userId}`)
    if (seconds) throw new Problem('tooManyRequests', { seconds })
    await next()
  }
}

/** Does something of the domain as the person who asks, in one transaction (that of the request, where it has one): all of it, or, when it is refused, none. */
export function act<T>(c: Context<ApiEnv>, work: (act: Act) => Promise<T>): Promise<T> {
  const { transact, now } = c.get('deps')
  const session = c.get('session')
  if (!session) throw new Problem('signInNeeded')
  const as = (db: Act['db']) => work({ db, actor: session.actor, now: now() })
  const open = c.get('open')
  return open ? as(open) : transact(({ db }) => as(db))
}

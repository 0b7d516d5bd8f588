import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { knownPerson } from '../../../domain/people/signIn'
import { beginSession, endSession } from '../../auth/sessions'
import { keepSession, sentToken } from '../../auth/signedIn'
import { input, languageOf } from './input'
import { described } from './output'

/** LINE's are about 600 characters long. */
const signIn = z.object({ idToken: z.string().min(1).max(5_000) })

/** `/api/session`: signing in with an ID token of LINE, and out. Open to everybody. */
export const sessionRoutes = new Hono<ApiEnv>()
  .post('/session', described('Session', 'Signs in with an ID token of LINE Login; the answer sets the cookie songklong_session', undefined, { open: true }), input('json', signIn), async (c) => {
    const { pool, transact, verifyIdToken, now } = c.get('deps')
    const identity = await verifyIdToken(c.req.valid('json').idToken, now())
    const userId = await transact(({ db }) => knownPerson(db, { ...identity, language: languageOf(c) }))
    const before = sentToken(c)
    if (before) await endSession(pool, before, now())
    keepSession(c, await beginSession(pool, userId, now()))
    return c.body(null, 204)
  })
  .delete('/session', described('Session', 'Signs out on this device', undefined, { open: true }), async (c) => {
    const { pool, now } = c.get('deps')
    const token = sentToken(c)
    if (token) await endSession(pool, token, now())
    keepSession(c, null)
    return c.body(null, 204)
  })

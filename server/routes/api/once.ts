import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './env'
import { createHash } from 'node:crypto'
import { answerOf, keepAnswer, takeKey } from '../../auth/answered'
import { Problem } from './problem'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A request with an `Idempotency-Key` (a UUID) is done once: sent again, it is answered the same. What was refused was not done, and is tried anew.
 * Key, deed and answer are one transaction. What may be told only once (`kept` is set) is not stored, and not told again; another answer with a secret (`secret`) is stored sealed.
 * Throws the problems `keyInvalid` and `keyUsed` (for another request).
 */
export function once(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined || c.req.method === 'GET') return next()
    if (!uuid.test(key)) throw new Problem('keyInvalid')
    const { transact, now, sealing } = c.get('deps')
    const { userId } = c.get('session')!.actor
    const request = `${c.req.method} ${c.req.path} ${createHash('sha256').update(await c.req.text()).digest('base64url')}`
    const kept = await transact(async ({ db }) => {
      if (!await takeKey(db, userId, key, request, now())) return answerOf(db, userId, key)
      c.set('open', db)
      await next()
      if (!c.res.ok) throw new Undone()
      const answer = c.res.status === 204 ? null : c.get('kept') ?? await c.res.clone().json() as unknown
      await keepAnswer(db, userId, key, { status: c.res.status, answer: c.get('secret') ? sealing.seal(JSON.stringify(answer)) : answer })
      return null
    }).catch((error) => {
      if (error instanceof Undone) return null
      throw error
    })
    c.set('open', undefined)
    if (!kept) return
    if (kept.request !== request) throw new Problem('keyUsed')
    if (kept.status === 204) return c.body(null, 204)
    return c.json(typeof kept.answer === 'string' ? JSON.parse(sealing.open(kept.answer)) as object : kept.answer as object, kept.status as 200)
  }
}

/** What the handler answered stands; only the transaction is taken back. */
class Undone extends Error {}

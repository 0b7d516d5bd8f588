import type { Context, MiddlewareHandler } from 'hono'
import type pg from 'pg'
import type { Reader } from '../../domain/cameras/sight'
import type { Program } from '../../domain/keys/program'
import type { Scope } from '../../domain/keys/schema'
import type { ApiEnv } from '../routes/api/env'
import { programSight, readerOf } from '../../domain/cameras/sight'
import { hashOfToken, isToken } from '../../domain/keys/token'
import { languageOf } from '../routes/api/input'
import { Problem } from '../routes/api/problem'
import { shownKey } from './shownKey'
import { act, onlySignedIn } from './signedIn'

/** How exactly it is known when a key was last used, ms. */
const usedEvery = 60_000

const find = { name: 'find-key', text: 'SELECT id, "provinceCode", scopes, "lastUsedAt", "expiresAt", "revokedAt" FROM "ApiKey" WHERE "tokenHash" = $1' }

interface Row extends Omit<Program, 'keyId'> { id: string, lastUsedAt: Date | null, expiresAt: Date | null, revokedAt: Date | null }

/** The program whose key this is. Throws the problems `apiKeyUnknown`, `apiKeyRevoked`, `apiKeyExpired`. */
async function findProgram(pool: pg.Pool, token: string, now: Date): Promise<Program> {
  const { rows: [row] } = isToken(token) ? await pool.query<Row>({ ...find, values: [hashOfToken(token)] }) : { rows: [] }
  if (!row) throw new Problem('apiKeyUnknown')
  const { id: keyId, provinceCode, scopes, lastUsedAt, expiresAt, revokedAt } = row
  if (revokedAt) throw new Problem('apiKeyRevoked')
  if (expiresAt && expiresAt <= now) throw new Problem('apiKeyExpired')
  const before = new Date(now.getTime() - usedEvery)
  if (!lastUsedAt || lastUsedAt <= before) await pool.query('UPDATE "ApiKey" SET "lastUsedAt" = $2 WHERE id = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= $3)', [keyId, now, before])
  return { keyId, provinceCode, scopes }
}

/**
 * Lets through who is signed in, and programs whose key is for this; only as often as one of them may ask.
 * Throws the problems of a key, `apiKeyScope`, `signInNeeded`, `tooManyRequests`.
 */
export function mayRead(scope: Scope): MiddlewareHandler<ApiEnv> {
  const person = onlySignedIn()
  return async (c, next) => {
    const token = shownKey(c)
    if (token === undefined) return person(c, next)
    const { pool, budget, now } = c.get('deps')
    const program = await findProgram(pool, token, now())
    const seconds = budget(`key ${program.keyId}`)
    if (seconds) throw new Problem('tooManyRequests', { seconds })
    if (!program.scopes.includes(scope)) throw new Problem('apiKeyScope', { scope })
    c.set('program', program)
    await next()
  }
}

/** Reads the register as the person or the program that asks, each with what they may see. */
export function read<T>(c: Context<ApiEnv>, work: (reader: Reader) => Promise<T>): Promise<T> {
  const program = c.get('program')
  if (!program) return act(c, act => work(readerOf(act)))
  return c.get('deps').transact(({ db }) => work({ db, english: languageOf(c) === 'EN', sight: programSight(program) }))
}

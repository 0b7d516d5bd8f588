import type pg from 'pg'
import type { Actor } from '../../domain/act'
import { createHash, randomBytes } from 'node:crypto'

const minute = 60_000
const hour = 60 * minute
/** How long somebody stays signed in, ms. */
export const lifetime = 30 * 24 * hour
/** How old a token becomes before it is replaced by another, ms. */
const rotateAfter = 12 * hour
/** How long a replaced token is still good, ms: requests that were under way carry it. */
const grace = minute
/** How exactly it is known when a session was last used, ms. */
const seenEvery = 5 * minute

/** What the browser is to keep. */
export interface SessionToken { token: string, expiresAt: Date }

/** A session that was found: who it is, and another token when its own is to be replaced. */
export interface Session { actor: Actor, lineUserId: string, renewed: SessionToken | null }

interface Row { createdAt: Date, expiresAt: Date, lastSeenAt: Date, userId: string, lineUserId: string, language: Actor['language'], memberships: Actor['memberships'] }

const find = {
  name: 'find-session',
  text: `
    SELECT s."createdAt", s."expiresAt", s."lastSeenAt", u.id AS "userId", u."lineUserId", u.language, (
      SELECT coalesce(json_agg(json_build_object('role', m.role, 'provinceCode', m."provinceCode", 'agencyId', m."agencyId", 'supervises', m.supervises) ORDER BY m."createdAt"), '[]')
      FROM "Membership" m WHERE m."userId" = u.id AND m."suspendedAt" IS NULL) AS memberships
    FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE s."tokenHash" = $1 AND s."expiresAt" > $2`,
}

/** Begins a session of a person. */
export async function beginSession(pool: pg.Pool, userId: string, now: Date): Promise<SessionToken> {
  const made = newToken(new Date(now.getTime() + lifetime))
  await pool.query('INSERT INTO "Session" ("tokenHash", "userId", "createdAt", "lastSeenAt", "expiresAt") VALUES ($1, $2, $3, $3, $4)', [hash(made.token), userId, now, made.expiresAt])
  return made
}

/** The session of a token with its person and their roles that are not suspended; null when there is none any more. */
export async function findSession(pool: pg.Pool, token: string, now: Date): Promise<Session | null> {
  const { rows: [row] } = await pool.query<Row>({ ...find, values: [hash(token), now] })
  if (!row) return null
  const { createdAt, expiresAt, lastSeenAt, userId, lineUserId, language, memberships } = row
  const isOld = now.getTime() - createdAt.getTime() >= rotateAfter
  const renewed = isOld ? await renew(pool, token, expiresAt, now) : null
  if (!isOld && now.getTime() - lastSeenAt.getTime() >= seenEvery) await pool.query('UPDATE "Session" SET "lastSeenAt" = $2 WHERE "tokenHash" = $1', [hash(token), now])
  return { actor: { userId, language, memberships }, lineUserId, renewed }
}

/** Ends a session, also under the token it had before. */
export async function endSession(pool: pg.Pool, token: string, now: Date): Promise<void> {
  await pool.query(`
    WITH ended AS (DELETE FROM "Session" WHERE "tokenHash" = $1 RETURNING "userId")
    DELETE FROM "Session" s USING ended e WHERE s."userId" = e."userId" AND s."tokenHash" <> $1 AND s."expiresAt" <= $2`, [hash(token), new Date(now.getTime() + grace)])
}

/** Replaces a token. Of requests that come together one does it, and the others go on with the old one: null. */
async function renew(pool: pg.Pool, token: string, expiresAt: Date, now: Date): Promise<SessionToken | null> {
  const made = newToken(expiresAt)
  const { rowCount } = await pool.query(`
    WITH old AS (UPDATE "Session" SET "expiresAt" = $2 WHERE "tokenHash" = $1 AND "expiresAt" > $2 RETURNING "userId")
    INSERT INTO "Session" ("tokenHash", "userId", "createdAt", "lastSeenAt", "expiresAt") SELECT $3, "userId", $4, $4, $5 FROM old`, [hash(token), new Date(now.getTime() + grace), hash(made.token), now, expiresAt])
  return rowCount ? made : null
}

const newToken = (expiresAt: Date): SessionToken => ({ token: randomBytes(32).toString('base64url'), expiresAt })
const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

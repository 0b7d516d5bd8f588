import type { webhook } from '@line/bot-sdk'
import type pg from 'pg'
import type { DraftState, Lane, LanePerson } from '../../bot/lane'
import type { Work } from '../transaction'

/** A waiting event of a lane. */
export interface WaitingEvent {
  id: string
  payload: webhook.Event
  /** Epoch ms. */
  receivedAt: number
  attempts: number
  /** Epoch ms; it failed and is to be tried again then. */
  notBefore: number | null
  /** Of the webhook request that brought it, and of that request's span. */
  requestId: string | null
  traceparent: string | null
}

/** A lane with its first waiting events, in the order in which they happened, and how many wait (counted no further than `mostCounted`). */
export interface LoadedLane { lane: Lane, events: WaitingEvent[], waiting: number }

const lock = {
  name: 'lock-lanes',
  text: `
    SELECT lane FROM unnest($1::text[]) AS lane, set_config('lock_timeout', $2, true)
    WHERE pg_try_advisory_xact_lock(hashtextextended(lane, 0))`,
}

/**
 * How long a transaction of several lanes waits for what another one holds, ms: longer than a batch takes, shorter than PostgreSQL's
 * `deadlock_timeout` (1 s), because two batches whose people speak of the same cameras in opposite order wait for each other.
 */
const patience = 800

/** Events of a lane that are loaded at once; there may be more when there are this many. */
export const mostEvents = 5
const mostNotices = 5
const mostCounted = 100

const load = {
  name: 'load-lanes',
  text: `
    SELECT l.lane, events, e."lineUserId",
      CASE WHEN json_array_length(events) < ${mostEvents} THEN json_array_length(events) ELSE (
        SELECT count(*)::int FROM (SELECT FROM "InboundEvent" w WHERE w.lane = l.lane AND w.state = 'WAITING' LIMIT ${mostCounted}) w
      ) END AS waiting,
      CASE WHEN u.id IS NOT NULL THEN json_build_object(
        'userId', u.id, 'lineUserId', u."lineUserId", 'displayName', u."displayName", 'language', u.language,
        'reachable', u.reachable, 'menuWanted', u."menuWanted",
        'memberships', (
          SELECT coalesce(json_agg(json_build_object('role', m.role, 'provinceCode', m."provinceCode", 'agencyId', m."agencyId", 'supervises', m.supervises) ORDER BY m."createdAt"), '[]')
          FROM "Membership" m WHERE m."userId" = u.id AND m."suspendedAt" IS NULL)
      ) END AS person,
      (SELECT json_agg(json_build_object(
          'dialogue', d.dialogue, 'token', d.token, 'answers', d.answers, 'misses', d.misses, 'aside', d.aside,
          'state', d.state, 'updatedAt', d."updatedAt"))
        FROM "Draft" d WHERE d.lane = l.lane) AS drafts,
      (SELECT json_agg(json_build_object('id', id, 'kind', kind, 'data', data))
        FROM (
          SELECT id, kind, data FROM "Notice" n
          WHERE n."userId" = u.id AND state IN ('WAITING', 'HELD') AND level IN ('NOW', 'SOON') AND "notBefore" <= $2
          ORDER BY "createdAt" LIMIT ${mostNotices} FOR UPDATE SKIP LOCKED) n) AS notices
    FROM unnest($1::text[]) AS l(lane)
    CROSS JOIN LATERAL (
      SELECT min(payload #>> '{source,userId}') FILTER (WHERE payload #>> '{source,userId}' ~ '^[A-Za-z0-9_]{1,64}$') AS "lineUserId", json_agg(json_build_object(
          'id', id, 'payload', payload, 'attempts', attempts, 'requestId', "requestId", 'traceparent', traceparent,
          'receivedAt', extract(epoch FROM "receivedAt") * 1000, 'notBefore', extract(epoch FROM "notBefore") * 1000)
        ORDER BY "timestamp", "receivedAt", id) AS events
      FROM (
        SELECT * FROM "InboundEvent" e WHERE e.lane = l.lane AND state = 'WAITING'
        ORDER BY "timestamp", "receivedAt", id LIMIT ${mostEvents}) e
    ) e
    LEFT JOIN "User" u ON u."lineUserId" = e."lineUserId"
    WHERE events IS NOT NULL`,
}

const greet = {
  name: 'new-people',
  text: `
    INSERT INTO "User" (id, "lineUserId") SELECT gen_random_uuid(), id FROM unnest($1::text[]) AS id
    ON CONFLICT ("lineUserId") DO NOTHING`,
}

interface Row {
  lane: string
  events: WaitingEvent[]
  waiting: number
  lineUserId: string | null
  person: LanePerson | null
  drafts: Array<Omit<DraftState, 'updatedAt'> & { updatedAt: string }> | null
  notices: Lane['notices'] | null
}

/** The lanes that were taken, and of those with something waiting where they stand. */
export interface Taken { mine: string[], loaded: LoadedLane[] }

/**
 * Takes the lanes that no other transaction has, until the end of this one, and reads where their people stand and what they said
 * since. People met for the first time are written down. With several lanes, what waits too long for another transaction fails (55P03).
 */
export async function takeLanes(work: Work, lanes: string[], now: Date): Promise<Taken> {
  const read = (which: string[]) => work.sql<Row>(load, [which, now])
  // Sent together, but two statements: only one that begins after the lock is held sees what its last holder did.
  const [locked, all] = await Promise.all([work.sql<{ lane: string }>(lock, [lanes, lanes.length > 1 ? `${patience}` : '0']), read(lanes)])
  const mine = locked.map(({ lane }) => lane)
  let rows = all.filter(({ lane }) => mine.includes(lane))
  const strangers = rows.filter(row => row.lineUserId && !row.person).map(row => row.lineUserId!)
  if (strangers.length) {
    const [, again] = await Promise.all([work.sql(greet, [[...new Set(strangers)].sort()]), read(mine)])
    rows = again
  }
  return { mine, loaded: rows.map(loadedLane) }
}

function loadedLane({ lane: key, events, waiting, person, drafts, notices }: Row): LoadedLane {
  return {
    events,
    waiting,
    lane: {
      key,
      person,
      drafts: (drafts ?? []).map(draft => ({ ...draft, updatedAt: new Date(draft.updatedAt) })),
      notices: notices ?? [],
    },
  }
}

const waiting = {
  name: 'waiting-lanes',
  text: `
    SELECT lane, max(attempts) > 0 AS failed FROM "InboundEvent" WHERE state = 'WAITING'
    GROUP BY lane HAVING bool_and("notBefore" IS NULL OR "notBefore" <= $1) AND (min("receivedAt") <= now() - $3 * interval '1 ms' OR max(attempts) > 0)
    ORDER BY min("receivedAt") LIMIT $2`,
}
const mostSwept = 500

/**
 * Lanes with something waiting whose time has come, longest first, and whether something of them has failed before. What was never tried
 * counts when it has waited for `age` ms.
 */
export async function waitingLanes(pool: pg.Pool, now: Date, age = 0): Promise<{ lane: string, failed: boolean }[]> {
  return (await pool.query<{ lane: string, failed: boolean }>({ ...waiting, values: [now, mostSwept, age] })).rows
}

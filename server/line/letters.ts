import type pg from 'pg'
import type { Dispatch } from './send'
import { toJson } from './json'
import { lease } from './written'

// The oldest waiting letter of each recipient: while it waits, those behind it wait, so that order is kept.
const claim = {
  name: 'claim-letters',
  text: `
    WITH due AS (
      SELECT o.id, o.attempts FROM "OutboundMessage" o
      WHERE o.state = 'WAITING' AND o."notBefore" <= $1 AND NOT EXISTS (
        SELECT FROM "OutboundMessage" earlier
        WHERE earlier.recipient = o.recipient AND earlier.state = 'WAITING' AND earlier."sentAs" IS DISTINCT FROM 'quota'
          AND (earlier."createdAt", earlier.id) < (o."createdAt", o.id))
      ORDER BY o."createdAt", o.id LIMIT $2 FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboundMessage" o SET attempts = o.attempts + 1, "notBefore" = $3 FROM due WHERE o.id = due.id
    RETURNING o.id, o.recipient, o.messages, o.about, o."replyToken", extract(epoch FROM o."replyTokenAt")::float8 * 1000 AS "replyTokenAt",
      due.attempts, extract(epoch FROM o."createdAt")::float8 * 1000 AS "createdAt",
      coalesce((SELECT reachable FROM "User" u WHERE u."lineUserId" = o.recipient), true) AS reachable`,
}

const mark = {
  name: 'mark-sent',
  text: `
    WITH results AS (
      SELECT * FROM json_to_recordset($1::json) AS r(id uuid, recipient text, state "OutboundState", "sentAs" text, status int, error text,
        "requestId" text, "notBefore" float8, untried bool, counted int, sent jsonb)
    ), marked AS (
      UPDATE "OutboundMessage" o SET state = r.state, "sentAs" = r."sentAs", status = r.status, error = r.error, "requestId" = r."requestId",
        "sentAt" = CASE WHEN r.state = 'SENT' THEN $2::timestamptz END, "notBefore" = coalesce(to_timestamp(r."notBefore" / 1000), o."notBefore"),
        attempts = CASE WHEN r.untried THEN 0 ELSE o.attempts END,
        -- What was said may quote a person who takes it back later: once it is at LINE, it is kept nowhere else.
        messages = CASE WHEN r.state IN ('SENT', 'SUPPRESSED') THEN '[]'::json ELSE o.messages END
      FROM results r WHERE o.id = r.id AND o.state = 'WAITING'
    ), quotable AS (
      INSERT INTO "SentMessage" ("messageId", "chatId", about, "sentAt")
      SELECT s."messageId", r.recipient, s.about, $2::timestamptz FROM results r, jsonb_to_recordset(r.sent) AS s("messageId" text, about text)
      ON CONFLICT DO NOTHING
    )
    UPDATE "LineAccount" SET "quotaUsed" = "quotaUsed" + (SELECT sum(counted) FROM results)
    WHERE (SELECT sum(counted) FROM results) > 0`,
}

// Each would be tried again by itself, but minutes later: pauses have grown, and people wait. What is due within a lease may be in somebody's hands.
const letGo = {
  name: 'let-go-letters',
  text: `UPDATE "OutboundMessage" SET "notBefore" = $1 WHERE state = 'WAITING' AND error IS NOT NULL AND (status IS NULL OR status >= 500) AND "notBefore" > $2`,
}

const anyWaiting = {
  name: 'any-letter-waiting',
  text: `SELECT EXISTS (SELECT FROM "OutboundMessage" WHERE id = ANY ($1::uuid[]) AND state = 'WAITING' AND "sentAs" IS DISTINCT FROM 'quota') AS any`,
}

/** Takes up to `most` letters that are due, the oldest of each recipient, for as long as a lease. */
export async function claimLetters(pool: pg.Pool, most: number, at: Date): Promise<Dispatch[]> {
  return (await pool.query<Dispatch>({ ...claim, values: [at, most, new Date(at.getTime() + lease)] })).rows
}

/** Stores what came of attempts. */
export async function markLetters(pool: pg.Pool, results: Record<string, unknown>[], at: Date): Promise<void> {
  await pool.query({ ...mark, values: [toJson(results), at] })
}

/** Letters that LINE did not take because it was away are due now. */
export async function letGoLetters(pool: pg.Pool, at: Date): Promise<void> {
  await pool.query({ ...letGo, values: [at, new Date(at.getTime() + lease)] })
}

/** Letters that a process had in hand which is known to be dead are due now. */
export async function adoptLetters(pool: pg.Pool, at: Date): Promise<void> {
  await pool.query('UPDATE "OutboundMessage" SET "notBefore" = $1 WHERE state = \'WAITING\' AND attempts = 1 AND error IS NULL AND "notBefore" > $1', [at])
}

/** Whether one of these letters waits still, for another reason than the month's quota. */
export async function isAnyWaiting(pool: pg.Pool, ids: string[]): Promise<boolean> {
  const { rows: [found] } = await pool.query<{ any: boolean }>({ ...anyWaiting, values: [ids] })
  return found!.any
}

/** Those of these letters that wait and are due. */
export async function dueLetters(pool: pg.Pool, ids: string[], at: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM "OutboundMessage" WHERE id = ANY ($1::uuid[]) AND state = \'WAITING\' AND "notBefore" <= $2', [ids, at])
  return rows.map(({ id }) => id)
}

import type pg from 'pg'

const rounds = [
  // What people wrote is not kept longer than it is needed.
  `DELETE FROM "InboundEvent" WHERE id IN (SELECT id FROM "InboundEvent" WHERE state = 'DONE' AND "doneAt" < $1::timestamptz - interval '30 days' LIMIT $2)`,
  `DELETE FROM "OutboundMessage" WHERE id IN (SELECT id FROM "OutboundMessage" WHERE state IN ('SENT', 'SUPPRESSED') AND "createdAt" < $1::timestamptz - interval '30 days' LIMIT $2)`,
  `DELETE FROM "SentMessage" WHERE "messageId" IN (SELECT "messageId" FROM "SentMessage" WHERE "sentAt" < $1::timestamptz - interval '90 days' LIMIT $2)`,
  // Of the audit log's heads it is told later how far they went.
  `DELETE FROM "Notice" WHERE id IN (SELECT id FROM "Notice" WHERE (state IN ('DELIVERED', 'SUPPRESSED') OR level = 'QUIET') AND "createdAt" < $1::timestamptz - interval '90 days' AND coalesce(about, '') NOT LIKE 'audit:%' LIMIT $2)`,
  `DELETE FROM "Draft" WHERE id IN (SELECT id FROM "Draft" WHERE state = 'KEPT' AND "updatedAt" < $1::timestamptz - interval '7 days' LIMIT $2)`,
  `DELETE FROM "ImportRun" WHERE id IN (SELECT id FROM "ImportRun" WHERE state IN ('STAGING', 'CHECKED', 'CANCELLED') AND "touchedAt" < $1::timestamptz - interval '30 days' LIMIT $2)`,
  `DELETE FROM "ImportRow" WHERE ("runId", line) IN (SELECT r."runId", r.line FROM "ImportRow" r JOIN "ImportRun" i ON i.id = r."runId" WHERE i.state IN ('APPLIED', 'UNDONE') AND i."touchedAt" < $1::timestamptz - interval '30 days' LIMIT $2)`,
  `DELETE FROM "Session" WHERE "tokenHash" IN (SELECT "tokenHash" FROM "Session" WHERE "expiresAt" < $1 LIMIT $2)`,
  `DELETE FROM "FormDraft" WHERE id IN (SELECT id FROM "FormDraft" WHERE "updatedAt" < $1::timestamptz - interval '90 days' LIMIT $2)`,
  `DELETE FROM "ChatPhotoWanted" WHERE "userId" IN (SELECT "userId" FROM "ChatPhotoWanted" WHERE "until" < $1 LIMIT $2)`,
  `DELETE FROM "IdempotencyKey" WHERE ("userId", "key") IN (SELECT "userId", "key" FROM "IdempotencyKey" WHERE "createdAt" < $1::timestamptz - interval '30 days' LIMIT $2)`,
]
const atOnce = 1_000

/** Removes what was kept only for a time: handled events and sent messages after 30 days, quotable ids and notices that were told (or never are) after 90, drafts nobody came back to after 7, sessions that have expired, half-filled forms after 90, answers to requests that may come again after 30, imports given up and the rows of those that are over after 30. */
export async function cleanUp({ pool, now }: { pool: pg.Pool, now: () => Date }): Promise<void> {
  for (const round of rounds) {
    for (;;) {
      const { rowCount } = await pool.query(round, [now(), atOnce])
      if ((rowCount ?? 0) < atOnce) break
    }
  }
  await pool.query(`UPDATE "Draft" SET state = 'KEPT' WHERE state = 'OPEN' AND "updatedAt" < $1::timestamptz - interval '1 day'`, [now()])
}

import type pg from 'pg'
import type { Json } from '../../domain/chain/canonical'
import type { ChainedEntry } from '../../domain/chain/entry'

/** Entries that are read at once. */
const atOnce = 2_000

// Of the database only what is stored is taken, and of its functions only PostgreSQL's own: somebody who rewrites a log may rewrite the functions, too.
const open = `
  DECLARE entries NO SCROLL CURSOR FOR
  SELECT "chain", "seq", "previousHash", "hash", to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), "actorId", "provinceCode", "action", "subject", "data"
  FROM "AuditEntry" ORDER BY "chain" NULLS LAST, "seq" NULLS LAST, "id"`
const asText = { getTypeParser: () => (text: string) => text }
const fetch = { text: `FETCH ${atOnce} FROM entries`, rowMode: 'array', types: asText } satisfies pg.QueryArrayConfig

type Row = [string | null, string | null, string | null, string | null, string, string | null, string | null, string, string, string]

/** All entries of the audit log as they are at one moment, beside whoever writes: each chain by its numbers, those without one last. Memory does not grow with the log. */
export async function* auditEntries(pool: pg.Pool): AsyncGenerator<ChainedEntry[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0')
    await client.query(open)
    let coming = client.query<Row>(fetch)
    for (;;) {
      const { rows } = await coming
      if (!rows.length) return
      // The next ones are on their way while these are looked at.
      coming = client.query<Row>(fetch)
      coming.catch(() => {})
      yield rows.map(entryOf)
    }
  }
  finally {
    // Ends the transaction, wherever it is.
    client.release(true)
  }
}

function entryOf([chain, seq, previousHash, hash, at, actorId, provinceCode, action, subject, data]: Row): ChainedEntry {
  return { chain, seq: seq === null ? null : Number(seq), previousHash, hash, at, actorId, provinceCode, action, subject, data: JSON.parse(data) as Json }
}

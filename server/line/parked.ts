import type pg from 'pg'

/** An event that could not be handled. Nothing of what the person wrote. */
export interface FailedEvent { id: string, type: string, state: 'WAITING' | 'PARKED', attempts: number, receivedAt: Date, error: string }

/** Events that were given up, and those that failed and will be tried again, oldest first (at most 500). */
export async function failedEvents(pool: pg.Pool): Promise<FailedEvent[]> {
  const { rows } = await pool.query<FailedEvent>(`
    SELECT id, coalesce(payload ->> 'type', '?') AS type, state, attempts, "receivedAt", coalesce(split_part(error, E'\\n', 1), '') AS error
    FROM "InboundEvent" WHERE state = 'PARKED' OR (state = 'WAITING' AND attempts > 0) ORDER BY "receivedAt" LIMIT 500`)
  return rows
}

/** Has a given-up event handled again, or `all` of them. Resolves to how many; 0 for an event that is unknown or done. */
export async function retryEvents(pool: pg.Pool, id: string): Promise<number> {
  const { rowCount } = await pool.query(`
    UPDATE "InboundEvent" SET state = 'WAITING', attempts = 0, "notBefore" = NULL
    WHERE (state = 'PARKED' OR (state = 'WAITING' AND attempts > 0)) AND ($1 = 'all' OR id = $1)`, [id])
  return rowCount ?? 0
}

import type pg from 'pg'
import type { LineClient } from './client'

const atOnce = 20
/** Somebody whose name LINE does not tell is asked about again after this, ms. */
const askAgain = 24 * 3600_000

export interface ProfileDeps {
  pool: pg.Pool
  client: Pick<LineClient, 'profile'>
  now: () => Date
  /** Whose names LINE did not tell, and until when they are left alone, epoch ms. */
  unknown?: Map<string, number>
}

/** Fetches the display names of people who have none yet. Returns a function for the clock; names that LINE does not tell are left for a day. */
export function profileJob({ pool, client, now, unknown = new Map() }: ProfileDeps): () => Promise<void> {
  return async () => {
    const at = now().getTime()
    for (const [id, until] of unknown) {
      if (until < at) unknown.delete(id)
    }
    const { rows } = await pool.query<{ lineUserId: string }>(
      'SELECT "lineUserId" FROM "User" WHERE "displayName" IS NULL AND reachable AND NOT "lineUserId" = ANY ($1::text[]) ORDER BY "createdAt" DESC LIMIT $2',
      [[...unknown.keys()], atOnce],
    )
    await Promise.all(rows.map(async ({ lineUserId }) => {
      const answer = await client.profile(lineUserId)
      if (answer.kind === 'ok' && answer.body?.displayName) await pool.query('UPDATE "User" SET "displayName" = $2 WHERE "lineUserId" = $1', [lineUserId, answer.body.displayName.replaceAll('\0', '')])
      else if (answer.kind !== 'unreached') unknown.set(lineUserId, at + askAgain)
    }))
  }
}

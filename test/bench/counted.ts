import pg from 'pg'

/** What the product's database holds: events in all and still waiting, letters that answer, and how many different messages those answer. */
export interface Counts { events: number, waiting: number, letters: number, answered: number }

/** Counts at one moment. */
export async function counted(url: string): Promise<Counts> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Counts>(`
      SELECT (SELECT count(*)::int FROM "InboundEvent") AS events, (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'WAITING') AS waiting,
        count(*)::int AS letters, count(DISTINCT "replyToken")::int AS answered FROM "OutboundMessage" WHERE "replyToken" IS NOT NULL`)
    return rows[0]!
  }
  finally {
    await client.end()
  }
}

/** Counts when nothing waits any more, or after a minute. */
export async function countedWhenDone(url: string): Promise<Counts> {
  for (const until = Date.now() + 60_000; ;) {
    const counts = await counted(url)
    if (!counts.waiting || Date.now() > until) return counts
    await new Promise(again => setTimeout(again, 100))
  }
}

import { Hono } from 'hono'

/** `GET /health/live`: the process answers. `GET /health/ready`: the database is reached and up to date, else 503 and why. */
export function healthRoutes({ whyNotReady }: { whyNotReady: () => Promise<string | null> }) {
  return new Hono()
    .get('/health/live', c => c.json({ live: true }))
    .get('/health/ready', async (c) => {
      const reason = await whyNotReady()
      return reason ? c.json({ ready: false as const, reason }, 503) : c.json({ ready: true as const })
    })
}

/** What accepting a webhook durably costs at least: bare Hono, the signature, one INSERT with `pg`. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import process from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const secret = process.env.LINE_CHANNEL_SECRET!

const app = new Hono().post('/webhook', async (c) => {
  const body = new Uint8Array(await c.req.arrayBuffer())
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(c.req.header('x-line-signature') ?? '', 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.text('Wrong signature', 401)
  const { events } = JSON.parse(new TextDecoder().decode(body))
  for (const event of events) await pool.query({ name: 'insert', text: 'INSERT INTO event (id, payload) VALUES ($1, $2) ON CONFLICT DO NOTHING', values: [event.webhookEventId, event] })
  return c.body(null, 200)
})

await pool.query('CREATE TABLE IF NOT EXISTS event (id text PRIMARY KEY, payload jsonb NOT NULL)')
serve({ fetch: app.fetch, port: 0 }, ({ port }) => process.send!({ port }))

/** A server of the files in ROOT, compressed beforehand: bare Hono on Node. */
import process from 'node:process'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const app = new Hono().use(serveStatic({ root: process.env.ROOT, precompressed: true }))
serve({ fetch: app.fetch, port: Number(process.env.PORT) })

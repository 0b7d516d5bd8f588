/** The least a server can be: bare Hono on Node. How long it takes to start is what others are measured by. */
import process from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

serve({ fetch: new Hono().get('/', c => c.text('ready')).fetch, port: Number(process.env.PORT) })

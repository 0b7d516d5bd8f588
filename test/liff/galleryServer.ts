import type { AddressInfo, Server } from 'node:net'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { appHeaders } from '../../server/guard/headers'
import { buildPages, gallery } from '../helpers/builtPages'

const root = fileURLToPath(new URL('../../dist/gallery', import.meta.url))

/**
 * Serves the page with every component, with the policy of the app: what a component needs more than that does not work there either.
 * `extra` answers first, in place of the API; `maps` are origins that a map may be loaded from.
 */
export async function serveGallery({ extra = new Hono(), maps }: { extra?: Hono, maps?: string[] } = {}): Promise<{ url: string, close: () => void }> {
  await buildPages(gallery)
  const server = serve({ fetch: new Hono().use(appHeaders(false, [], maps)).route('/', extra).get('*', serveStatic({ root })).fetch, port: 0 }) as Server
  await once(server, 'listening')
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

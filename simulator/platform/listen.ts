import type { AddressInfo } from 'node:net'
import type { Platform } from './index'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

export interface Listening { url: string, port: number, close: () => Promise<void> }

/** Everything from this origin only, but pictures and films from wherever the bot has them, and the app in the phone's frame. */
function headers(liffBaseUrl: string | null) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ['\'self\''],
      imgSrc: ['*', 'data:', 'blob:'],
      mediaSrc: ['*'],
      frameSrc: [liffBaseUrl ? new URL(liffBaseUrl).origin : '\'none\''],
      objectSrc: ['\'none\''],
      baseUri: ['\'none\''],
      formAction: ['\'self\''],
      frameAncestors: ['\'none\''],
    },
    xFrameOptions: 'DENY',
    // This machine only, by plain http.
    strictTransportSecurity: false,
  })
}

/**
 * Serves a platform on `port` (0: any free one), for this machine only unless another `hostname` is given, and the built chat page of `uiDir` at `/`.
 * Rejects when the port is taken.
 */
export function listen(platform: Platform, options: { port: number, hostname?: string, uiDir?: string }): Promise<Listening> {
  const app = new Hono().use(headers(platform.liffBaseUrl))
  if (options.uiDir) app.get('*', serveStatic({ root: options.uiDir }))
  app.mount('/', platform.app.fetch)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: options.hostname ?? '127.0.0.1' }, ({ port }: AddressInfo) => {
      resolve({
        url: `http://localhost:${port}`,
        port,
        close: () => new Promise<void>((done, fail) => {
          server.close(error => error ? fail(error) : done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        }),
      })
    })
    server.once('error', reject)
  })
}

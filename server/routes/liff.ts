import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'

/** The built app, wherever the runtime has it. Both go on to the next when there is nothing. */
export interface AppFiles {
  /** The file of the request's path. */
  asset: MiddlewareHandler
  /** The page that all paths of the app begin with. */
  page: MiddlewareHandler
}

/** Files below it have a hash of their content in their name. */
const forever = 'public, max-age=31536000, immutable'

/** `/liff/*`: the app. Its paths are its own: each opens the one page. */
export function liffRoutes({ asset, page }: AppFiles) {
  return new Hono()
    .get('/liff', c => c.redirect('/liff/'))
    .get('/liff/assets/*', keptFor(forever), asset, c => c.text('Not found', 404))
    .get('/liff/sw.js', keptFor('no-cache'), asset, c => c.text('Not found', 404))
    .get('/liff/*', keptFor('no-cache'), page, c => c.text('The app is not built yet: npm run build', 503))
}

function keptFor(cacheControl: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', cacheControl)
  }
}

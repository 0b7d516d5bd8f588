import type { AppFiles } from './routes/liff'

/** What `[assets]` of `wrangler.toml` binds. */
export interface Assets { fetch: (request: Request) => Promise<Response> }

/** The app among the worker's static files, which Cloudflare compresses. */
export function filesOfWorker(assets: Assets): AppFiles {
  const at = (path?: string): AppFiles['page'] => async (c, next) => {
    const found = await assets.fetch(path ? new Request(new URL(path, c.req.url), { headers: c.req.raw.headers }) : c.req.raw)
    // Its headers cannot be changed, a copy's can.
    return found.status === 404 ? next() : new Response(found.body, found)
  }
  return { asset: at(), page: at('/liff/index.html') }
}

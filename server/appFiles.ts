import type { MiddlewareHandler } from 'hono'
import type { AppFiles } from './routes/liff'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'

/** The app on the disk, compressed beforehand. There is nothing until it was built. */
export function filesOnDisk(): AppFiles {
  let found: AppFiles | undefined
  const files = () => found ??= served(builtApp())
  const from = (what: keyof AppFiles): MiddlewareHandler => (c, next) => files()?.[what](c, next) ?? next()
  return { asset: from('asset'), page: from('page') }
}

function served(root: string | undefined): AppFiles | undefined {
  return root === undefined ? undefined : { asset: serveStatic({ root, precompressed: true }), page: serveStatic({ root, path: 'liff/index.html', precompressed: true }) }
}

/** Its folder, seen from the sources and from the built server. */
function builtApp(): string | undefined {
  return ['../dist/public', '../public'].map(path => fileURLToPath(new URL(path, import.meta.url))).find(folder => existsSync(join(folder, 'liff/index.html')))
}

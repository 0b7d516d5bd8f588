import type { AppFiles } from './routes/liff'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'

/** The app on the disk, compressed beforehand. Without a build there is nothing. */
export function filesOnDisk(): AppFiles {
  const root = builtApp()
  const nothing: AppFiles['page'] = (_, next) => next()
  if (!root) return { asset: nothing, page: nothing }
  return { asset: serveStatic({ root, precompressed: true }), page: serveStatic({ root, path: 'liff/index.html', precompressed: true }) }
}

/** Its folder, seen from the sources and from the built server. */
function builtApp(): string | undefined {
  return ['../dist/public', '../public'].map(path => fileURLToPath(new URL(path, import.meta.url))).find(folder => existsSync(join(folder, 'liff/index.html')))
}

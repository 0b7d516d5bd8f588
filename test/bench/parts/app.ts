import type { Row } from '../table'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { app as appPages, buildPages } from '../../helpers/builtPages'

const built = fileURLToPath(new URL('../../../dist/public', import.meta.url))
/** Bytes. */
const most = 130_000

/** What the app's first screen loads: scripts and styles that its page names, and those that they load at once. */
export async function app(): Promise<Row[]> {
  await buildPages(appPages)
  const page = await readFile(join(built, 'liff/index.html'), 'utf8')
  const named = Array.from(page.matchAll(/(?:src|href)="(\/liff\/assets\/[^"]+\.(?:js|css))"/g), ([, path]) => path!)
  const sizes = await Promise.all(named.map(async path => gzipSync(await readFile(join(built, path))).length))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return [{
    what: 'LIFF first screen: JS + CSS, gzip',
    measured: `${(all / 1000).toFixed(1)} kB`,
    baseline: '–',
    ratio: '',
    toReach: `≤ ${most / 1000} kB`,
    ok: all <= most,
  }]
}

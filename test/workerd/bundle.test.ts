import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, it } from 'vitest'

/** Of all that is uploaded, compressed, bytes. A larger worker starts slower, and Cloudflare's smallest plan takes 3 MB. */
const most = 1.2 * 1024 * 1024

it('the worker is at most 1.2 MiB', async () => {
  const folder = inject('workerBundle')
  const uploaded = (await readdir(folder)).filter(name => /\.(?:js|wasm)$/.test(name))
  expect(uploaded.length).toBeGreaterThan(1)
  const sizes = await Promise.all(uploaded.map(async name => gzipSync(await readFile(join(folder, name))).length))
  expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThanOrEqual(most)
})

import type { TestProject } from 'vitest/node'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { app, buildPages } from './builtPages'

declare module 'vitest' {
  export interface ProvidedContext { workerBundle: string }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles the worker as it would be deployed, with the app built. Returns the folder, which the caller removes. */
export async function bundleWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'songklong-worker-'))
  // The bundle needs the app's folder, and not yet what is in it.
  await mkdir(join(root, 'dist/public'), { recursive: true })
  const bundled = promisify(execFile)(process.execPath, [join(root, 'node_modules/wrangler/bin/wrangler.js'), 'deploy', '--dry-run', '--outdir', folder], { cwd: root, env: { ...process.env, WRANGLER_HIDE_BANNER: 'true', CI: '1' } })
  await Promise.all([buildPages(app), bundled])
  return folder
}

/** Before the tests that run in workerd, and after them. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await bundleWorker()
  provide('workerBundle', folder)
  return () => rm(folder, { recursive: true, force: true })
}

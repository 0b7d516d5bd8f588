import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Pages that vite builds: from which folders, by which configuration, and the file that is there afterwards. Paths from the project's folder. */
interface Pages { name: string, config: string, sources: string[], made: string }

/** The chat page of the simulator. */
export const chatPage: Pages = { name: 'simulator', config: 'simulator/ui/vite.config.ts', sources: ['simulator/ui'], made: 'dist/simulator/index.html' }
/** The app. */
export const app: Pages = { name: 'app', config: 'liff/vite.config.ts', sources: ['liff', 'domain', 'prisma/schema'], made: 'dist/public/liff/index.html' }
/** A page with every component of the app. */
export const gallery: Pages = { name: 'gallery', config: 'test/liff/gallery/vite.config.ts', sources: ['test/liff/gallery', 'liff', 'domain', 'prisma/schema'], made: 'dist/gallery/index.html' }

function newest(directory: string): number {
  return Math.max(...readdirSync(directory, { recursive: true, encoding: 'utf8' }).map(file => statSync(join(directory, file)).mtimeMs))
}

function isStale({ sources, made }: Pages): boolean {
  try {
    return statSync(join(root, made)).mtimeMs < Math.max(...sources.map(folder => newest(join(root, folder))))
  }
  catch {
    return true
  }
}

/** Takes the lock; false when somebody else builds. A lock older than two minutes is left from a crash. */
function take(lock: string): boolean {
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    mkdirSync(lock)
    return true
  }
  catch {
    if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 120_000) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

/** Builds pages when their sources are newer than the last build; only one process builds at a time. */
export async function buildPages(pages: Pages): Promise<void> {
  const lock = join(root, `dist/.${pages.name}-building`)
  while (isStale(pages)) {
    if (!take(lock)) {
      await wait(200)
      continue
    }
    try {
      const vite = join(root, 'node_modules/vite/bin/vite.js')
      await promisify(execFile)(process.execPath, [vite, 'build', '--config', join(root, pages.config), '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
        .catch((error: { stderr: string }) => { throw new Error(`The ${pages.name} was not built:\n${error.stderr}`) })
    }
    finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
}

import type { PlatformOptions } from '../../simulator/platform'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where the built chat page lies. */
export const uiDir = join(root, 'dist/simulator')
const lock = join(root, 'dist/.simulator-building')

function newest(directory: string): number {
  return Math.max(...readdirSync(directory, { recursive: true, encoding: 'utf8' }).map(file => statSync(join(directory, file)).mtimeMs))
}

function isStale(): boolean {
  try {
    return statSync(join(uiDir, 'index.html')).mtimeMs < newest(join(root, 'simulator/ui'))
  }
  catch {
    return true
  }
}

/** Takes the lock; false when somebody else builds. A lock older than two minutes is left from a crash. */
function take(): boolean {
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

/** Builds the chat page when its sources are newer than the last build; only one process builds at a time. */
export async function buildSimulatorPage(): Promise<void> {
  while (isStale()) {
    if (!take()) {
      await wait(200)
      continue
    }
    try {
      const vite = join(root, 'node_modules/vite/bin/vite.js')
      const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--config', join(root, 'simulator/ui/vite.config.ts')], { env: { ...process.env, NODE_ENV: 'production' }, encoding: 'utf8' })
      if (status !== 0) throw new Error(`The chat page was not built:\n${stderr}`)
    }
    finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
}

/** A simulated platform with its chat page on a free port; the page is built first when it is stale. */
export async function startSimulatorPage(options: Partial<PlatformOptions> = {}) {
  await buildSimulatorPage()
  const platform = createPlatform({ channelId: '1234567890', channelSecret: 'secret of the test', channelAccessToken: 'token of the test', redeliver: false, ...options })
  const server = await listen(platform, { port: 0, uiDir })
  return {
    platform,
    url: server.url,
    close: async () => {
      await platform.close()
      await server.close()
    },
  }
}

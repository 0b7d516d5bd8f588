/** The browser that pictures and browser tests are made with: one that is installed, or installed on first need. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'

/** Those without windows first: they open a page several times faster. */
const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** Path of an installed Chromium: `CHROMIUM_PATH`, else the usual places, else Playwright's own. Undefined when there is none. */
function installedChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find(path => path && existsSync(path))
}

/** The same. Throws with what to do when there is none. */
export function findChromium(): string {
  const path = installedChromium()
  if (!path) throw new Error('No Chromium found. Install one (Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to its executable.')
  return path
}

/** Installs a Chromium when there is none: the distribution's as root on Debian and its kin, else Playwright's own. Never throws. */
export function ensureChromium(): void {
  if (installedChromium()) return
  console.log('No Chromium found for the browser tests: installing one …')
  if (process.getuid?.() === 0 && run('apt-get', ['update', '-qq']) && ['chromium-headless-shell', 'chromium'].some(name => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]))) return
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  run(process.execPath, [cli, 'install', 'chromium'])
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}

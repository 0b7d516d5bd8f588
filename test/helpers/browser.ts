import type { Browser } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium'

/** Starts a Chromium without a window; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath: findChromium(), args: asRoot ? ['--no-sandbox'] : [] })
}

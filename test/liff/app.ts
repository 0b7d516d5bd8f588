import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Stage } from '../e2e/stage'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { startStage } from '../e2e/stage'
import { launchBrowser } from '../helpers/browser'
import { lineId } from '../helpers/fakeLine'

/** How a page is looked at. A phone is 390 × 844, a desktop 1440 × 900. `keeps`: with the service worker that keeps the app on the device. */
export interface Look { size?: 'phone' | 'desktop', language?: 'th' | 'en', dark?: boolean, keeps?: boolean }

/** The app, opened in a browser by demo people. */
export interface AppOnStage extends Stage {
  /** Address of a page: `at('/settings')`. */
  at: (path: string) => string
  /** A browser of somebody who is not signed in. */
  visit: (look?: Look) => Promise<Page>
  /** A page of the app (`/` when not given), signed in as demo person n, who speaks the language of the look from now on. */
  signIn: (n: number, look?: Look & { path?: string }) => Promise<Page>
}

/** Starts the product with the demo province, the simulator, the built app and a browser; for all tests of a file. `stop` ends them. */
export async function startApp(options: Parameters<typeof startStage>[1] = {}): Promise<AppOnStage> {
  const browser = await launchBrowser()
  const stage = await startStage(browser, options)
  const at = (path: string) => `${stage.server.url}/liff${path}`

  async function visit({ size = 'phone', language = 'th', dark = false, keeps = false }: Look = {}): Promise<Page> {
    const context = await browser.newContext({
      ...size === 'phone' ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: process.env.SHOTS ? 2 : 1 } : { viewport: { width: 1440, height: 900 } },
      locale: language === 'th' ? 'th-TH' : 'en-GB',
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'Asia/Bangkok',
      reducedMotion: 'reduce',
      serviceWorkers: keeps ? 'allow' : 'block',
    })
    return context.newPage()
  }
  return {
    ...stage,
    at,
    visit,
    async signIn(n, { path = '/', ...look } = {}) {
      await stage.db.user.updateMany({ where: { lineUserId: lineId(n) }, data: { language: look.language === 'en' ? 'EN' : 'TH' } })
      const page = await visit(look)
      await page.goto(`${at(path)}#id_token=${await stage.simulator.platform.idToken(lineId(n))}`)
      await page.locator('main').waitFor()
      return page
    },
    async stop() {
      await browser.close()
      await stage.stop()
    },
  }
}

const folder = fileURLToPath(new URL('../../.tmp/shots', import.meta.url))

/** Machines that run tests seldom have a Thai font, as every phone does: then the desktop's is used. */
const thaiFont = `(async () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('body { font-family: "IBM Plex Sans Thai", system-ui !important }')
  document.adoptedStyleSheets = [sheet]
  await Promise.all([400, 600].map(weight => document.fonts.load(weight + ' 16px "IBM Plex Sans Thai"', 'ก').catch(() => [])))
  await new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 100))
})()`

/** A picture of the page for people to look at, when `SHOTS` is set: `.tmp/shots/<name>.png`; `whole`: as long as the page is. */
export async function shot(page: Page, name: string, { whole = false } = {}): Promise<void> {
  if (!process.env.SHOTS) return
  await mkdir(folder, { recursive: true })
  for (const frame of page.frames()) await frame.evaluate(thaiFont)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole, animations: 'disabled' })
}

/** Smaller than `source` of the package by half, and as much quicker to read in each page. */
const axeScript = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A rule gives all that it finds its own impact. Those whose findings count for nothing here are not asked. */
const axeOptions = `{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate').map(({ id }) => [id, { enabled: false }])),
  resultTypes: ['violations'],
}`

/** Looks the page over with axe (WCAG 2.2 AA): nothing serious may be found. In English it is made of the same elements and colours: it is looked over in Thai, or in the dark. */
export async function axe(page: Page): Promise<void> {
  if (await page.evaluate('document.documentElement.lang === "en" && !matchMedia("(prefers-color-scheme: dark)").matches')) return
  // Not as a script of the page: its policy forbids that.
  if (!await page.evaluate('"axe" in window')) await page.evaluate(`{ ${await axeScript} }`)
  const { violations } = await page.evaluate(`axe.run(document, ${axeOptions}).then(({ violations }) => ({ violations }))`) as Pick<AxeResults, 'violations'>
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

import type { Browser } from 'playwright-core'
import type { Row } from '../table'
import type { World } from '../world'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, mergeConfig } from 'vite'
import appConfig from '../../../liff/vite.config'
import { openDatabase } from '../../../prisma/client'
import { beginSession } from '../../../server/auth/sessions'
import { launchBrowser } from '../../helpers/browser'
import { app, buildPages } from '../../helpers/builtPages'
import { freePort } from '../../helpers/freePort'
import { buildAll } from '../build'
import { startProduct } from '../processes'
import { median } from '../table'

const rounds = 5
const most = 1.8
/** "Slow 4G" of Chromium's developer tools: bytes per second, ms. */
const slow4G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }
const slowerProcessor = 4

/** From the address being opened until the first screen can be used, on a slow phone far from anything, with nothing kept from before. */
export async function usable(world: World): Promise<Row[]> {
  const product = await world.product()
  await buildPages(app)
  const files = await buildAll({ files: 'test/bench/baselines/files.ts' })
  await buildEmpty(join(files, 'empty'))
  const empty = await startProduct(join(files, 'files.js'), await freePort(), { ROOT: join(files, 'empty') }, '/index.html')
  const browser = await launchBrowser()
  try {
    const cookie = await signedIn(world)
    const ours = () => opened(browser, `http://localhost:${product.port}/liff/`, 'main .counts a', cookie)
    const theirs = () => opened(browser, `http://localhost:${empty.port}/index.html`, 'main h1')
    await ours()
    await theirs()
    const pairs: Array<[number, number]> = []
    for (let i = 0; i < rounds; i++) pairs.push([await ours(), await theirs()])
    const ratio = median(pairs.map(([one, other]) => one / other))
    return [{
      what: 'LIFF first screen usable, 4 × slower processor, Slow 4G',
      measured: `${Math.round(median(pairs.map(([one]) => one)))} ms`,
      baseline: `an empty page with Vue: ${Math.round(median(pairs.map(([, other]) => other)))} ms`,
      ratio: ratio.toFixed(2),
      toReach: `≤ ${most}`,
      ok: ratio <= most,
    }]
  }
  finally {
    await browser.close()
    await empty.stop()
    await rm(files, { recursive: true, force: true })
  }
}

/** The page with nothing on it, built as the app is. */
async function buildEmpty(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('../baselines/empty', import.meta.url))
  const { root: _root, publicDir: _publicDir, ...config } = appConfig
  await build(mergeConfig({ ...config, build: { ...config.build, rolldownOptions: undefined } }, { root, configFile: false, logLevel: 'error', publicDir: false, build: { outDir } }))
}

/** A session of a secretary of the demo province. */
async function signedIn(world: World): Promise<string> {
  const database = openDatabase(await world.database('product'))
  try {
    const { userId } = await database.db.membership.findFirstOrThrow({ where: { role: 'SECRETARY' } })
    return (await beginSession(database.pool, userId, new Date())).token
  }
  finally {
    await database.close()
  }
}

/** Opens a page in a browser that was never there; ms until something is shown. */
async function opened(browser: Browser, url: string, shown: string, session?: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'th-TH', timezoneId: 'Asia/Bangkok' })
  try {
    if (session) await context.addCookies([{ name: 'songklong_session', value: session, domain: 'localhost', path: '/' }])
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', slow4G)
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
    await page.addInitScript(`(function look() {
      if (document.querySelector(${JSON.stringify(shown)})) window.shownAt = performance.now()
      else requestAnimationFrame(look)
    })()`)
    await page.goto(url)
    return await (await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt)).jsonValue() as number
  }
  finally {
    await context.close()
  }
}

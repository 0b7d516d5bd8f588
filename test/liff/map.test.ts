import type { Browser, Page } from 'playwright-core'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { photo } from '../helpers/photo'
import { axe, shot } from './app'
import { serveGallery } from './galleryServer'

let browser: Browser
let page: Page
let server: Awaited<ReturnType<typeof serveGallery>>
/** What the API says of the base map in the test that runs. */
let base: object | null = null
let tiles = 0
const refused: string[] = []

beforeAll(async () => {
  const extra = new Hono()
    .get('/api/map', c => c.json(base ?? { url: null, credit: null }))
    .get('/tiles/:z/:x/:y', async (c) => {
      tiles++
      return c.body(await photo(256) as never, 200, { 'content-type': 'image/jpeg' })
    })
  server = await serveGallery({ extra })
  browser = await launchBrowser()
}, 240_000)
afterEach(() => page?.context().close())
afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(query = '', options: Parameters<Browser['newPage']>[0] = {}, before?: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'th-TH', reducedMotion: 'reduce', ...options })
  if (before) await page.addInitScript(before)
  page.on('console', message => /content security policy/i.test(message.text()) && refused.push(message.text()))
  await page.goto(`${server.url}/?map${query}`)
}
/** Both maps are drawn. */
async function drawn(): Promise<void> {
  await page.locator('.map[data-state=drawn]').nth(1).waitFor()
  await page.locator('[data-box]:not(:empty)').waitFor()
  await page.waitForTimeout(300)
}
/** Taps the upper map at a place. */
async function tap(latitude: number, longitude: number): Promise<void> {
  const [west, south, east, north] = (await text('box')).split(' ').map(Number) as [number, number, number, number]
  const { x, y, width, height } = (await page.locator('.canvas').first().boundingBox())!
  await page.mouse.click(x + width * (longitude - west) / (east - west), y + height * (north - latitude) / (north - south))
}
const text = (name: string) => page.locator(`[data-${name}]`).textContent().then(words => words!.trim())

describe('the map', () => {
  it.each([['th', 'phone', ''], ['en', 'desktop', '&many=800']])('shows cameras by state, counts many, and needs no other map: %s on a %s', async (language, size, more) => {
    await open(`&language=${language}${more}`, size === 'desktop' ? { viewport: { width: 1440, height: 900 } } : { colorScheme: 'dark' })
    await drawn()
    await shot(page, `map-${size}-${language}`)
    await axe(page)
    expect(refused).toEqual([])
  })

  it('has a name for each button before the browser has said whether it can tell a place', async () => {
    await open('', {}, 'navigator.permissions.query = () => new Promise(() => {})')
    await drawn()
    expect(await page.locator('.maplibregl-ctrl-geolocate').first().getAttribute('aria-label')).toBe('ตำแหน่งของฉัน')
    await axe(page)
  })

  it('chooses a camera by a tap, and by keys', async () => {
    await open()
    await drawn()
    await page.getByRole('button', { name: '15-00002 หน้าตลาดสด' }).focus()
    await shot(page, 'map-keys')
    await page.keyboard.press('Enter')
    expect(await text('selected')).toBe('15-00002')
    // It came near.
    await expect.poll(async () => Number((await text('box')).split(' ')[4])).toBeGreaterThanOrEqual(16)
    await page.locator('[data-selected]').click()
    await shot(page, 'map-views')
    await tap(14.5896 + 3 * 0.0004, 100.455 + 3 * 0.0004)
    await expect.poll(() => text('selected')).toBe('15-00003')
  })

  it('says a place by a tap, by the middle, and moves the pin by keys', async () => {
    await open()
    await drawn()
    const canvas = (await page.locator('.canvas').nth(1).boundingBox())!
    await page.mouse.click(canvas.x + canvas.width / 4, canvas.y + canvas.height / 4)
    const [north, west] = (await text('place')).split(' ').map(Number) as [number, number]
    expect(north).toBeGreaterThan(14.59)
    expect(west).toBeLessThan(100.455)
    await page.locator('[data-pin]').focus()
    await page.keyboard.press('ArrowDown')
    expect(Number((await text('place')).split(' ')[0])).toBeLessThan(north)
    await page.getByRole('button', { name: 'ปักหมุดกลางแผนที่' }).click()
    const [latitude, longitude] = (await text('place')).split(' ').map(Number) as [number, number]
    expect(latitude).toBeCloseTo(14.59, 3)
    expect(longitude).toBeCloseTo(100.455, 3)
    await page.locator('[data-pin]').scrollIntoViewIfNeeded()
    await shot(page, 'map-pin')
  })

  it('shows where one is and how exactly, when that is allowed; says so when it is not', async () => {
    await open('', { geolocation: { latitude: 14.59, longitude: 100.455, accuracy: 25 }, permissions: ['geolocation'] })
    await drawn()
    await page.getByRole('button', { name: 'ตำแหน่งของฉัน' }).first().click()
    await expect.poll(() => text('here')).toBe('25')
    await page.locator('.maplibregl-user-location-accuracy-circle').waitFor()
    await shot(page, 'map-here')
  })

  it('lies on pictures of another map when there is one, and loads from nowhere else', async () => {
    base = { url: `${server.url}/tiles/{z}/{x}/{y}`, credit: '© <b>ผู้ทำแผนที่</b>' }
    await open()
    await drawn()
    await expect.poll(() => tiles).toBeGreaterThan(0)
    expect(await page.locator('.maplibregl-ctrl-attrib-inner').first().textContent()).toContain('© <b>ผู้ทำแผนที่</b>')
    base = { url: 'http://elsewhere.test/{z}/{x}/{y}', credit: null }
    const before = refused.length
    await page.reload()
    await drawn()
    await expect.poll(() => refused.length).toBeGreaterThan(before)
    refused.length = 0
  })

  it('stands on a plain ground when the style of the map does not come', async () => {
    base = { url: `${server.url}/style-that-is-not-there.json`, credit: null }
    await open()
    await drawn()
    await tap(14.5896 + 4 * 0.0004, 100.455 + 4 * 0.0004)
    await expect.poll(() => text('selected')).toBe('15-00004')
    base = null
  })

  it('says so where a device has no WebGL, or the map was not loaded, and can be tried again', async () => {
    await open('', {}, 'HTMLCanvasElement.prototype.getContext = () => null')
    await page.getByText('เครื่องนี้แสดงแผนที่ไม่ได้').first().waitFor()
    await axe(page)
    await shot(page, 'map-none')
    await page.context().close()
    page = await browser.newPage({ locale: 'th-TH' })
    await page.route('**/drawn-*.js', route => route.abort(), { times: 2 })
    await page.goto(`${server.url}/?map`)
    await page.getByText('โหลดแผนที่ไม่สำเร็จ').first().waitFor()
  })
})

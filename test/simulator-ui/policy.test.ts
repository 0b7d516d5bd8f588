import type { Browser, Page } from 'playwright-core'
import type { Product } from '../helpers/product'
import type { Scene } from './scene'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { startProduct } from '../helpers/product'
import { rawHttp } from '../helpers/rawHttp'
import { nobody, startScene } from './scene'

let browser: Browser
let scene: Scene

beforeAll(async () => {
  browser = await launchBrowser()
  scene = await startScene(browser)
})
afterAll(async () => {
  await scene?.close()
  await browser?.close()
})

/** What the browser's console says of the policy from now on. */
function violations(page: Page): string[] {
  const found: string[] = []
  page.on('console', message => /content security policy/i.test(message.text()) && found.push(message.text()))
  return found
}

/** Puts a script and a style into the page, as somebody would who found a hole: both must be refused. */
function breakIn(page: Page): Promise<unknown> {
  return page.evaluate(`for (const [tag, text] of [['script', 'window.brokenIn = true'], ['style', 'body { display: none }']]) {
    const element = document.createElement(tag)
    element.textContent = text
    document.body.append(element)
  }`)
}

describe('the content security policy of the chat page', () => {
  it('is kept by everything the page shows: cards, templates, pictures, photos, menus, sheets', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    const found = violations(page)
    const answer = await page.goto(`${scene.url}/?as=${nobody}`)
    expect(answer!.headers()['content-security-policy']).toContain('default-src \'self\'')
    expect(answer!.headers()['content-security-policy']).not.toContain('unsafe-')
    await page.getByRole('navigation', { name: 'เมนู' }).waitFor()
    for (const word of ['รายการ', 'การ์ด', 'แม่แบบ', 'เลือก']) await scene.say(nobody, word)
    await scene.platform.act({ do: 'sticker', as: nobody, chat: nobody, packageId: '446', stickerId: '1988' })
    await scene.platform.act({ do: 'location', as: nobody, chat: nobody, latitude: 14.58, longitude: 100.45 })
    await page.getByText('ให้ช่วยเรื่องกล้องตัวไหน').first().waitFor()
    await page.getByRole('navigation', { name: 'เมนู' }).getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
    await page.getByRole('textbox').fill('สวัสดี')
    await page.keyboard.press('Enter')
    await page.getByText('ได้ยินว่า สวัสดี').waitFor()
    expect(found).toEqual([])
    await breakIn(page)
    await expect.poll(() => found.length).toBeGreaterThanOrEqual(2)
    expect(await page.evaluate('window.brokenIn')).toBeUndefined()
    await page.context().close()
  })

  it.each(['/', '/nothing-here', '/_simulator/state', '/_simulator/content/1', '/v2/bot/info', '/assets/nothing.js'])('comes with %s', async (path) => {
    const { headers, body } = await fetch(`${scene.url}${path}`)
    await body?.cancel()
    expect(headers.get('content-security-policy')).toContain('default-src \'self\'')
    expect(headers.get('content-security-policy')).not.toContain('unsafe-')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it('goes with limits for what is sent', async () => {
    const port = Number(new URL(scene.url).port)
    for (const path of ['/_simulator/act', '/oauth2/v3/token', '/v2/bot/message/push']) {
      const { status } = await rawHttp(port, [`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 3000000\r\n\r\n`])
      expect([path, status]).toEqual([path, 413])
    }
    expect((await fetch(`${scene.url}/_simulator/state`)).status).toBe(200)
  })
})

describe('the content security policy of the product\'s page', () => {
  let product: Product
  beforeAll(async () => { product = await startProduct() })
  afterAll(() => product.stop())

  it('is kept by the page, whose style is shown', async () => {
    const page = await (await browser.newContext()).newPage()
    const found = violations(page)
    await page.goto(product.url)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(244, 247, 246)')
    expect(found).toEqual([])
    await breakIn(page)
    await expect.poll(() => found.length).toBeGreaterThanOrEqual(2)
    expect(await page.evaluate('window.brokenIn')).toBeUndefined()
    await page.context().close()
  })
})

import type { Browser, Page } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'
import { launchBrowser } from '../helpers/browser'
import { uiDir } from '../helpers/simulatorPage'
import { nobody, official, startScene } from './scene'

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

const menu = (page: Page) => page.getByRole('navigation', { name: 'เมนู' })

it('unfolds the rich menu with its picture, and each area is a named button', async () => {
  const page = await scene.open(nobody)
  await menu(page).waitFor()
  await expect.poll(() => menu(page).locator('img').evaluate(image => image.naturalWidth)).toBe(1200)
  const area = menu(page).getByRole('button', { name: 'งานของฉัน' })
  const [box, picture] = await Promise.all([area.boundingBox(), menu(page).locator('img').boundingBox()])
  expect(box!.x).toBeCloseTo(picture!.x + picture!.width * 2 / 3, 0)
  await area.click()
  await page.getByText('ได้ยินว่า งานของฉัน').waitFor()
  await page.context().close()
})

it('folds the menu, and changes between menu and keyboard', async () => {
  const page = await scene.open(nobody)
  const bar = menu(page).getByRole('button', { name: 'เมนู', exact: true })
  await bar.click()
  await expect.poll(() => menu(page).locator('img').count()).toBe(0)
  expect(await bar.getAttribute('aria-expanded')).toBe('false')
  await menu(page).getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
  expect(await page.getByRole('textbox').evaluate(element => element.matches(':focus'))).toBe(true)
  await page.getByRole('button', { name: 'แสดงเมนู' }).click()
  await bar.waitFor()
  await page.context().close()
})

it('shows a person\'s own menu instead of everybody\'s', async () => {
  const headers = { 'authorization': 'Bearer token of the test', 'content-type': 'application/json' }
  const own = { size: { width: 1200, height: 540 }, selected: true, name: 'เจ้าหน้าที่', chatBarText: 'งาน', areas: [{ bounds: { x: 0, y: 0, width: 1200, height: 540 }, action: { type: 'message', label: 'ภาพรวมจังหวัด', text: 'ภาพรวมจังหวัด' } }] }
  const { richMenuId } = await (await fetch(`${scene.url}/v2/bot/richmenu`, { method: 'POST', headers, body: JSON.stringify(own) })).json() as { richMenuId: string }
  const image = await fetch(`${scene.url}/_simulator/richmenu/${scene.richMenuId}/image`)
  await fetch(`${scene.url}/v2/bot/richmenu/${richMenuId}/content`, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: await image.arrayBuffer() })
  const page = await scene.open(official)
  await menu(page).getByRole('button', { name: 'แจ้งกล้องเสีย' }).waitFor()
  await fetch(`${scene.url}/v2/bot/user/${official}/richmenu/${richMenuId}`, { method: 'POST', headers })
  await menu(page).getByRole('button', { name: 'งาน', exact: true }).waitFor()
  await page.context().close()
})

it('fills in the words of a scanned QR sticker, found by a part of its name', async () => {
  const page = await scene.open(nobody)
  await page.getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
  await page.getByRole('button', { name: 'แนบรูป' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'สแกน QR' }).click()
  const sheet = page.getByRole('dialog', { name: 'สแกน QR' })
  await sheet.getByRole('searchbox').fill('สะพาน 127')
  await expect.poll(() => sheet.getByRole('listitem').count()).toBe(1)
  await sheet.getByRole('listitem').getByRole('button').click()
  await expect.poll(() => page.getByRole('textbox', { name: 'พิมพ์ข้อความ' }).inputValue()).toBe('กล้อง 15-00127')
  await page.context().close()
})

it('sends a sticker', async () => {
  const page = await scene.open(nobody)
  await page.getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
  await page.getByRole('button', { name: 'แนบรูป' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'สติกเกอร์' }).click()
  await page.getByRole('button', { name: 'สติกเกอร์ 2' }).click()
  await page.getByRole('log').getByRole('img', { name: 'สติกเกอร์' }).waitFor()
  await expect.poll(() => scene.bot.heard.at(-1)!.message).toMatchObject({ type: 'sticker', packageId: '446' })
  await page.context().close()
})

it('speaks Thai first, then English, and remembers', async () => {
  const page = await scene.open(nobody, { wide: true })
  expect(await page.locator('html').getAttribute('lang')).toBe('th')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('You are สมชาย แซ่ตั้ง').waitFor()
  await page.reload()
  await page.getByText('Behind the scenes').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.title()).toBe('SongKlong – LINE simulator')
  await page.context().close()
})

it('opens people and panel as drawers on a phone, closed by Escape', async () => {
  const page = await scene.open(nobody)
  for (const [button, drawer] of [['เปลี่ยนคนหรือกลุ่ม', 'เล่นเป็นใคร'], ['ดูเบื้องหลัง', 'เบื้องหลัง']] as const) {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog', { name: drawer }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: button }).evaluate(element => element.matches(':focus'))).toBe(true)
  }
  await page.context().close()
})

it('follows the system into the dark', async () => {
  const page = await scene.open(nobody, { dark: true })
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(12, 23, 21)')
  await page.context().close()
})

it('never scrolls sideways, on the narrowest phone and the smallest desktop', async () => {
  await scene.say(nobody, 'รายการ')
  for (const width of [320, 390, 768, 1024]) {
    const page = await scene.open(nobody)
    await page.setViewportSize({ width, height: 700 })
    await page.getByText('คุณคือ').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.context().close()
  }
})

it('needs nothing from elsewhere and breaks no rule of its content security policy', async () => {
  const page = await scene.open(null)
  const complaints: string[] = []
  const hosts = new Set<string>()
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => hosts.add(new URL(request.url()).host))
  const answer = await page.goto(`${scene.url}/?as=${nobody}`)
  await page.getByText('คุณคือ').waitFor()
  await page.getByRole('button', { name: 'ดูเบื้องหลัง' }).click()
  expect(answer!.headers()['content-security-policy']).toContain('default-src')
  expect(complaints).toEqual([])
  expect([...hosts].filter(host => host !== new URL(scene.url).host && host !== new URL(scene.bot.url).host)).toEqual([])
  await page.context().close()
})

it('says when the simulator is gone, and catches up when it is back', async () => {
  const platform = createPlatform({ channelId: '1', channelSecret: 's', channelAccessToken: 't', people: [{ id: nobody, name: 'สมชาย' }] })
  const before = await listen(platform, { port: 0, uiDir })
  const page = await browser.newPage()
  await page.goto(`${before.url}/?as=${nobody}`)
  await page.getByText('คุณคือ สมชาย').waitFor()
  await before.close()
  await page.getByText('ขาดการเชื่อมต่อกับเครื่องจำลอง').waitFor()
  await platform.act({ do: 'text', as: nobody, chat: nobody, text: 'ระหว่างที่หายไป' })
  const after = await listen(platform, { port: before.port, uiDir })
  await page.getByRole('log').getByText('ระหว่างที่หายไป').waitFor()
  await page.getByText('ขาดการเชื่อมต่อกับเครื่องจำลอง').waitFor({ state: 'detached' })
  await page.close()
  await after.close()
  await platform.close()
})

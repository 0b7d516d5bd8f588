import type { Browser, Page } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { nobody, startScene } from './scene'

let browser: Browser
let scene: Scene

beforeAll(async () => {
  browser = await launchBrowser()
  scene = await startScene(browser)
})
beforeEach(() => scene.say(nobody, 'เลือก'))
afterAll(async () => {
  await scene?.close()
  await browser?.close()
})

const chips = (page: Page) => page.getByRole('list', { name: 'คำตอบให้เลือก' })

it('shows the last message\'s choices and hides them after anything newer', async () => {
  const page = await scene.open(nobody)
  await chips(page).waitFor()
  expect(await chips(page).getByRole('button').count()).toBe(8)
  await chips(page).getByRole('button', { name: 'พิมพ์รหัส' }).click()
  await page.getByText('ได้ยินว่า พิมพ์รหัส').waitFor()
  expect(await chips(page).count()).toBe(0)
  await page.context().close()
})

it('opens the place sheet and sends the place', async () => {
  const page = await scene.open(nobody)
  await chips(page).getByRole('button', { name: 'ส่งตำแหน่ง' }).click()
  await page.getByRole('dialog', { name: 'ส่งตำแหน่ง' }).getByRole('button', { name: 'วัดต้นสน' }).click()
  await page.getByRole('log').getByText('ใกล้คุณมีกล้อง 3 ตัว').waitFor()
  expect(scene.bot.heard.at(-1)!.message).toMatchObject({ type: 'location', title: 'วัดต้นสน', latitude: 14.58412, longitude: 100.45033 })
  await page.context().close()
})

it('takes coordinates typed by hand and refuses impossible ones', async () => {
  const page = await scene.open(nobody)
  await chips(page).getByRole('button', { name: 'ส่งตำแหน่ง' }).click()
  const sheet = page.getByRole('dialog', { name: 'ส่งตำแหน่ง' })
  await sheet.getByLabel('ละติจูด').fill('99')
  await sheet.getByRole('button', { name: 'ส่งพิกัดนี้' }).click()
  expect(await sheet.isVisible()).toBe(true)
  await sheet.getByLabel('ละติจูด').fill('14.7')
  await sheet.getByRole('button', { name: 'ส่งพิกัดนี้' }).click()
  await sheet.waitFor({ state: 'detached' })
  await expect.poll(() => scene.bot.heard.at(-1)!.message?.latitude).toBe(14.7)
  await page.context().close()
})

it('opens the picker at its first value, keeps it within its limits and sends the moment', async () => {
  const page = await scene.open(nobody)
  await chips(page).getByRole('button', { name: 'เลือกเวลา' }).click()
  const sheet = page.getByRole('dialog', { name: 'เลือกเวลา' })
  const input = sheet.getByLabel('เลือกวันและเวลา')
  expect(await input.evaluate(element => [element.type, element.value, element.min, element.max])).toEqual(['datetime-local', '2026-11-23T14:00', '2026-11-20T00:00', '2026-11-23T23:59'])
  await input.fill('2026-12-01T10:00')
  await sheet.getByRole('button', { name: 'เลือก', exact: true }).click()
  expect(await sheet.isVisible()).toBe(true)
  await input.fill('2026-11-22T09:30')
  await sheet.getByRole('button', { name: 'เลือก', exact: true }).click()
  await expect.poll(() => scene.bot.heard.at(-1)!.postback).toEqual({ data: 'when', params: { datetime: '2026-11-22T09:30' } })
  await page.context().close()
})

it('fills in the words of an oaMessage link and leaves the sending to the person', async () => {
  const page = await scene.open(nobody)
  const before = scene.bot.heard.length
  await chips(page).getByRole('button', { name: 'สแกน QR' }).click()
  const field = page.getByRole('textbox', { name: 'พิมพ์ข้อความ' })
  await expect.poll(() => field.inputValue()).toBe('กล้อง 15-00012')
  expect(await field.evaluate(element => element.matches(':focus'))).toBe(true)
  expect(scene.bot.heard.length).toBe(before)
  await page.keyboard.press('Enter')
  await page.getByText('ได้ยินว่า กล้อง 15-00012').waitFor()
  await page.context().close()
})

it('sends several sample photos together as one set', async () => {
  const page = await scene.open(nobody)
  await chips(page).getByRole('button', { name: 'ถ่ายรูป' }).click()
  const sheet = page.getByRole('dialog', { name: 'ส่งรูป' })
  await sheet.getByRole('button', { name: 'กล้องเสีย' }).click()
  await sheet.getByRole('button', { name: 'ภาพถนน' }).click()
  await sheet.getByRole('button', { name: 'ส่งรูป' }).click()
  await page.locator('.bubbles.many .photo').nth(1).waitFor()
  await expect.poll(() => page.locator('.bubbles.many img').evaluateAll(all => all.every(image => image.naturalWidth === 960))).toBe(true)
  const sets = scene.bot.heard.slice(-2).map(event => event.message!.imageSet as { total: number, index: number })
  expect(sets.map(set => set.total)).toEqual([2, 2])
  await page.locator('.bubbles.many .photo').first().click()
  await page.getByRole('dialog', { name: 'รูปภาพ' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'รูปภาพ' }).waitFor({ state: 'detached' })
  await page.context().close()
})

it('sends photos chosen from the device', async () => {
  const page = await scene.open(nobody)
  await chips(page).getByRole('button', { name: 'เลือกรูป' }).click()
  const picture = await (await fetch(`${scene.bot.url}/photo.jpg`)).arrayBuffer()

  await page.getByLabel('เลือกรูปจากเครื่อง').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) })
  await expect.poll(() => scene.bot.heard.at(-1)!.message?.type).toBe('image')
  const content = await fetch(`${scene.url}/_simulator/content/${scene.bot.heard.at(-1)!.message!.id}`)
  expect(content.headers.get('content-type')).toBe('image/jpeg')
  await page.context().close()
})

it('hides quick replies and the menu on LINE for PC', async () => {
  const page = await scene.open(nobody, { wide: true })
  await chips(page).waitFor()
  await page.getByRole('tab', { name: 'เครื่องมือ' }).click()
  await page.getByLabel('LINE บนคอมพิวเตอร์').check()
  await chips(page).waitFor({ state: 'detached' })
  expect(await page.getByRole('navigation', { name: 'เมนู' }).count()).toBe(0)
  await page.getByRole('textbox', { name: 'พิมพ์ข้อความ' }).waitFor()
  await page.context().close()
})

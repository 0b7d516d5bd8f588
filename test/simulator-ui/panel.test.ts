import type { Browser } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
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

it('shows each event as it was sent, and delivers it again', async () => {
  const page = await scene.open(nobody, { wide: true })
  await scene.say(nobody, 'ดูเบื้องหลัง')
  const entry = page.locator('details').filter({ hasText: 'สมชาย แซ่ตั้ง: ดูเบื้องหลัง' }).first()
  await entry.locator('summary').click()
  await entry.locator('pre').getByText('"replyToken"').waitFor()
  expect(await entry.locator('.chip').first().textContent()).toBe('200')
  const before = scene.bot.heard.length
  await entry.getByRole('button', { name: 'ส่งเหตุการณ์นี้อีกครั้ง' }).click()
  await expect.poll(() => scene.bot.heard.length).toBe(before + 1)
  expect(scene.bot.heard.at(-1)).toMatchObject({ webhookEventId: (scene.bot.heard.at(-2) as object as { webhookEventId: string }).webhookEventId, deliveryContext: { isRedelivery: true } })
  await page.locator('details').first().getByText('ส่งซ้ำ').waitFor()
  await page.context().close()
})

it('shows each call of the API with what was asked and answered', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เรียก API' }).click()
  await scene.say(nobody, 'เรียกเอพีไอ')
  await page.getByRole('log').getByText('ได้ยินว่า เรียกเอพีไอ').waitFor()
  const entry = page.locator('details').first()
  await entry.getByText('POST /v2/bot/message/reply').click()
  await entry.locator('pre').first().getByText('ได้ยินว่า เรียกเอพีไอ').waitFor()
  await entry.locator('pre').nth(1).getByText('sentMessages').waitFor()
  await page.context().close()
})

it('lets LINE fail once, then answer again', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เครื่องมือ' }).click()
  await page.getByLabel('อาการ').selectOption({ label: '429 เกินกำหนด' })
  await page.getByRole('button', { name: 'เริ่มให้ผิดพลาด' }).click()
  await page.getByText('429 เกินกำหนด · ส่งข้อความทุกแบบ · 1 ครั้ง').waitFor()
  await scene.say(nobody, 'ครั้งที่ผิดพลาด')
  await page.getByText('ตอนนี้ LINE ตอบปกติ').waitFor()
  expect(scene.platform.state().calls.at(-1)!.status).toBe(429)
  await page.context().close()
})

it('switches a lasting fault off again', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เครื่องมือ' }).click()
  await page.getByLabel('จำนวนครั้ง').selectOption({ label: 'จนกว่าจะปิด' })
  await page.getByRole('button', { name: 'เริ่มให้ผิดพลาด' }).click()
  await page.getByRole('button', { name: 'เลิกให้ผิดพลาด' }).click()
  await page.getByText('ตอนนี้ LINE ตอบปกติ').waitFor()
  expect(scene.platform.state().faults).toEqual([])
  await page.context().close()
})

it('sets the quota, with or without a limit', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เครื่องมือ' }).click()
  await page.getByLabel('ใช้แล้ว').fill('299')
  await page.getByRole('button', { name: 'บันทึก' }).click()
  await page.getByText('ใช้แล้ว 299 จาก 300 ข้อความ').waitFor()
  await page.getByLabel('ทั้งหมด').fill('')
  await page.getByRole('button', { name: 'บันทึก' }).click()
  await page.getByText('ใช้แล้ว 299 จาก ไม่จำกัด ข้อความ').waitFor()
  expect(scene.platform.state().quota).toEqual({ limit: null, used: 299 })
  await page.context().close()
})

it('blocks the account, changes the phone\'s language and clears the chat', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เครื่องมือ' }).click()
  await page.getByLabel('ภาษาของแอป LINE').selectOption('en')
  await expect.poll(() => scene.platform.state().people.find(each => each.id === nobody)!.language).toBe('en')
  await page.getByRole('button', { name: 'ล้างแชต' }).click()
  await page.getByText('ยังไม่มีข้อความ').waitFor()
  await page.getByRole('button', { name: 'บล็อกบัญชี' }).click()
  await page.getByText('คุณบล็อกบัญชีนี้อยู่').waitFor()
  await page.context().close()
})

it('turns its tabs by the arrow keys', async () => {
  const page = await scene.open(nobody, { wide: true })
  await page.getByRole('tab', { name: 'เหตุการณ์' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('tab', { name: 'เครื่องมือ' }).getAttribute('aria-selected')).toBe('true')
  await page.context().close()
})

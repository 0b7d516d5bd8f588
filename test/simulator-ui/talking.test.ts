import type { Browser } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
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

/** The chat with its text field open. */
async function typing(as = nobody, options: Parameters<Scene['open']>[1] = {}) {
  const page = await scene.open(as, options)
  await page.getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
  return { page, field: page.getByRole('textbox', { name: 'พิมพ์ข้อความ' }), log: page.getByRole('log') }
}

it('sends with Enter, keeps a line break with Shift+Enter, and shows the answer with its mark', async () => {
  const { page, field, log } = await typing()
  await field.fill('บรรทัดแรก')
  await field.press('Shift+Enter')
  await field.pressSequentially('บรรทัดสอง')
  await field.press('Enter')
  await log.getByText('ได้ยินว่า บรรทัดแรก').waitFor()
  expect(scene.bot.heard.at(-1)!.message!.text).toBe('บรรทัดแรก\nบรรทัดสอง')
  expect(await field.inputValue()).toBe('')
  expect(await log.locator('.via').last().textContent()).toBe('reply')
  await page.context().close()
})

it('does not send an Enter that ends a word of an input method', async () => {
  const { page, field } = await typing()
  await field.fill('กำลังพิมพ์')
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  expect(await field.inputValue()).toBe('กำลังพิมพ์')
  await page.context().close()
})

it('keeps what was typed when sending fails, and says so', async () => {
  const { page, field } = await typing()
  await page.route('**/_simulator/act', route => route.abort())
  await field.fill('อย่าหาย')
  await field.press('Enter')
  await page.getByText('ติดต่อเครื่องจำลองไม่ได้').first().waitFor()
  expect(await field.inputValue()).toBe('อย่าหาย')
  await page.context().close()
})

it('marks what the bot pushed and makes its links safe to open', async () => {
  const { page, field, log } = await typing()
  await field.fill('ส่งเอง')
  await field.press('Enter')
  const link = log.getByRole('link', { name: 'https://example.com/report?id=1' })
  await link.waitFor()
  expect(await link.getAttribute('rel')).toContain('noopener')
  expect(await log.locator('.via').last().textContent()).toBe('push')
  await page.context().close()
})

it('shows the loading animation until the bot speaks', async () => {
  const { page, field } = await typing()
  await field.fill('รอ')
  await field.press('Enter')
  const dots = page.getByRole('status', { name: 'กำลังเตรียมคำตอบ' })
  await dots.waitFor()
  await field.fill('แล้วไง')
  await field.press('Enter')
  await dots.waitFor({ state: 'detached' })
  await page.context().close()
})

it('shows a message as read when the bot has marked it', async () => {
  const { page, field, log } = await typing(official)
  await field.fill('เงียบ')
  await field.press('Enter')
  await log.locator('.row.mine').getByText('เงียบ').waitFor()
  expect(await log.getByText('อ่านแล้ว').count()).toBe(0)
  await field.fill('อ่าน')
  await field.press('Enter')
  await log.getByText('อ่านแล้ว').first().waitFor()
  expect(await log.getByText('อ่านแล้ว').count()).toBe(2)
  await page.reload()
  await log.getByText('อ่านแล้ว').first().waitFor()
  await page.context().close()
})

it('takes a message back from its menu, and tells the bot', async () => {
  const { page, field, log } = await typing()
  await field.fill('พิมพ์ผิดไป')
  await field.press('Enter')
  const mine = log.locator('.row.mine').filter({ hasText: 'พิมพ์ผิดไป' })
  await mine.locator('.holder').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'ยกเลิกข้อความ' }).click()
  await log.getByText('คุณยกเลิกข้อความ').waitFor()
  expect(await mine.count()).toBe(0)
  await expect.poll(() => scene.bot.heard.at(-1)!.type).toBe('unsend')
  await page.context().close()
})

it('offers no taking back of the bot\'s messages', async () => {
  const { page, field, log } = await typing()
  await field.fill('ทดสอบเมนู')
  await field.press('Enter')
  await log.getByText('ได้ยินว่า ทดสอบเมนู').click({ button: 'right' })
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['ตอบกลับ', 'คัดลอก'])
  await page.context().close()
})

it('quotes the bot\'s message by keyboard alone, shows the quotation and tells the bot which', async () => {
  const { page, field, log } = await typing()
  await field.fill('ขอถาม')
  await field.press('Enter')
  const answer = log.locator('.holder').filter({ hasText: 'ได้ยินว่า ขอถาม' })
  await answer.waitFor()
  await answer.getByRole('button', { name: 'ตัวเลือกของข้อความ' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'ตอบกลับ' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('เรื่องนี้')
  await page.keyboard.press('Enter')
  await log.locator('.quoted').getByText('ได้ยินว่า ขอถาม').waitFor()
  const quotedId = await answer.first().getAttribute('data-line')
  await expect.poll(() => scene.bot.heard.at(-1)!.message?.quotedMessageId).toBe(quotedId)
  await page.context().close()
})

it('copies a message\'s words', async () => {
  const { page, field, log } = await typing()
  await field.fill('เลขที่ F-6911-7K3MX')
  await field.press('Enter')
  await log.locator('.row.mine').getByText('เลขที่ F-6911-7K3MX').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'คัดลอก' }).click()
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe('เลขที่ F-6911-7K3MX')
  await page.context().close()
})

it('opens a message\'s menu when a finger rests on it', async () => {
  const { page, field, log } = await typing(nobody, { touch: true })
  await field.fill('กดค้าง')
  await field.press('Enter')
  const bubble = log.locator('.row.mine').getByText('กดค้าง')
  await bubble.evaluate((element) => {
    const { Touch, TouchEvent } = element.ownerDocument.defaultView
    const touch = new Touch({ identifier: 1, target: element, clientX: 200, clientY: 200 })
    element.dispatchEvent(new TouchEvent('touchstart', { touches: [touch], bubbles: true }))
  })
  await page.getByRole('menuitem', { name: 'ยกเลิกข้อความ' }).waitFor()
  await page.context().close()
})

it('breaks long words and Thai without spaces inside the bubble', async () => {
  const { page, field, log } = await typing()
  await field.fill(`${'ก'.repeat(120)} ${'x'.repeat(200)} กล้องวงจรปิดหน้าตลาดสดเทศบาลเมืองอ่างทองดับมาหลายวันแล้วยังไม่มีใครมาซ่อม`)
  await field.press('Enter')
  await log.locator('.row.mine .bubble').filter({ hasText: 'xxxx' }).waitFor()
  expect(await log.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await page.context().close()
})

it('comes back to the newest message and follows new ones', async () => {
  const { page, log } = await typing()
  await scene.say(nobody, 'รายการ')
  await log.getByText('15-00127').waitFor()
  await log.evaluate(element => element.scrollTo(0, 0))
  const button = page.getByRole('button', { name: 'ไปข้อความล่าสุด' })
  await button.click()
  await button.waitFor({ state: 'detached' })
  await scene.say(nobody, 'บรรทัดท้าย')
  await log.getByText('ได้ยินว่า บรรทัดท้าย').waitFor()
  await expect.poll(() => log.evaluate(element => element.scrollHeight - element.scrollTop - element.clientHeight)).toBeLessThan(3)
  await page.context().close()
})

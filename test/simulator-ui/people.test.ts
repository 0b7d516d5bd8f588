import type { Browser } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { blocker, group, nobody, official, startScene, stranger } from './scene'

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

it('asks a newcomer who they want to be, and remembers the answer in the address', async () => {
  const page = await scene.open(null)
  await page.getByText('เลือกว่าจะเล่นเป็นใคร').waitFor()
  await page.getByRole('button', { name: 'สมชาย แซ่ตั้ง' }).click()
  await page.getByText('คุณคือ สมชาย แซ่ตั้ง').waitFor()
  expect(new URL(page.url()).searchParams.get('as')).toBe(nobody)
  await page.goBack()
  await page.getByText('เลือกว่าจะเล่นเป็นใคร').waitFor()
  await page.context().close()
})

it('counts what a person has not seen until their chat is opened', async () => {
  const page = await scene.open(official, { wide: true })
  await page.getByText('คุณคือ อรทัย').waitFor()
  await scene.say(nobody, 'สวัสดี')
  const row = page.getByRole('button', { name: 'สมชาย แซ่ตั้ง' })
  await row.getByText('ยังไม่ได้อ่าน 1 ข้อความ').waitFor()
  await row.click()
  await row.getByText('ยังไม่ได้อ่าน').waitFor({ state: 'detached' })
  await page.context().close()
})

it('lets a stranger add the account before they can write', async () => {
  const page = await scene.open(stranger)
  await page.getByRole('heading', { name: 'ส่องกล้อง' }).last().waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.getByRole('button', { name: 'เพิ่มเพื่อน' }).click()
  await page.getByRole('log').getByText('สวัสดี').waitFor()
  await page.getByRole('navigation', { name: 'เมนู' }).waitFor()
  await page.context().close()
})

it('shows that the account is blocked, and unblocks it', async () => {
  const page = await scene.open(blocker)
  await page.getByText('คุณบล็อกบัญชีนี้อยู่').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.getByRole('button', { name: 'เลิกบล็อก' }).click()
  await page.getByText('คุณบล็อกบัญชีนี้อยู่').waitFor({ state: 'detached' })
  await expect.poll(() => scene.bot.heard.at(-1)).toMatchObject({ type: 'follow', follow: { isUnblocked: true } })
  await page.context().close()
})

it('makes a new person, chosen at once', async () => {
  const page = await scene.open(null, { wide: true })
  await page.getByRole('button', { name: 'เพิ่มคนใหม่' }).click()
  const sheet = page.getByRole('dialog', { name: 'เพิ่มคนใหม่' })
  await sheet.getByLabel('ชื่อ').fill('ผู้มาใหม่')
  await sheet.getByLabel('ภาษาของแอป LINE').selectOption('en')
  await sheet.getByRole('button', { name: 'สร้าง' }).click()
  await page.getByText('คุณคือ ผู้มาใหม่').waitFor()
  expect(scene.platform.state().people.at(-1)).toMatchObject({ name: 'ผู้มาใหม่', language: 'en', following: false })
  await page.context().close()
})

it('talks in a group, calling the bot by name only when asked to', async () => {
  const page = await scene.open(official, { chat: group })
  const field = page.getByRole('textbox', { name: 'พิมพ์ข้อความ' })
  await field.fill('คุยกันเอง')
  await field.press('Enter')
  await expect.poll(() => scene.bot.heard.at(-1)!.message).toMatchObject({ text: 'คุยกันเอง' })
  expect(scene.bot.heard.at(-1)!.message!.mention).toBeUndefined()
  await page.getByLabel('เรียก @ส่องกล้อง').check()
  await field.fill('งานของฉัน')
  await field.press('Enter')
  await expect.poll(() => scene.bot.heard.at(-1)!.message?.mention).toMatchObject({ mentionees: [{ isSelf: true }] })
  await page.context().close()
})

it('makes a group, invites the bot, and lets another person join', async () => {
  const page = await scene.open(official, { wide: true })
  await page.getByRole('button', { name: 'สร้างกลุ่มใหม่' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('ชื่อกลุ่ม').fill('ช่างไฟ')
  await sheet.getByRole('button', { name: 'สร้าง' }).click()
  await page.getByRole('heading', { name: 'ช่างไฟ (1)' }).waitFor()
  await page.getByRole('button', { name: 'เชิญบอต' }).click()
  await page.getByRole('heading', { name: 'ช่างไฟ (2)' }).waitFor()
  await page.getByRole('button', { name: 'สมชาย แซ่ตั้ง' }).click()
  await page.getByRole('button', { name: 'ช่างไฟ' }).click()
  await page.getByRole('button', { name: 'เข้าร่วมกลุ่ม' }).click()
  await page.getByRole('heading', { name: 'ช่างไฟ (3)' }).waitFor()
  await page.getByRole('button', { name: 'ตัวเลือกของแชต' }).click()
  await page.getByRole('button', { name: 'เอาบอตออกจากกลุ่ม' }).click()
  await page.getByText('บอตยังไม่อยู่ในกลุ่มนี้').first().waitFor()
  await page.context().close()
})

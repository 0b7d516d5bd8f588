import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { axe, shot } from './app'
import { serveGallery } from './galleryServer'

let browser: Browser
let server: Awaited<ReturnType<typeof serveGallery>>
let page: Page
const refused: string[] = []

beforeAll(async () => {
  server = await serveGallery()
  browser = await launchBrowser()
}, 240_000)
beforeEach(async () => { await open() })
afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(query = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  await page?.context().close()
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'th-TH', reducedMotion: 'reduce', ...options })
  page.on('console', message => /content security policy/i.test(message.text()) && refused.push(message.text()))
  await page.goto(`${server.url}/${query}`)
  await page.getByRole('heading', { name: 'Gallery' }).waitFor()
}
const field = (label: string | RegExp) => page.getByLabel(label)
const save = () => page.getByRole('button', { name: /^(บันทึก|Save)$/ })
const sent = () => page.locator('[data-sent]').textContent()
/** The words under a field. */
const noteOf = (name: string) => page.locator(`[data-field="${name}"] .note`).textContent()

async function fill(name = 'หน้าตลาดสด'): Promise<void> {
  await field('ชื่อจุดติดตั้ง').fill(name)
  await field('เก็บภาพได้').fill('๓๐')
  await field('ละติจูด').fill('14.5896')
  await field('ราคา').fill('12,500.50')
  await field('เดือน').selectOption('พ.ย.')
  await field('ปี').fill('๒๕๖๘')
  await field('ชนิดของกล้อง').selectOption('โดม')
  await page.getByLabel('ไม่เห็น', { exact: true }).check()
}

describe('a form', () => {
  it('hands on what the schema makes of it: Thai digits, baht as satang, Buddhist years', async () => {
    await fill()
    expect(await noteOf('installed')).toContain('พ.ศ. 2568 (ค.ศ. 2025)')
    await save().click()
    await expect.poll(sent).not.toBe('')
    expect(JSON.parse((await sent())!)).toEqual({ name: 'หน้าตลาดสด', reason: null, days: 30, cost: 1250050, installed: '2025-11', kind: 'DOME', night: false, place: { latitude: 14.5896 } })
  })

  it('says what is wrong when a field was left, not before, and no longer once it is right', async () => {
    await field('ชื่อจุดติดตั้ง').pressSequentially('ก')
    expect(await noteOf('name')).toContain('ชื่อที่คนในพื้นที่รู้จัก')
    await page.keyboard.press('Tab')
    expect(await noteOf('name')).toContain('ต้องมีอย่างน้อย 2 ตัวอักษร')
    expect(await field('ชื่อจุดติดตั้ง').getAttribute('aria-invalid')).toBe('true')
    await field('ชื่อจุดติดตั้ง').pressSequentially('ข')
    expect(await noteOf('name')).toContain('ชื่อที่คนในพื้นที่รู้จัก')
  })

  it('tells of every field on sending, and goes to the first', async () => {
    await save().click()
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("name")')).toBe('name')
    for (const [name, words] of [['name', 'กรอกช่องนี้'], ['days', 'กรอกช่องนี้'], ['installed', 'กรอกช่องนี้'], ['kind', 'กรอกช่องนี้'], ['night', 'กรอกช่องนี้'], ['place.latitude', 'กรอกช่องนี้']] as const) expect(await noteOf(name)).toContain(words)
    expect(await page.locator('[data-field="cost"] .note').count()).toBe(0)
    await shot(page, 'gallery-errors', { whole: true })
    await axe(page)
  })

  it.each([
    ['days', 'เก็บภาพได้', '366', 'ต้องไม่เกิน 365'],
    ['days', 'เก็บภาพได้', '0', 'ต้องไม่น้อยกว่า 1'],
    ['days', 'เก็บภาพได้', '1.5', 'กรอกเป็นจำนวนเต็ม'],
    ['days', 'เก็บภาพได้', 'เดือนหนึ่ง', 'กรอกเป็นตัวเลข'],
    ['cost', 'ราคา', '12.345', 'กรอกเป็นตัวเลข'],
    ['cost', 'ราคา', '1,000,000,000.01', 'ต้องไม่เกิน 1,000,000,000 บาท'],
    ['place.latitude', 'ละติจูด', '-7', 'ต้องไม่น้อยกว่า 5'],
    ['installed', 'ปี', '1899', 'กรอกปี พ.ศ. หรือ ค.ศ. 4 หลักให้ถูกต้อง'],
  ])('refuses %s: %s %s', async (name, label, typed, words) => {
    await field(label).fill(typed)
    await save().click()
    await expect.poll(() => noteOf(name)).toContain(words)
    expect(await field(label).inputValue()).toBe(typed)
    expect(await sent()).toBe('')
  })

  it('shows what the server finds wrong at its field until that is changed, and keeps what was typed', async () => {
    await fill('taken')
    await save().click()
    await expect.poll(() => noteOf('name')).toContain('มีจุดนี้อยู่แล้ว')
    await page.getByRole('alert').filter({ hasText: 'แก้ไขข้อมูลที่ระบุไว้' }).waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("name")')).toBe('name')
    await field('ชื่อจุดติดตั้ง').fill('offline')
    expect(await noteOf('name')).not.toContain('มีจุดนี้อยู่แล้ว')
    await save().click()
    await page.locator('form').getByRole('alert').filter({ hasText: 'ตรวจสัญญาณอินเทอร์เน็ต' }).waitFor()
    expect(await field('ราคา').inputValue()).toBe('12,500.50')
  })

  it('is sent by Enter, and what was done can be taken back', async () => {
    await fill()
    await field('ชื่อจุดติดตั้ง').press('Enter')
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await expect.poll(() => page.locator('[data-undone]').textContent()).toBe('1')
    expect(await page.getByRole('button', { name: 'เลิกทำ' }).count()).toBe(0)
  })
})

it('what could not be fetched says why, and is there when it is asked again', async () => {
  const section = page.getByRole('region', { name: 'Loaded' })
  await section.getByRole('alert').filter({ hasText: 'ตรวจสัญญาณอินเทอร์เน็ต' }).waitFor()
  await section.getByRole('button', { name: 'ลองอีกครั้ง' }).click()
  await section.getByText('15-00013').waitFor()
  expect(await section.getByRole('alert').count()).toBe(0)
})

it('a dialog keeps the focus, closes by Escape, and gives the focus back', async () => {
  const opener = page.getByRole('button', { name: 'เปิดหน้าต่าง' })
  await opener.click()
  const dialog = page.getByRole('dialog', { name: 'ลบกล้อง 15-00012' })
  await dialog.waitFor()
  await shot(page, 'gallery-dialog')
  await axe(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('เปิดหน้าต่าง')
})

it.each([
  ['phone-th', '', {}],
  ['phone-en-dark', '?language=en', { colorScheme: 'dark' as const }],
  ['desktop-th', '', { viewport: { width: 1440, height: 900 } }],
])('has no serious fault of access, and keeps the policy: %s', async (name, query, options) => {
  await open(query, options)
  await page.getByRole('button', { name: 'ผิดพลาด' }).click()
  await axe(page)
  await shot(page, `gallery-${name}`, { whole: true })
  expect(refused).toEqual([])
})

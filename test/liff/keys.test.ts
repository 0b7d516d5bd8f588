import type { AppOnStage, Look } from './app'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const looks: Array<Required<Omit<Look, 'keeps'>>> = [
  { size: 'phone', language: 'th', dark: false },
  { size: 'phone', language: 'en', dark: true },
  { size: 'desktop', language: 'th', dark: true },
  { size: 'desktop', language: 'en', dark: false },
]
const read = (key: string) => fetch(`${app.server.url}/api/register?limit=1`, { headers: { authorization: `Bearer ${key}` } })
const ago = (days: number) => new Date(Date.now() - days * 86_400_000)

it('a key is made, shown once, copied, and reads; revoked, it reads nothing', async () => {
  const page = await app.signIn(5)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('main').getByRole('link', { name: 'เชื่อมระบบอื่น' }).click()
  await page.getByText('ยังไม่มีกุญแจ').waitFor()
  await shot(page, 'keys-none')
  await axe(page)
  await page.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('ดูทะเบียนกล้อง').uncheck()
  await dialog.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  await dialog.getByText('กรอกช่องนี้').waitFor()
  await dialog.getByText('อย่างน้อย 1 รายการ').waitFor()
  await shot(page, 'keys-new')
  await axe(page)
  await dialog.getByLabel('ชื่อ').fill('แดชบอร์ดจังหวัด')
  await dialog.getByLabel('ดูทะเบียนกล้อง').check()
  await dialog.getByLabel('ดูตัวเลขภาพรวมจังหวัด').check()
  await dialog.getByLabel('จนกว่าจะยกเลิก').check()
  await dialog.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  const key = await dialog.getByText(/^sgk_[\w-]{43}$/).innerText()
  await dialog.getByText('แสดงเพียงครั้งนี้ครั้งเดียว').waitFor()
  await shot(page, 'keys-made')
  await axe(page)
  await dialog.getByRole('button', { name: 'คัดลอกกุญแจ' }).click()
  await page.getByText('คัดลอกแล้ว').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(key)
  expect((await read(key)).status).toBe(200)
  await dialog.getByRole('button', { name: 'ปิด' }).click()
  await expect.poll(() => page.getByText(key).count()).toBe(0)
  await page.reload()
  const card = page.getByRole('listitem').filter({ hasText: 'แดชบอร์ดจังหวัด' })
  await card.getByText('ดูทะเบียนกล้อง · ดูตัวเลขภาพรวมจังหวัด').waitFor()
  await card.getByText(/ใช้ล่าสุด .* · ใช้ได้จนกว่าจะยกเลิก/).waitFor()
  expect(await page.getByText(key).count()).toBe(0)
  await card.getByRole('button', { name: 'ยกเลิกกุญแจ' }).click()
  await shot(page, 'keys-revoke')
  await axe(page)
  await dialog.getByRole('button', { name: 'ใช้ต่อไป' }).click()
  expect((await read(key)).status).toBe(200)
  await card.getByRole('button', { name: 'ยกเลิกกุญแจ' }).click()
  await dialog.getByRole('button', { name: 'ยกเลิกกุญแจ' }).click()
  await card.getByText('ยกเลิกเมื่อ').waitFor()
  expect((await read(key)).status).toBe(401)
  await page.context().close()
})

it('of a key whose answer was lost on the way it is said so, and there is one', async () => {
  const page = await app.signIn(5, { path: '/keys' })
  await app.db.apiKey.deleteMany()
  await page.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('ชื่อ').fill('แผนที่ตำรวจ')
  await page.route('**/api/keys', async (route) => {
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await dialog.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  await dialog.getByText('ตรวจสัญญาณอินเทอร์เน็ต').waitFor()
  await dialog.getByRole('button', { name: 'สร้างกุญแจ' }).click()
  await dialog.getByText('มาไม่ถึง').waitFor()
  await shot(page, 'keys-lost')
  await axe(page)
  expect(await app.db.apiKey.count()).toBe(1)
  await page.context().close()
})

it('the list looks well on a phone and a desktop, in both languages; what is over stands last', async () => {
  const { createdById } = await app.db.apiKey.findFirstOrThrow()
  await app.db.apiKey.deleteMany()
  await app.db.apiKey.createMany({ data: [
    { name: 'แดชบอร์ดสำนักงานจังหวัดอ่างทองและศูนย์ดำรงธรรม', scopes: ['cameras:read', 'cameras:export', 'overview:read'], lastUsedAt: ago(1), expiresAt: ago(-300), createdAt: ago(30) },
    { name: 'แผนที่ศูนย์ควบคุม', scopes: ['cameras:read'], createdAt: ago(2) },
    { name: 'ระบบเดิมของอำเภอ', scopes: ['overview:read'], lastUsedAt: ago(8), expiresAt: ago(7), createdAt: ago(400) },
    { name: 'ทดลอง', scopes: ['cameras:export'], revokedAt: ago(1), createdAt: ago(1) },
  ].map(key => ({ tokenHash: randomUUID(), provinceCode: '15', createdById, ...key })) })
  for (const { size, language, dark } of looks) {
    const page = await app.signIn(5, { size, language, dark, path: '/keys' })
    await page.getByRole('heading', { name: 'ทดลอง' }).waitFor()
    expect((await page.locator('main li h2').allInnerTexts()).map(name => name.slice(0, 5))).toEqual(['แผนที', 'แดชบอ', 'ทดลอง', 'ระบบเ'])
    await shot(page, `keys-${size}-${language}${dark ? '-dark' : ''}`, { whole: true })
    await axe(page)
    await page.context().close()
  }
})

it('somebody else has no such place, and is told so at its address', async () => {
  const page = await app.signIn(1, { path: '/keys' })
  await page.getByText('หน้านี้สำหรับผู้ดูแลระดับจังหวัด').waitFor()
  expect(await page.getByRole('link', { name: 'เชื่อมระบบอื่น' }).count()).toBe(0)
  await page.context().close()
})

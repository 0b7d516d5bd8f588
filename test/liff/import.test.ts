import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../../prisma/seed/demo/people'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => {
  app = await startApp()
  await app.db.membership.create({ data: { userId: personId(5), role: 'SECRETARY', provinceCode: '80' } })
}, 240_000)
afterAll(() => app?.stop())

const file = (name: string, buffer: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
const text = (words: string) => Buffer.from(words)
const choose = (page: Page, chosen: ReturnType<typeof file>) => page.locator('input[type=file]').setInputFiles(chosen)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const list = readFileSync(new URL('../fixtures/cameras.csv', import.meta.url))
async function saved(page: Page, name: string | RegExp) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return { name: download.suggestedFilename(), sheets: (await readXlsx(new Uint8Array(readFileSync(await download.path())))).sheets }
}

describe('importing', () => {
  it('a list of names and coordinates, as the secretary of a province that has nothing yet; the same list again changes nothing; undone', async () => {
    const page = await app.signIn(5, { path: '/import', size: 'desktop' })
    await page.getByLabel('จังหวัด').selectOption('นครศรีธรรมราช')
    await choose(page, file('กล้องเมืองนคร.csv', list))
    expect(await page.getByRole('row').filter({ hasText: 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1' }).getByRole('combobox').inputValue()).toBe('name')
    await shot(page, 'import-columns', { whole: true })
    await button(page, 'ตรวจไฟล์').click()
    await page.getByText('ใหม่ 40 · เปลี่ยนแปลง 0 · ต้องแก้ไข 0').waitFor()
    expect(await app.db.site.count({ where: { provinceCode: '80' } })).toBe(0)
    await button(page, 'นำเข้า 40 รายการ').click()
    await page.getByText('นำเข้าแล้ว: กล้องใหม่ 40 เปลี่ยนแปลง 0').waitFor()
    expect(await app.db.camera.findMany({ where: { site: { provinceCode: '80' } }, orderBy: { code: 'asc' }, take: 2, select: { code: true, site: { select: { name: true } } } })).toEqual([{ code: '80-00001', site: { name: 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1' } }, { code: '80-00002', site: { name: 'หน้า ร.ร. ศาลามีชัย ตัวที่ 2' } }])

    await button(page, 'กลับไปหน้านำเข้า').click()
    await page.getByLabel('จังหวัด').selectOption('นครศรีธรรมราช')
    await choose(page, file('กล้องเมืองนคร.csv', list))
    await button(page, 'ตรวจไฟล์').click()
    await page.getByText('ไม่มีรายการใหม่หรือที่เปลี่ยนแปลง').waitFor()
    await button(page, 'ทิ้งไฟล์นี้').click()

    await button(page, /กล้องเมืองนคร\.csv.*นำเข้าแล้ว/).click()
    await button(page, 'เลิกทำการนำเข้านี้').click()
    await page.getByRole('dialog').getByRole('button', { name: 'เลิกทำการนำเข้านี้' }).click()
    await page.getByText('ทะเบียนกลับเป็นเหมือนก่อนนำเข้า').waitFor()
    expect(await app.db.site.count({ where: { provinceCode: '80' } })).toBe(0)
    await page.context().close()
  })

  it('a workbook with mistakes: put right in place, taken out, the rest handed back; then applied', async () => {
    const page = await app.signIn(2, { path: '/import', size: 'desktop' })
    const rows = [
      ['บัญชีกล้องวงจรปิด เทศบาลเมืองอ่างทอง'],
      ['ที่', 'จุดติดตั้ง', 'พิกัด', 'เก็บภาพ (วัน)', 'สถานะ', 'วันที่ติดตั้ง'],
      [1, 'ลานน้ำพุหน้าศาลากลางหลังเก่าริมแม่น้ำเจ้าพระยาฝั่งตะวันตก', '14.5911, 100.4511', '๓๐ วัน', 'ใช้งานได้', new Date('2016-08-15')],
      [2, 'สะพานใหม่', 'หน้าร้านค้า', 30, 'ใช้งานได้', null],
      [3, 'ท่าเรือ', '14.5933, 100.4533', 'นาน', 'แล้วแต่วัน', null],
      [5, 'ลานวัด', '14.5955, 100.4555', 400, 'ใช้งานได้', null],
      [4, 'ตลาดเช้า', '14.5944, 100.4544', 9_999, 'ชำรุด', '<b>เมื่อวาน</b>'],
    ]
    await choose(page, file('บัญชี.xlsx', await writeXlsx({ sheets: [{ name: 'อ่านก่อน', rows: [['คำอธิบาย']] }, { name: 'บัญชี', rows }] })))
    await page.getByLabel('แผ่นงาน').selectOption('บัญชี')
    await page.getByRole('row').filter({ hasText: 'พิกัด' }).waitFor()
    await expect.poll(() => page.getByLabel('หัวข้ออยู่บรรทัดที่').locator('option:checked').textContent()).toContain('บรรทัดที่ 2')
    await button(page, 'ตรวจไฟล์').click()
    await page.getByText('ใหม่ 2 · เปลี่ยนแปลง 0 · ต้องแก้ไข 3').waitFor()
    await page.getByText('1 บรรทัดควรตรวจ').waitFor()
    await page.getByText('ยังไม่มีงบซ่อมบำรุง').waitFor()
    await button(page, 'ควรตรวจ 1').click()
    await page.getByText('เก็บภาพได้เกิน 365 วัน').waitFor()
    await shot(page, 'import-warned-desktop-th', { whole: true })
    await axe(page)
    await button(page, 'ต้องแก้ไข 3').click()
    await page.getByText('อ่านพิกัดไม่ออก').waitFor()
    await page.getByText('<b>เมื่อวาน</b>').waitFor()
    await shot(page, 'import-wrong-desktop-th', { whole: true })
    await axe(page)

    const handedBack = await saved(page, 'ดาวน์โหลดบรรทัดที่ต้องแก้ไข')
    expect(handedBack.name).toBe('บรรทัดที่ต้องแก้ไข.xlsx')
    expect(handedBack.sheets[0]!.rows.map(row => [row[1], String(row[0]).split('\n').length, row[3]])).toEqual([['บรรทัด', 1, 'จุดติดตั้ง'], [4, 1, 'สะพานใหม่'], [5, 2, 'ท่าเรือ'], [7, 2, 'ตลาดเช้า']])

    await button(page, 'แก้ไขบรรทัดที่ 5').click()
    const dialog = page.getByRole('dialog')
    await shot(page, 'import-correct')
    await dialog.getByLabel('เก็บภาพ (วัน)').fill('๑๕')
    await dialog.getByLabel('สถานะ').fill('เสีย')
    await dialog.getByRole('button', { name: 'บันทึกและตรวจใหม่' }).click()
    await page.getByText('ใหม่ 3 · เปลี่ยนแปลง 0 · ต้องแก้ไข 2').waitFor()
    await button(page, 'แก้ไขบรรทัดที่ 7').click()
    await dialog.getByRole('button', { name: 'นำบรรทัดนี้ออก' }).click()
    await page.getByText('ใหม่ 3 · เปลี่ยนแปลง 0 · ต้องแก้ไข 1').waitFor()
    await button(page, 'นำเข้า 3 รายการ').click()
    await page.getByText('กล้องใหม่ 3').waitFor()
    expect(await app.db.camera.findFirst({ where: { site: { name: 'ท่าเรือ' } }, select: { retentionDays: true, status: true } })).toEqual({ retentionDays: 15, status: 'DAMAGED' })
    expect(await app.db.camera.findFirst({ where: { site: { name: { startsWith: 'ลานน้ำพุ' } } }, select: { retentionDays: true, installed: true } })).toEqual({ retentionDays: 30, installed: new Date('2016-08-01') })
    await page.context().close()
  })

  it('a file of 10,000 rows with every kind of mistake: each is told with its line, and nothing is half done', async () => {
    const page = await app.signIn(2, { path: '/import', size: 'desktop', language: 'en' })
    const mistakes = ['x,,,,', 'name,99,99,,', 'name,14.5,,,', ',14.5,100.4,,', 'name,14.5,100.4,-5,', 'name,14.5,100.4,,31/2/99999', 'name,14.5,100.4,=A1,', '"<script>alert(1)</script>",14.5,100.4,#REF!,', `${'ก'.repeat(200)},14.5,100.4,,`]
    const lines = Array.from({ length: 10_000 }, (_, i) => mistakes[i % mistakes.length]!)
    const before = await app.db.camera.count()
    await choose(page, file('mistakes.csv', text(`name,lat,lng,days kept,installed\n${lines.join('\n')}`)))
    await button(page, 'Check the file').click()
    await page.getByText('10,000 rows in all: 0 new · 0 changed · 10,000 to correct').waitFor({ timeout: 60_000 })
    await page.getByRole('row').filter({ hasText: '<script>alert(1)</script>' }).first().waitFor()
    expect(await page.getByRole('row').nth(1).textContent()).toMatch(/^2x.*A new camera needs coordinates/)
    expect(await button(page, /^Import \d/).count()).toBe(0)
    expect(await app.db.camera.count()).toBe(before)
    await page.context().close()
  })

  it('says of a file that it cannot read what to do; a template shows how', async () => {
    const page = await app.signIn(1, { path: '/import', size: 'desktop' })
    await choose(page, file('เก่า.xls', Uint8Array.from([0xD0, 0xCF, 0x11, 0xE0, ...Array.from<number>({ length: 600 }).fill(0)])))
    await page.getByText('ไฟล์ .xls เป็นแบบเก่า').waitFor()
    await choose(page, file('ว่าง.csv', new Uint8Array()))
    await page.getByText('ไฟล์นี้ไม่มีข้อมูล').waitFor()
    const template = await saved(page, 'ดาวน์โหลดแบบฟอร์ม Excel')
    expect(template.name).toBe('แบบฟอร์มกล้อง.xlsx')
    expect(template.sheets[0]!.rows[0]).toEqual(expect.arrayContaining(['ชื่อจุดติดตั้ง', 'ละติจูด', 'ประเภทกล้อง', 'สถานะ']))
    expect(template.sheets[0]!.dataValidations!.length).toBeGreaterThan(8)
    await page.context().close()
  })

  it('is not for everybody', async () => {
    const page = await app.signIn(8, { path: '/import' })
    await page.getByText('หน้านี้สำหรับเจ้าหน้าที่').waitFor()
    await page.context().close()
  })

  it.each([['phone', 'th'], ['phone', 'en'], ['desktop', 'th'], ['desktop', 'en']] as const)('is looked at: %s, %s', async (size, language) => {
    const page = await app.signIn(5, { path: '/import', size, language })
    await page.locator('.drop').waitFor()
    await page.locator('.runs').waitFor()
    await axe(page)
    await shot(page, `import-${size}-${language}`, { whole: true })
    await page.locator('.runs button').first().click()
    await page.locator('#rows').waitFor()
    await axe(page)
    await shot(page, `import-run-${size}-${language}`, { whole: true })
    await page.context().close()
  })
})

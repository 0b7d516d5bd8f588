import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const parts = ['list', 'requests', 'invitations', 'reach']
const cards = (page: Page) => page.locator('main li.card')
const somebody = async (n: number) => (await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })).id
const asks = async (n: number, fullName: string) => app.db.accessRequest.create({ data: { userId: await somebody(n), role: 'COMMITTEE', provinceCode: '15', fullName } })

describe('the people of a province', () => {
  it('look well in all parts, on a phone and a desktop, in both languages', async () => {
    await asks(4, 'ว่าที่ร้อยตรีหญิงกาญจนาภรณ์ ณ ระนองวัฒนานุกูลกิจ')
    await app.db.user.update({ where: { lineUserId: lineId(2) }, data: { reachable: false } })
    for (const [size, language, dark] of [['phone', 'th', false], ['phone', 'en', true], ['desktop', 'th', true], ['desktop', 'en', false]] as const) {
      const page = await app.signIn(5, { size, language, dark, path: '/people' })
      for (const part of parts) {
        await page.goto(app.at(`/people?part=${part}`))
        await page.locator('main li, main .empty').first().waitFor()
        await shot(page, `people-${part}-${size}-${language}${dark ? '-dark' : ''}`)
        await axe(page)
      }
      await page.context().close()
    }
    await app.db.user.update({ where: { lineUserId: lineId(2) }, data: { reachable: true } })
    await app.db.accessRequest.deleteMany({ where: { state: 'PENDING' } })
  }, 120_000)

  it('are searched and filtered; the filter is in the address and comes back with it', async () => {
    const page = await app.signIn(5)
    await page.getByRole('link', { name: 'ผู้ใช้งาน' }).click()
    await page.getByText('ตัวกรอง', { exact: true }).waitFor()
    await cards(page).first().waitFor()
    const all = await cards(page).count()
    await page.getByText('ตัวกรอง', { exact: true }).click()
    await page.getByLabel('หน้าที่').selectOption({ label: 'ช่างซ่อม' })
    await expect.poll(() => cards(page).filter({ hasText: 'ช่างซ่อม' }).count()).toBeGreaterThan(0)
    await expect.poll(() => cards(page).filter({ hasNotText: 'ช่างซ่อม' }).count()).toBe(0)
    await page.getByLabel('ค้นหา').fill('ไม่มีคนชื่อนี้')
    await page.getByText('ไม่พบใคร').waitFor()
    expect(page.url()).toContain('role=TECHNICIAN')
    await page.reload()
    await page.getByText('ไม่พบใคร').waitFor()
    await page.getByRole('button', { name: 'ล้างตัวกรอง' }).click()
    await expect.poll(() => cards(page).count()).toBe(all)
    await page.context().close()
  })

  it('are suspended and moved, each with a way back, with a keyboard alone', async () => {
    const page = await app.signIn(5, { size: 'desktop', path: '/people' })
    const name = (await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(1) } })).displayName!
    const membership = () => app.db.membership.findFirstOrThrow({ where: { user: { lineUserId: lineId(1) } }, include: { agency: true } })
    const { agencyId: home } = await membership()
    const manage = page.getByRole('button', { name: `จัดการ ${name}` })
    await manage.focus()
    await page.keyboard.press('Enter')
    const suspend = page.getByRole('button', { name: 'ระงับหน้าที่นี้' })
    await suspend.waitFor()
    await shot(page, 'people-manage')
    await axe(page)
    await suspend.focus()
    await page.keyboard.press('Enter')
    await page.getByText(`ระงับ ${name} แล้ว`).waitFor()
    await cards(page).filter({ hasText: 'ระงับอยู่' }).waitFor()
    expect((await membership()).suspendedAt).not.toBeNull()
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await expect.poll(async () => (await membership()).suspendedAt).toBeNull()
    await manage.click()
    await page.getByLabel('ย้ายไปหน่วยงาน').selectOption({ label: 'เทศบาลเมืองอ่างทอง' })
    await page.getByRole('button', { name: 'ย้าย', exact: true }).click()
    await page.getByText(`ย้าย ${name} แล้ว`).waitFor()
    expect((await membership()).agency!.name).toBe('เทศบาลเมืองอ่างทอง')
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await expect.poll(async () => (await membership()).agencyId).toBe(home)
    await page.context().close()
  })

  it('say why, above the dialog, when the server is not reached', async () => {
    const page = await app.signIn(5, { path: '/people' })
    await page.getByRole('button', { name: /^จัดการ / }).first().click()
    await page.route('**/api/people/**', route => route.abort())
    await page.getByRole('button', { name: 'ระงับหน้าที่นี้' }).click()
    const toast = page.getByText('ตรวจสัญญาณอินเทอร์เน็ต')
    await toast.waitFor()
    const box = (await toast.boundingBox())!
    expect(await page.evaluate(`document.elementsFromPoint(${box.x + 5}, ${box.y + 5}).length && getComputedStyle(document.querySelector('.toasts')).display`)).toBe('grid')
    expect(await page.evaluate('document.querySelector(".toasts").matches(":popover-open")')).toBe(true)
    await page.context().close()
  })
})

it('requests are approved, or refused with a reason; the count goes down', async () => {
  await asks(4, 'มาลี ตั้งใจ')
  await asks(3, 'สมหมาย ใจดี')
  const page = await app.signIn(5)
  await page.getByRole('link', { name: 'คำขอลงทะเบียน' }).click()
  await page.getByRole('link', { name: 'คำขอ 2' }).waitFor()
  await page.getByRole('button', { name: 'อนุมัติ มาลี ตั้งใจ', exact: true }).click()
  await page.getByText('อนุมัติ มาลี ตั้งใจ แล้ว').waitFor()
  await page.getByRole('link', { name: 'คำขอ 1' }).waitFor()
  await page.getByRole('button', { name: 'ไม่อนุมัติ สมหมาย ใจดี' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'ไม่อนุมัติ' }).click()
  await page.getByText('กรอกช่องนี้').waitFor()
  await page.getByLabel('เหตุผล').fill('ไม่ใช่กรรมการ')
  await page.getByRole('dialog').getByRole('button', { name: 'ไม่อนุมัติ' }).click()
  await page.getByText('ไม่มีคำขอที่รออยู่').waitFor()
  expect(await app.db.accessRequest.findFirst({ where: { fullName: 'สมหมาย ใจดี' } })).toMatchObject({ state: 'REFUSED', reason: 'ไม่ใช่กรรมการ' })
  await app.db.membership.deleteMany({ where: { role: 'COMMITTEE', userId: await somebody(4) } })
  await page.context().close()
})

it('an invitation shows its code, QR and link once, and is revoked', async () => {
  const page = await app.signIn(5, { path: '/people?part=invitations' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'เชิญคนเข้าร่วม' }).click()
  await page.getByRole('button', { name: 'สร้างรหัสเชิญ' }).click()
  await page.getByText('เลือกจากรายการ').waitFor()
  await shot(page, 'people-invite')
  await axe(page)
  await page.getByRole('dialog').getByLabel('หน่วยงาน', { exact: true }).selectOption({ label: 'เทศบาลเมืองอ่างทอง' })
  await page.getByLabel('จำนวนคน').fill('๕๐๑')
  await page.getByRole('button', { name: 'สร้างรหัสเชิญ' }).click()
  await page.getByText('ต้องไม่เกิน 500').waitFor()
  await page.getByLabel('จำนวนคน').fill('๓')
  await page.getByRole('button', { name: 'สร้างรหัสเชิญ' }).click()
  const code = (await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText())
  await page.getByRole('img', { name: 'คิวอาร์โค้ดของคำเชิญ' }).waitFor()
  await shot(page, 'people-invited')
  await axe(page)
  await page.getByRole('button', { name: 'คัดลอกรหัส' }).click()
  await page.getByText('คัดลอกแล้ว').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(code)
  await page.getByRole('button', { name: 'คัดลอกลิงก์' }).click()
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toContain('https://line.me/R/oaMessage/')
  const phone = await app.open(4)
  await phone.says(`ลงทะเบียน ${code}`)
  await phone.sees('ลงทะเบียนเรียบร้อย')
  await phone.close()
  await page.getByRole('dialog').getByRole('button', { name: 'ปิด' }).click()
  await expect.poll(() => page.getByText(code).count()).toBe(0)
  await page.reload()
  await page.getByText('ใช้แล้ว 1 จาก 3 คน').waitFor()
  await page.getByRole('button', { name: /^ยกเลิกคำเชิญ/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'ยกเลิกคำเชิญ' }).click()
  await cards(page).filter({ hasText: 'ยกเลิกแล้ว' }).waitFor()
  await page.context().close()
})

it('agencies where nobody is reached lead to an invitation for them', async () => {
  const page = await app.signIn(5, { path: '/people?part=reach' })
  const agency = await app.db.agency.create({ data: { provinceCode: '15', name: 'อบต.ไม่มีใคร', kind: 'SUBDISTRICT_ORGANISATION' } })
  await page.reload()
  await page.getByRole('link', { name: 'เชิญ อบต.ไม่มีใคร' }).click()
  await expect.poll(() => page.getByRole('dialog').getByLabel('หน่วยงาน', { exact: true }).inputValue()).toBe(agency.id)
  await page.context().close()
})

it('somebody else has no such place, and is told so at its address', async () => {
  const page = await app.signIn(1, { path: '/people' })
  await page.getByText('หน้านี้สำหรับผู้ดูแลระดับจังหวัด').waitFor()
  expect(await page.getByRole('link', { name: 'ผู้ใช้งาน' }).count()).toBe(0)
  await page.context().close()
})

import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish, reportFault } from '../../domain/faults/commands'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const person = (n: number) => app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })
/** A new repair at the agency of person 1, reported by person 4. */
async function broken(): Promise<{ id: string, number: string }> {
  const { agencyId } = await app.db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL', user: { lineUserId: lineId(1) } } })
  const camera = await app.db.camera.findFirstOrThrow({ where: { agencyId, status: { not: 'REMOVED' }, workOrders: { none: { state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } } } } })
  const { id: userId } = await person(4)
  return app.db.$transaction(async (db) => {
    const act = { db, actor: { userId, language: 'TH' as const, memberships: [] }, now: new Date() }
    const { workOrderId, workOrderNumber, reportId } = await reportFault(act, { cameraId: camera.id, symptom: 'NO_PICTURE', channel: 'LINE_CHAT' })
    await finish(act, { reportId })
    return { id: workOrderId, number: workOrderNumber }
  })
}
const state = async (id: string) => (await app.db.workOrder.findUniqueOrThrow({ where: { id } })).state
const press = (page: Page, name: string) => page.getByRole('group', { name: 'สิ่งที่ทำได้' }).getByRole('button', { name, exact: true }).click()
const send = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
/** As a phone's camera gives it: large, on its side, and telling where it was taken. */
const fromCamera = () => sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#4fc0ac' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()

describe('my work', () => {
  it('looks well, list and one of them, on a phone and a desktop, in both languages', async () => {
    const { number } = await app.db.workOrder.findFirstOrThrow({ where: { state: 'IN_PROGRESS', agency: { name: { contains: 'อ่างทอง' } }, cameraId: { not: null } } })
    for (const [size, language, dark] of [['phone', 'th', false], ['phone', 'en', true], ['desktop', 'th', true], ['desktop', 'en', false]] as const) {
      const page = await app.signIn(5, { size, language, dark, path: '/work' })
      for (const path of ['/work', `/work/${number}`]) {
        await page.goto(app.at(path))
        await page.locator(path === '/work' ? 'main .items li' : 'main .timeline li').first().waitFor()
        await shot(page, `work-${path === '/work' ? 'list' : 'one'}-${size}-${language}${dark ? '-dark' : ''}`, { whole: size === 'phone' && path !== '/work' })
        await axe(page)
      }
      await page.context().close()
    }
  }, 120_000)

  it('is overdue first, filtered by whose and state, and one comes back to the same list', async () => {
    const page = await app.signIn(1)
    await page.locator('main').getByRole('link', { name: 'งานซ่อมที่ต้องทำ' }).click()
    const items = page.locator('.items li')
    await items.first().getByText('เกินกำหนด').waitFor()
    await page.getByText('ตัวกรอง', { exact: true }).click()
    await page.getByLabel('สถานะ').selectOption({ label: 'ปิดเรื่องแล้ว' })
    await expect.poll(() => items.filter({ hasNotText: 'ปิดเรื่องแล้ว' }).count()).toBe(0)
    await items.first().getByRole('link').click()
    await page.getByText('ความเป็นมา').waitFor()
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click()
    await expect.poll(() => page.url()).toContain('state=CLOSED')
    await page.getByLabel('งานของใคร').selectOption({ label: 'มอบหมายให้ฉัน' })
    await page.getByText('ไม่มีงานตามตัวกรองนี้').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'ล้างตัวกรอง' }).click()
    await items.first().getByText('เกินกำหนด').waitFor()
    await page.context().close()
  })
})

describe('a repair', () => {
  it('is brought from new to repaired on a phone, with a photo from its camera', async () => {
    const { id, number } = await broken()
    const page = await app.signIn(1, { path: `/work/${number}` })
    await press(page, 'รับเรื่อง')
    await page.getByText('รับเรื่อง: บันทึกแล้ว').waitFor()
    await press(page, 'เปลี่ยนความเร่งด่วน')
    await page.getByLabel('ด่วนที่สุด').check()
    await send(page, 'เปลี่ยนความเร่งด่วน')
    await page.getByText('เปลี่ยนความเร่งด่วน: บันทึกแล้ว').waitFor()
    await press(page, 'มอบหมาย')
    await send(page, 'มอบหมาย')
    await page.getByText('กรอกช่องนี้').waitFor()
    await page.getByLabel('มอบหมายให้').selectOption({ label: 'วันเพ็ญ ทองสุข · เจ้าหน้าที่หน่วยงาน (ฉันเอง)' })
    await send(page, 'มอบหมาย')
    await page.getByText('มอบหมาย: บันทึกแล้ว').waitFor()
    await press(page, 'เริ่มซ่อม')
    await press(page, 'รอ…')
    await page.getByLabel('รออะไหล่').check()
    await send(page, 'รอ…')
    await press(page, 'ซ่อมต่อ')
    await press(page, 'ซ่อมเสร็จ')
    await page.getByLabel('สาเหตุ').selectOption({ label: 'สายสัญญาณ' })
    await page.getByLabel('ค่าซ่อม').fill('๑,๕๐๐.๕๐')
    await send(page, 'ซ่อมเสร็จ')
    await page.getByText('ถ่ายรูปหลังซ่อมอย่างน้อย 1 รูป').first().waitFor()
    await page.locator('input[capture]').setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await fromCamera() }])
    await page.getByAltText('รูปที่ 1').waitFor()
    await page.locator('input[type=file]:not([capture])').setInputFiles([{ name: 'b.jpg', mimeType: 'image/jpeg', buffer: await fromCamera() }])
    await page.getByAltText('รูปที่ 2').waitFor()
    await page.getByRole('button', { name: 'เอารูปที่ 2 ออก' }).click()
    await shot(page, 'work-repair')
    await axe(page)
    await page.evaluate(`{
      const real = fetch
      window.fetch = async (url, init) => {
        if (init?.body instanceof Blob) window.sent = Array.from(new Uint8Array(await init.body.arrayBuffer()))
        return real(url, init)
      }
    }`)
    await send(page, 'ซ่อมเสร็จ')
    await page.getByText('ซ่อมเสร็จ: บันทึกแล้ว').waitFor()
    const { width, height, exif, orientation } = await sharp(Uint8Array.from(await page.evaluate('window.sent') as number[])).metadata()
    expect([width, height, exif, orientation]).toEqual([1536, 2048, undefined, undefined])
    await page.getByText('1,500.50 บาท').waitFor()
    await expect.poll(() => page.evaluate('document.querySelector("main .photos img")?.naturalWidth')).toBeGreaterThan(0)
    await shot(page, 'work-repaired', { whole: true })
    expect(await app.db.workOrder.findUniqueOrThrow({ where: { id }, include: { attachments: true } })).toMatchObject({ state: 'REPAIRED', cause: 'CABLE', costSatang: 150_050n, priority: 'URGENT', attachments: [{ state: 'STORED' }] })
    await page.context().close()
  }, 90_000)

  it('is moved once when the answer was lost and the button is pressed again', async () => {
    const { id, number } = await broken()
    const page = await app.signIn(1, { path: `/work/${number}` })
    let lost = 0
    await page.route('**/moves', async (route) => {
      if (lost++) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await press(page, 'บันทึกเพิ่ม')
    await page.getByLabel('หมายเหตุ').fill('<b>โทรแล้ว</b>')
    await send(page, 'บันทึกเพิ่ม')
    await page.getByText('ตรวจสัญญาณอินเทอร์เน็ต').waitFor()
    await send(page, 'บันทึกเพิ่ม')
    await page.getByText('<b>โทรแล้ว</b>').waitFor()
    expect(await app.db.workOrderEvent.count({ where: { workOrderId: id, kind: 'NOTE' } })).toBe(1)
    await page.context().close()
  })

  it('says that somebody else was first, and shows what can be done now', async () => {
    const { id, number } = await broken()
    const page = await app.signIn(1, { path: `/work/${number}` })
    await press(page, 'ไม่ใช่ปัญหา')
    await page.getByLabel('เหตุผล').fill('กล้องใช้ได้')
    await app.db.workOrder.update({ where: { id }, data: { state: 'ACKNOWLEDGED' } })
    await send(page, 'ไม่ใช่ปัญหา')
    await page.getByText('มีผู้อื่นทำไปก่อนแล้ว').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('group', { name: 'สิ่งที่ทำได้' }).getByRole('button', { name: 'เริ่มซ่อม' }).waitFor()
    expect(await state(id)).toBe('ACKNOWLEDGED')
    await page.context().close()
  })

  it('is forwarded, rejected and merged, with a keyboard on a desktop', async () => {
    const [a, b, c] = [await broken(), await broken(), await broken()]
    const page = await app.signIn(1, { size: 'desktop', path: `/work/${a.number}` })
    await page.getByRole('button', { name: 'ส่งต่อหน่วยงานอื่น' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('ส่งต่อให้').selectOption({ label: 'เทศบาลเมืองอ่างทอง' })
    await page.getByLabel('เหตุผล').fill('เสาของเทศบาล')
    await page.getByRole('dialog').getByRole('button', { name: 'ส่งต่อหน่วยงานอื่น' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('ไม่พบรายการนี้').waitFor()
    await page.goto(app.at(`/work/${b.number}`))
    await press(page, 'ซ้ำกับเรื่องอื่น')
    await page.getByLabel('เลขของอีกงานหนึ่ง').fill(c.number)
    await send(page, 'ซ้ำกับเรื่องอื่น')
    await page.getByText('รวมกับเรื่องอื่น', { exact: true }).waitFor()
    await page.goto(app.at(`/work/${c.number}`))
    await press(page, 'ไม่ใช่ปัญหา')
    await page.getByLabel('เหตุผล').fill('กล้องใช้ได้')
    await send(page, 'ไม่ใช่ปัญหา')
    await page.getByText('ไม่ใช่ปัญหา: บันทึกแล้ว').waitFor()
    expect([await state(a.id), await state(b.id), await state(c.id)]).toEqual(['NEW', 'DUPLICATE', 'REJECTED'])
    await page.context().close()
  })

  it('is not there for somebody who has no say in it', async () => {
    const { number } = await broken()
    const page = await app.signIn(3, { path: `/work/${number}` })
    await page.getByText('ไม่พบรายการนี้').waitFor()
    expect(await page.getByRole('navigation').getByRole('link', { name: 'งานของฉัน' }).count()).toBe(0)
    await page.context().close()
  })
})

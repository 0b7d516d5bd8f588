import type { Page } from 'playwright-core'
import type { AppOnStage, Look } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
/** A camera of อบต.โพสะ, at a site with a very long name. */
let code: string
beforeAll(async () => {
  app = await startApp()
  const camera = await app.db.camera.findFirstOrThrow({ where: { agency: { name: 'อบต.โพสะ' }, workOrders: { none: {} } }, orderBy: { code: 'asc' } })
  code = camera.code
  await app.db.site.update({ where: { id: camera.siteId }, data: { name: 'หน้าศูนย์พัฒนาเด็กเล็กองค์การบริหารส่วนตำบลโพสะ ตรงข้ามโรงพยาบาลส่งเสริมสุขภาพตำบลโพสะ ถนนสายอ่างทอง–ป่าโมก' } })
  await app.db.camera.update({ where: { code }, data: { direction: 90, fieldOfView: 70, range: 40, label: 'หันไปทางตลาดนัดเทศบาลและสี่แยกไฟแดง', linked: true, networkName: null } })
  const { id: actorId } = await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(1) } })
  await app.db.change.createMany({ data: [
    { provinceCode: '15', actorId, subject: `camera:${camera.id}`, action: 'changed', fields: { retentionDays: [3, 30], exportBy: ['TECHNICIAN', 'STAFF'], installed: [null, '2016-08'], costSatang: [null, 1250000] } },
    { provinceCode: '15', actorId, subject: `camera:${camera.id}`, action: 'status', fields: { status: ['DAMAGED', 'NORMAL'] }, reason: 'เปลี่ยนสายสัญญาณแล้ว', afterSubmit: true },
  ] })
}, 240_000)
afterAll(() => app?.stop())

/** The map has its cameras. */
async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.map[data-state=drawn] .keys button').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(1_000)
}

const looks: Array<Required<Pick<Look, 'size' | 'language'>>> = [
  { size: 'phone', language: 'th' },
  { size: 'phone', language: 'en' },
  { size: 'desktop', language: 'th' },
  { size: 'desktop', language: 'en' },
]

describe('the register', () => {
  it.each(looks)('has the figures of the minutes on its face, and passes axe, on every screen and in both languages: $size $language', async (look) => {
    const page = await app.signIn(7, { ...look, path: '/cameras' })
    const totals = page.getByRole('region', { name: look.language === 'th' ? 'จำนวนกล้อง' : 'Number of cameras' })
    await totals.getByText('860').waitFor()
    const words = await totals.innerText()
    expect(words).toContain(look.language === 'th' ? 'มีกล้อง 43 จาก 55 หน่วยงาน' : '43 of 55 agencies')
    expect(words).toContain(look.language === 'th' ? 'ปกติ 734 · ไม่ปกติ 126' : '734 working · 126 not')
    await page.getByRole('link', { name: '15-00001' }).first().waitFor()
    if (look.size === 'desktop') {
      await mapDrawn(page)
      // Headings stand on one line, and names of agencies are whole.
      expect((await page.locator('thead tr').boundingBox())!.height).toBeLessThan(60)
      expect(await page.locator('td:nth-child(3) .name').evaluateAll(names => names.filter(name => name.scrollHeight > name.clientHeight + 1).map(name => name.textContent))).toEqual([])
    }
    await shot(page, `register-${look.size}-${look.language}`)
    await axe(page)
    if (look.size === 'phone') {
      await page.getByRole('button', { name: look.language === 'th' ? 'แผนที่' : 'Map', exact: true }).click()
      await mapDrawn(page)
      await shot(page, `register-map-${look.language}`)
      await axe(page)
    }
    await page.context().close()
  })

  it('filters by status, district and words; the address tells it to others, and back again', async () => {
    const page = await app.signIn(5, { path: '/cameras', size: 'desktop' })
    const total = page.locator('[data-total]')
    await expect.poll(() => total.textContent()).toBe('860')
    await page.getByRole('button', { name: /ชำรุด/ }).click()
    const damaged = await app.db.camera.count({ where: { status: 'DAMAGED', ownership: 'PUBLIC', site: { provinceCode: '15' } } })
    await expect.poll(() => total.textContent()).toBe(String(damaged))
    await page.getByRole('button', { name: /^ตัวกรอง/ }).click()
    await page.getByLabel('อำเภอ').selectOption({ label: 'เมืองอ่างทอง' })
    const there = await app.db.camera.count({ where: { status: 'DAMAGED', ownership: 'PUBLIC', site: { subdistrictCode: { startsWith: '1501' } } } })
    await expect.poll(() => total.textContent()).toBe(String(there))
    await shot(page, 'register-filters')
    await axe(page)
    const { search, searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ province: '15', district: '1501', status: 'DAMAGED' })
    const csv = await page.getByRole('link', { name: 'ส่งออกเป็น CSV' }).getAttribute('href')
    expect((await (await page.context().request.get(app.at(csv!).replace('/liff/api', '/api'))).text()).trim().split('\r\n').length).toBe(there + 1)
    const other = await app.signIn(7, { path: `/cameras${search}` })
    await expect.poll(() => other.locator('[data-total]').textContent()).toBe(String(there))
    await other.getByRole('button', { name: 'เลิกกรอง ชำรุด' }).click()
    await expect.poll(async () => Number(await other.locator('[data-total]').textContent())).toBeGreaterThan(there)
    await other.context().close()
    await page.getByRole('button', { name: 'ล้างตัวกรอง' }).click()
    await expect.poll(() => total.textContent()).toBe('860')
    await page.getByRole('searchbox').fill(code)
    await expect.poll(() => total.textContent()).toBe('1')
    await page.getByRole('searchbox').fill('ไม่มีที่ไหนเลยจริงจริง')
    await page.getByText('ไม่พบกล้องตามตัวกรองนี้').waitFor()
    await shot(page, 'register-none')
    await page.context().close()
  })

  it('goes on by keys, keeps its place, and orders by its headings', async () => {
    const page = await app.signIn(5, { path: '/cameras', size: 'desktop' })
    const rows = page.locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(50)
    await page.getByRole('button', { name: 'แสดงเพิ่ม' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows.count()).toBe(100)
    await rows.nth(80).getByRole('link').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click()
    await expect.poll(() => rows.count()).toBe(100)
    await page.getByRole('button', { name: 'ครบ' }).click()
    await expect.poll(() => page.locator('th[aria-sort=ascending]').innerText()).toContain('ครบ')
    const least = await app.db.camera.findFirstOrThrow({ where: { ownership: 'PUBLIC', status: { not: 'REMOVED' } }, orderBy: [{ completeness: 'asc' }, { code: 'asc' }] })
    await expect.poll(() => rows.first().innerText()).toContain(least.code)
    await page.context().close()
  })
})

describe('a camera', () => {
  it.each(looks)('shows its agency all that is known, by parts, with what is missing and what was changed: $size $language', async (look) => {
    const page = await app.signIn(1, { ...look, path: `/cameras/${code}` })
    const thai = look.language === 'th'
    await page.getByRole('heading', { name: thai ? `กล้อง ${code}` : `Camera ${code}`, level: 1 }).waitFor()
    await page.getByText(thai ? 'เชื่อมโยงเครือข่ายแล้ว แต่ไม่ได้บอกชื่อเครือข่าย' : 'Linked to a network, but').waitFor()
    await page.getByText(thai ? 'แก้หลังส่งแบบสำรวจ' : 'After the return was handed in').waitFor()
    const history = await page.getByRole('region', { name: thai ? 'ประวัติการแก้ไข' : 'Changes' }).innerText()
    for (const words of thai ? ['ชำรุด → ใช้งานได้ปกติ', 'ต้องให้ช่างมาทำ → เจ้าหน้าที่ทำได้เอง', 'ไม่ระบุ → ส.ค. 2559', '12,500 บาท', '3 → 30', 'วันเพ็ญ ทองสุข'] : ['Damaged → Working', 'Not given → Aug 2016', '12,500 baht']) expect(history).toContain(words)
    await page.locator('.map[data-state=drawn]').waitFor()
    await page.locator('.sticker path').waitFor()
    await page.waitForTimeout(400)
    await shot(page, `camera-${look.size}-${look.language}`, { whole: true })
    await axe(page)
    expect(await page.getByRole('link', { name: thai ? 'แก้ไขข้อมูล' : 'Edit' }).getAttribute('href')).toMatch(/\/survey\/cameras\/[0-9a-f-]{36}$/)
    await page.context().close()
  })

  it('shows others only where it is and whether it works', async () => {
    const page = await app.signIn(8, { path: `/cameras/${code}` })
    await page.getByText('แสดงเฉพาะข้อมูลสาธารณะ').waitFor()
    expect(await page.getByText('ผู้ดูแลและการซ่อมบำรุง').count()).toBe(0)
    await shot(page, 'camera-public', { whole: true })
    await axe(page)
    await page.context().close()
  })

  it('says so when there is none with this code', async () => {
    const page = await app.signIn(1, { path: '/cameras/15-99999' })
    await page.getByText('ไม่พบกล้องนี้ในทะเบียน').waitFor()
    await page.context().close()
  })
})

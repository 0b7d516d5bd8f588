import type { AppOnStage, Look } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const looks: Array<Required<Pick<Look, 'size' | 'language'>>> = (['phone', 'desktop'] as const).flatMap(size => (['th', 'en'] as const).map(language => ({ size, language })))
const phosa = () => app.db.agencyReturn.findFirstOrThrow({ where: { agency: { name: 'อบต.โพสะ' } } })

describe('an agency\'s return', () => {
  it('looks right and is accessible on a phone and a desktop, in both languages', async () => {
    for (const { size, language } of looks) {
      const page = await app.signIn(1, { size, language, path: '/return' })
      await page.getByRole('heading', { name: language === 'th' ? 'ข้อมูลที่ควรตรวจ' : 'To be checked' }).waitFor()
      await page.locator('details summary').first().click()
      await shot(page, `return-${size}-${language}`, { whole: true })
      await axe(page)
      await page.context().close()
    }
  })

  it('says what was asked, and leads to the camera whose entry lacks something', async () => {
    const page = await app.signIn(1, { path: '/return' })
    await page.getByText('กล้องหลายตัวยังไม่ระบุผู้ดูแล').first().waitFor()
    await page.getByText('ส่งกลับให้แก้ไข').first().waitFor()
    await page.locator('summary', { hasText: 'ยังไม่มีผู้ดูแล' }).click()
    const { id } = await app.db.camera.findFirstOrThrow({ where: { agency: { name: 'อบต.โพสะ' }, custodianName: null }, orderBy: { code: 'asc' } })
    expect(await page.locator('details', { hasText: 'ยังไม่มีผู้ดูแล' }).getByRole('link').first().getAttribute('href')).toBe(`/liff/survey/cameras/${id}`)
    await page.context().close()
  })

  it('offers to open a repair of a camera that does not work', async () => {
    const page = await app.signIn(1, { path: '/return' })
    const group = page.locator('details', { hasText: 'ใช้งานไม่ได้ แต่ยังไม่มีงานซ่อม' })
    await group.locator('summary').click()
    const before = await app.db.workOrder.count()
    await group.getByRole('button', { name: 'แจ้งซ่อม' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('ไม่มีภาพ').check()
    await axe(page)
    await dialog.getByRole('button', { name: 'แจ้งซ่อม' }).click()
    await page.getByText('แจ้งซ่อมแล้ว').waitFor()
    await expect.poll(() => group.count()).toBe(0)
    expect(await app.db.workOrder.count()).toBe(before + 1)
    await page.context().close()
  })

  it('is handed in again with an answer, not while there are errors', async () => {
    const page = await app.signIn(1, { path: '/return' })
    const camera = await app.db.camera.findFirstOrThrow({ where: { agency: { name: 'อบต.โพสะ' } } })
    await app.db.camera.update({ where: { id: camera.id }, data: { installed: new Date('2099-01-01') } })
    const again = page.getByRole('button', { name: 'แก้ไขแล้ว ส่งอีกครั้ง' })
    await again.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/ตอบสำนักงานจังหวัด/).fill('เพิ่มผู้ดูแลแล้ว')
    await dialog.getByRole('button', { name: 'ส่งข้อมูล' }).click()
    await dialog.getByText('ยังมีข้อมูลผิด 1 แห่ง').waitFor()
    expect(await dialog.getByLabel(/ตอบสำนักงานจังหวัด/).inputValue()).toBe('เพิ่มผู้ดูแลแล้ว')
    await app.db.camera.update({ where: { id: camera.id }, data: { installed: null } })
    await shot(page, 'return-hand-in')
    await axe(page)
    await dialog.getByRole('button', { name: 'ส่งข้อมูล' }).click()
    await page.getByText('ส่งแล้ว รอตรวจ').waitFor()
    await page.getByText('“เพิ่มผู้ดูแลแล้ว”').waitFor()
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await page.getByText('กำลังกรอก').waitFor()
    expect((await phosa()).state).toBe('IN_PROGRESS')
    await page.context().close()
  })

  it('is “none” with a reason, for an agency without cameras; the secretary hands it in for them', async () => {
    const transport = await app.db.agencyReturn.findFirstOrThrow({ where: { agency: { name: 'สำนักงานขนส่งจังหวัดอ่างทอง' } } })
    await app.db.agencyReturn.update({ where: { id: transport.id }, data: { state: 'NOT_STARTED', nilReason: null, submittedAt: null } })
    const page = await app.signIn(5, { path: `/return?agency=${transport.agencyId}` })
    await page.getByRole('button', { name: 'แจ้งว่าไม่มีกล้อง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'แจ้งว่าไม่มี' }).click()
    await dialog.getByText('กรอกช่องนี้').waitFor()
    await dialog.getByLabel('เหตุผล').fill('ขอตั้งงบประมาณแล้ว ยังไม่ได้รับ')
    await dialog.getByRole('button', { name: 'แจ้งว่าไม่มี' }).click()
    await page.getByText('เหตุผลที่ไม่มีกล้อง: ขอตั้งงบประมาณแล้ว ยังไม่ได้รับ').waitFor()
    await page.context().close()
  })
})

describe('the board of a round', () => {
  it('looks right and is accessible on a phone and a desktop, in both languages', async () => {
    for (const { size, language } of looks) {
      // All 55 once: it takes a while to look them over.
      const page = await app.signIn(5, { size, language, path: size === 'desktop' && language === 'th' ? '/rounds' : '/rounds?q=สำนักงาน' })
      await page.getByRole('heading', { name: language === 'th' ? 'ความคืบหน้าของหน่วยงาน' : 'How the agencies stand' }).waitFor()
      await shot(page, `rounds-${size}-${language}`)
      await axe(page)
      await page.context().close()
    }
  })

  it('shows the figures of the minutes, also to the committee, who changes nothing', async () => {
    const page = await app.signIn(7, { size: 'desktop', language: 'th', path: '/rounds' })
    const figure = (name: string) => page.locator('.sums div', { hasText: name }).locator('dd').innerText()
    await page.locator('.sums').waitFor()
    expect([await figure('ตอบแล้ว'), await figure('มีกล้อง (หน่วยงาน)'), await page.locator('.sums dd').nth(2).innerText(), await page.locator('.sums dd').nth(3).innerText(), await figure('ใช้งานไม่ได้')])
      .toEqual([expect.stringMatching(/^5[45] \/ 55$/), '43', '860', '734', '126'])
    expect(await page.locator('tbody tr').count()).toBe(55)
    expect(await page.getByRole('button', { name: 'ปิดรอบ' }).count()).toBe(0)
    await page.context().close()
  })

  it('is narrowed by state and by name, and the address keeps that', async () => {
    const page = await app.signIn(5, { path: '/rounds' })
    await page.getByRole('button', { name: /แจ้งว่าไม่มีกล้อง/ }).click()
    await page.getByText('12 จาก 55 หน่วยงาน').waitFor()
    await page.getByLabel('ค้นหาหน่วยงาน').fill('ขนส่ง')
    await page.getByText('1 จาก 55 หน่วยงาน').waitFor()
    await page.reload()
    await page.getByText('1 จาก 55 หน่วยงาน').waitFor()
    await page.getByLabel('ค้นหาหน่วยงาน').fill('ไม่มีชื่อนี้')
    await page.getByText('ไม่มีหน่วยงานที่ตรง').waitFor()
    await page.context().close()
  })

  it('leads to a return, which is sent back with remarks, or accepted and that undone', async () => {
    const page = await app.signIn(5, { size: 'desktop', path: '/rounds?q=ทศบาลเมืองอ่างทอง' })
    await page.getByRole('link', { name: 'เทศบาลเมืองอ่างทอง' }).click()
    await page.getByRole('button', { name: 'ตรวจรับ', exact: true }).click()
    await page.getByText('ตรวจรับแล้ว').first().waitFor()
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await page.getByText('ส่งแล้ว รอตรวจ').first().waitFor()
    await page.getByRole('button', { name: 'ส่งกลับให้แก้ไข' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('สิ่งที่ต้องแก้ไข').fill('ตรวจพิกัดของกล้องหน้าตลาด')
    await dialog.getByRole('button', { name: 'ส่งกลับให้แก้ไข' }).click()
    await page.getByText('“ตรวจพิกัดของกล้องหน้าตลาด”').waitFor()
    expect(await app.db.notice.count({ where: { kind: 'return.returned' } })).toBe(1)
    await page.context().close()
  })

  it('reminds in one tap, and says before how many that reaches', async () => {
    const page = await app.signIn(5, { path: '/rounds' })
    await page.getByRole('button', { name: 'เตือนหน่วยงานที่ยังไม่ส่ง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('ยังไม่ส่ง 2 หน่วยงาน').waitFor()
    await shot(page, 'rounds-remind')
    await axe(page)
    await dialog.getByRole('button', { name: 'เตือน 2 หน่วยงาน' }).click()
    await page.getByText('เตือนแล้ว 2 หน่วยงาน').waitFor()
    await page.getByRole('button', { name: 'เตือนหน่วยงานที่ยังไม่ส่ง' }).click()
    await dialog.getByText('เตือนไปแล้ววันนี้ 2 หน่วยงาน').waitFor()
    expect(await dialog.getByRole('button', { name: 'เตือน 0 หน่วยงาน' }).isDisabled()).toBe(true)
    await page.context().close()
  })

  it('a round is closed, and the next one opened with the steps of the road map', async () => {
    const page = await app.signIn(5, { path: '/rounds' })
    await page.getByRole('button', { name: 'ปิดรอบ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'ปิดรอบ' }).click()
    await page.getByText('ปิดรอบแล้ว').waitFor()
    await page.getByRole('button', { name: 'เปิดรอบสำรวจ' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('ขั้นที่ 1', { exact: true }).inputValue()).toBe('สิ้นสุดการกรอกข้อมูล')
    await dialog.getByLabel('วันสุดท้ายที่ส่งข้อมูล').fill('2099-12-30')
    await expect.poll(() => dialog.getByLabel('วันที่ของขั้นที่ 2').inputValue()).toBe('2100-01-06')
    await dialog.getByRole('button', { name: 'ลบขั้นที่ 8' }).click()
    await dialog.getByRole('button', { name: 'เปิดรอบสำรวจ' }).click()
    await dialog.getByText('กรอกช่องนี้').waitFor()
    await shot(page, 'rounds-new')
    await axe(page)
    await dialog.getByLabel('ชื่อรอบ').fill('สำรวจรอบใหม่')
    await dialog.getByRole('button', { name: 'เปิดรอบสำรวจ' }).click()
    await page.getByText('เปิดรับข้อมูลถึง 30 ธ.ค. 2642').waitFor()
    expect(await app.db.roundMilestone.count({ where: { round: { name: 'สำรวจรอบใหม่' } } })).toBe(7)
    await page.context().close()
  })
})

import type { AppOnStage } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() })
afterAll(() => app?.stop())

const long = 'องค์การบริหารส่วนตำบลบ้านหนองน้ำใสสะอาดและพัฒนาอย่างยั่งยืนเพื่อประชาชน'

describe('the agencies of a province', () => {
  it('begin with a pasted list, in a province that has none yet; are changed and removed', async () => {
    const { id: userId } = await app.db.user.upsert({ where: { lineUserId: lineId(8) }, create: { lineUserId: lineId(8) }, update: {} })
    await app.db.membership.create({ data: { userId, role: 'SECRETARY', provinceCode: '80' } })
    const page = await app.signIn(8, { path: '/people?part=invitations' })
    await page.getByRole('button', { name: 'เชิญคนเข้าร่วม' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'เพิ่มหน่วยงาน' }).click()
    await page.getByText('ยังไม่มีหน่วยงาน', { exact: true }).waitFor()
    await axe(page)
    await shot(page, 'agencies none phone th')

    await page.getByRole('button', { name: 'เพิ่มหน่วยงาน' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('ชื่อหน่วยงาน').fill(`1. เทศบาลนครนครศรีธรรมราช\n2. สภ.เมืองนครศรีธรรมราช\n3. ${long}\n4. หอสมุดประชาชน`)
    await expect.poll(() => dialog.getByLabel('ประเภทของ สภ.เมืองนครศรีธรรมราช').inputValue()).toBe('POLICE')
    await dialog.getByLabel('ประเภทของ หอสมุดประชาชน').selectOption({ label: 'สถานศึกษา' })
    await axe(page)
    await shot(page, 'agencies add phone th')
    await dialog.getByRole('button', { name: 'เพิ่ม 4 หน่วยงาน' }).click()
    await page.getByText('เพิ่ม 4 หน่วยงานแล้ว').waitFor()
    await page.getByText('4 หน่วยงาน', { exact: true }).waitFor()
    expect((await app.db.agency.findMany({ where: { provinceCode: '80' }, select: { kind: true }, orderBy: { kind: 'asc' } })).map(({ kind }) => kind)).toEqual(['MUNICIPALITY', 'SUBDISTRICT_ORGANISATION', 'POLICE', 'SCHOOL'])
    await axe(page)
    await shot(page, 'agencies phone th', { whole: true })

    await page.getByRole('button', { name: 'แก้ไข หอสมุดประชาชน' }).click()
    await dialog.getByLabel('โทรศัพท์').fill('ไม่มี')
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await expect.poll(() => dialog.locator('[aria-invalid=true]').count()).toBe(1)
    await dialog.getByLabel('โทรศัพท์').fill('๐๗๕ ๓๔๒ ๐๐๐')
    await dialog.getByLabel('อำเภอ').selectOption({ label: 'เมืองนครศรีธรรมราช' })
    await shot(page, 'agencies change phone th')
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.getByText('สถานศึกษา · เมืองนครศรีธรรมราช · 075 342 000').waitFor()

    await page.getByRole('button', { name: `แก้ไข ${long}` }).click()
    await dialog.getByRole('button', { name: 'ลบหน่วยงานนี้' }).click()
    await page.getByText('3 หน่วยงาน', { exact: true }).waitFor()
    await page.context().close()
  })

  it.each(['th', 'en'] as const)('are found among many: %s', async (language) => {
    const page = await app.signIn(5, { path: '/agencies', size: 'desktop', language })
    await page.getByRole('searchbox').fill('โพสะ')
    await expect.poll(() => page.locator('.agency').count()).toBe(1)
    await page.getByRole('searchbox').fill('ไม่มีที่ไหน')
    await page.getByRole('button', { name: language === 'th' ? 'ล้างตัวกรอง' : 'Clear the filters' }).click()
    await expect.poll(() => page.locator('.agency').count()).toBeGreaterThan(50)
    await axe(page)
    await shot(page, `agencies desktop ${language}`)
    await page.context().close()
  })

  it('are for secretaries', async () => {
    const page = await app.signIn(1, { path: '/agencies' })
    await page.getByText('การเพิ่มและแก้ไขหน่วยงานเป็นหน้าที่ของผู้ดูแลระดับจังหวัด').waitFor()
    await page.context().close()
  })
})

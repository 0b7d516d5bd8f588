import type { AppOnStage, Look } from './app'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
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
const province = () => app.db.province.findUniqueOrThrow({ where: { code: '15' } })
const officer = () => app.db.membership.findFirstOrThrow({ where: { role: 'POLICE', user: { lineUserId: lineId(3) } }, include: { agency: true, user: true } })

it('the secretary sets the limits of the province, and is told where nobody approves', async () => {
  const page = await app.signIn(5)
  await page.locator('main').getByRole('link', { name: 'ตั้งค่าจังหวัด' }).click()
  await page.getByLabel('กล้องต่อคำขอ ไม่เกิน').fill('21')
  await page.getByLabel('ความยาวภาพต่อกล้อง ไม่เกิน').fill('14')
  await page.getByLabel('รอผู้แจ้งยืนยัน').fill('')
  await page.getByRole('button', { name: 'บันทึก' }).click()
  await page.getByText('ต้องไม่เกิน 20').waitFor()
  await page.getByText('ต้องไม่น้อยกว่า 15').waitFor()
  await page.getByText('กรอกช่องนี้').waitFor()
  await shot(page, 'province-wrong', { whole: true })
  await axe(page)
  expect(await province()).toMatchObject({ footageCameras: 6, confirmDays: 7 })
  await page.getByLabel('กล้องต่อคำขอ ไม่เกิน').fill('๒')
  await page.getByLabel('ความยาวภาพต่อกล้อง ไม่เกิน').fill('30')
  await page.getByLabel('รอผู้แจ้งยืนยัน').fill('10')
  await page.getByLabel('ต้องอนุมัติ', { exact: true }).check()
  await page.getByText('ยังไม่มีหัวหน้าผู้อนุมัติ').waitFor()
  // What another secretary changes meanwhile stays.
  await app.db.province.update({ where: { code: '15' }, data: { highDays: 4 } })
  await page.getByRole('button', { name: 'บันทึก' }).click()
  await page.getByText('บันทึกค่าของจังหวัดแล้ว').waitFor()
  expect(await province()).toMatchObject({ footageCameras: 2, footageMinutes: 30, confirmDays: 10, highDays: 4, footageApproval: true })
  await page.reload()
  await expect.poll(() => page.getByLabel('กล้องต่อคำขอ ไม่เกิน').inputValue()).toBe('2')
  await page.context().close()
})

it('the app keeps an officer to them', async () => {
  const cameras = await app.db.camera.findMany({ where: { ownership: 'PUBLIC', status: 'NORMAL', agency: { name: 'อบต.โพสะ' } }, take: 3, orderBy: { code: 'asc' } })
  const page = await app.signIn(3, { path: `/requests/new?cameras=${cameras[0]!.code},${cameras[1]!.code}` })
  const cards = page.locator('main [data-field=cameras] .list > li')
  await expect.poll(() => cards.count()).toBe(2)
  await page.getByLabel('รหัสกล้อง').fill(cameras[2]!.code)
  await page.getByLabel('รหัสกล้อง').press('Enter')
  await page.getByText('ขอได้ไม่เกิน 2 ตัวต่อคำขอ').waitFor()
  expect(await cards.count()).toBe(2)
  await page.goto(app.at(`/near?picked=${cameras[0]!.code},${cameras[1]!.code}`))
  await page.getByText('เลือกแล้ว 2/2').waitFor()
  await page.context().close()
})

it('from the warning the secretary comes to the officers of the station, and makes one of them approve', async () => {
  const { agency, user, id } = await officer()
  const name = user.displayName!
  const page = await app.signIn(5, { size: 'desktop', path: '/province' })
  await page.getByRole('link', { name: agency!.name }).click()
  await page.getByRole('button', { name: `จัดการ ${name}` }).click()
  await shot(page, 'province-officer')
  await axe(page)
  await page.getByRole('button', { name: 'ตั้งเป็นหัวหน้าผู้อนุมัติ' }).click()
  await page.getByText(`${name} เป็นหัวหน้าผู้อนุมัติคำขอดูภาพแล้ว`).waitFor()
  await page.locator('main .chip').getByText('หัวหน้าผู้อนุมัติคำขอดูภาพ').waitFor()
  expect(await officer()).toMatchObject({ supervises: true })
  await page.getByRole('button', { name: 'เลิกทำ' }).click()
  await expect.poll(async () => (await officer()).supervises).toBe(false)
  await app.db.membership.update({ where: { id }, data: { supervises: true } })
  await page.goto(app.at('/province'))
  await page.getByLabel('ต้องอนุมัติ', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: agency!.name }).count()).toBe(0)
  await page.goto(app.at('/people?role=TECHNICIAN'))
  await page.getByRole('button', { name: /^จัดการ / }).first().click()
  await page.getByRole('button', { name: 'ระงับหน้าที่นี้' }).waitFor()
  expect(await page.getByRole('button', { name: 'ตั้งเป็นหัวหน้าผู้อนุมัติ' }).count()).toBe(0)
  await page.context().close()
})

it('looks well on a phone and a desktop, in both languages', async () => {
  await app.db.membership.updateMany({ where: { role: 'POLICE' }, data: { supervises: false } })
  for (const look of looks) {
    const page = await app.signIn(5, { ...look, path: '/province' })
    await page.locator('main .warning').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await shot(page, `province-${look.size}-${look.language}`, { whole: true })
    await axe(page)
    await app.db.membership.updateMany({ where: { role: 'POLICE' }, data: { supervises: true } })
    await page.goto(app.at('/people?role=POLICE'))
    await page.locator('main .person .chip').first().waitFor()
    await shot(page, `province-people-${look.size}-${look.language}`)
    await axe(page)
    await page.locator('main .person button').first().click()
    await page.getByRole('dialog').waitFor()
    await shot(page, `province-person-${look.size}-${look.language}`)
    await axe(page)
    await app.db.membership.updateMany({ where: { role: 'POLICE' }, data: { supervises: false } })
    await page.context().close()
  }
}, 120_000)

it('is for nobody else', async () => {
  for (const n of [1, 3, 7]) {
    const page = await app.signIn(n, { path: '/province' })
    await page.getByText('หน้านี้สำหรับผู้ดูแลระดับจังหวัด').waitFor()
    expect(await page.getByRole('link', { name: 'ตั้งค่าจังหวัด' }).count()).toBe(0)
    await page.context().close()
  }
})

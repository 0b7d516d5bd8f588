import type { AppOnStage } from './app'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoActor, demoCameras, demoRequest, shopCamera } from '../helpers/footage'
import { axe, shot, startApp } from './app'

let app: AppOnStage
let numbers: string[]
beforeAll(async () => {
  app = await startApp()
  const { memberships } = await demoActor(app.db, 3)
  const { agencyId } = memberships.find(({ role }) => role === 'POLICE')!
  const { userId } = await demoActor(app.db, 7)
  await app.db.membership.create({ data: { userId, role: 'POLICE', provinceCode: '15', agencyId, supervises: true } })
  await app.db.province.update({ where: { code: '15' }, data: { footageApproval: true }, select: { code: true } })
  const [one, two] = await demoCameras(app.db, 2)
  const shop = await shopCamera(app.db)
  numbers = [(await demoRequest(app.db, [one!.id, shop.id], { offence: 'ชนแล้วหนี' })).number, (await demoRequest(app.db, [two!.id])).number]
}, 240_000)
afterAll(() => app?.stop())

const state = async (number: string) => (await app.db.footageRequest.findUniqueOrThrow({ where: { number } })).state

it('a supervisor approves one request on a phone in Thai, and declines another on a desktop in English', async () => {
  const phone = await app.signIn(7, { path: '/requests' })
  await phone.getByRole('link', { name: 'รออนุมัติ 2' }).click()
  await phone.getByText('2 คำขอ ภาพใกล้ถูกบันทึกทับก่อน').waitFor()
  await shot(phone, 'approvals-list-phone-th')
  await axe(phone)
  await phone.getByRole('link', { name: 'ชนแล้วหนี' }).click()
  await phone.getByText('คำขอนี้รออนุมัติ ยังไม่มีใครถูกถาม').waitFor()
  await shot(phone, 'approvals-one-phone-th', { whole: true })
  await axe(phone)
  await phone.getByRole('button', { name: 'อนุมัติ', exact: true }).click()
  await phone.getByText(`อนุมัติคำขอ ${numbers[0]} แล้ว`).waitFor()
  expect(await state(numbers[0]!)).toBe('SUBMITTED')
  await phone.context().close()

  const desktop = await app.signIn(7, { size: 'desktop', language: 'en', path: '/requests?part=approvals' })
  await desktop.getByRole('link', { name: 'วิ่งราวทรัพย์' }).click()
  await desktop.getByRole('button', { name: 'Do not approve' }).click()
  await desktop.getByLabel('Reason').fill('<b>no case</b>')
  await shot(desktop, 'approvals-decline-desktop-en')
  await axe(desktop)
  await desktop.getByRole('dialog').getByRole('button', { name: 'Do not approve' }).click()
  await desktop.getByText('Why it was not approved').waitFor()
  await desktop.getByText('<b>no case</b>').waitFor()
  await desktop.getByText('No request waits for your approval').waitFor()
  await shot(desktop, 'approvals-declined-desktop-en')
  await axe(desktop)
  expect(await state(numbers[1]!)).toBe('DECLINED')
  await desktop.context().close()
}, 90_000)

it('the officer sees how it stands, and has no such tab', async () => {
  const page = await app.signIn(3, { path: `/requests/${numbers[1]}` })
  await page.getByText('<b>no case</b>').waitFor()
  await page.goto(app.at('/requests?part=over'))
  await page.locator('main .items li', { hasText: numbers[1]! }).getByText('ไม่อนุมัติ').waitFor()
  expect(await page.getByRole('link', { name: 'รออนุมัติ' }).count()).toBe(0)
  await page.context().close()
}, 60_000)

import type { AppOnStage } from './app'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { finish, reportFault } from '../../domain/faults/commands'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

/** Person 4 reports a camera; `told`: the agency knows of it, `repaired`: it says that it is repaired. */
async function reported(until: 'made' | 'told' | 'repaired') {
  const camera = await app.db.camera.findFirstOrThrow({ where: { agency: { name: 'เทศบาลเมืองอ่างทอง' }, status: { not: 'REMOVED' }, workOrders: { none: { state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } } } } })
  const { id: userId } = await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(4) } })
  const stored = await app.db.$transaction(async (db) => {
    const act = { db, actor: { userId, language: 'TH' as const, memberships: [] }, now: new Date() }
    const stored = await reportFault(act, { cameraId: camera.id, symptom: 'BLURRED', channel: 'LINE_CHAT' })
    if (until !== 'made') await finish(act, { reportId: stored.reportId })
    return stored
  })
  if (until === 'repaired') await app.db.workOrder.update({ where: { id: stored.workOrderId }, data: { state: 'REPAIRED', repairedAt: new Date(), cause: 'CABLE', costSatang: 0 } })
  return stored
}

it('my reports look well, list and one of them, on a phone and a desktop, in both languages', async () => {
  const { number } = await reported('repaired')
  await reported('made')
  for (const [size, language, dark] of [['phone', 'th', false], ['phone', 'en', true], ['desktop', 'th', true], ['desktop', 'en', false]] as const) {
    const page = await app.signIn(4, { size, language, dark, path: '/reports' })
    for (const path of ['/reports', `/reports/${number}`]) {
      await page.goto(app.at(path))
      await page.locator(path === '/reports' ? 'main .items li' : 'main .timeline li').first().waitFor()
      await shot(page, `reports-${path === '/reports' ? 'list' : 'one'}-${size}-${language}${dark ? '-dark' : ''}`, { whole: size === 'phone' && path !== '/reports' })
      await axe(page)
    }
    await page.context().close()
  }
}, 120_000)

it('somebody who has reported nothing is led to the chat', async () => {
  const page = await app.signIn(3)
  await page.getByRole('navigation').getByRole('link', { name: 'เรื่องที่แจ้ง' }).click()
  await page.getByText('พิมพ์ “แจ้งกล้องเสีย” ในแชต').waitFor()
  await shot(page, 'reports-none')
  await axe(page)
  await page.context().close()
})

it('a report that was just made is taken back, also when the first answer was lost', async () => {
  const { number, reportId } = await reported('made')
  const page = await app.signIn(4, { path: `/reports/${number}` })
  let lost = 0
  await page.route(`**/api/reports/${reportId}`, async (route) => {
    if (lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  const undo = page.getByRole('button', { name: 'ยกเลิกเรื่องนี้' })
  await page.route(`**/api/reports/${number}`, route => route.abort())
  await undo.click()
  await page.getByText('ตรวจสัญญาณอินเทอร์เน็ต').first().waitFor()
  await undo.click()
  await page.getByText('ยกเลิกเรื่องแล้ว').waitFor()
  expect(await app.db.faultReport.count({ where: { id: reportId } })).toBe(0)
  await page.context().close()
})

it('details and photos are added, and stay in the form while they cannot be sent', async () => {
  const { number, reportId } = await reported('told')
  const page = await app.signIn(4, { path: `/reports/${number}` })
  await page.getByRole('button', { name: 'เพิ่มรายละเอียดหรือรูป' }).click()
  await page.getByRole('button', { name: 'ส่ง', exact: true }).click()
  await page.getByText('เขียนรายละเอียด หรือเพิ่มรูปก่อนส่ง').waitFor()
  await page.getByRole('textbox', { name: 'รายละเอียด' }).fill('เสาเอียง <script>alert(1)</script>')
  const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#b42318' } }).png().toBuffer()
  await page.locator('input[type=file]').first().setInputFiles([{ name: 'a.png', mimeType: 'image/png', buffer: photo }])
  await page.getByAltText('รูปที่ 1').waitFor()
  await shot(page, 'reports-add')
  await axe(page)
  await page.route('**/notes', route => route.abort())
  await page.getByRole('button', { name: 'ส่ง', exact: true }).click()
  await page.getByText('ตรวจสัญญาณอินเทอร์เน็ต').waitFor()
  await page.unroute('**/notes')
  await page.getByRole('button', { name: 'ส่ง', exact: true }).click()
  await page.getByText('เสาเอียง <script>alert(1)</script>').waitFor()
  await expect.poll(() => page.evaluate('document.querySelector("main article .photos img")?.naturalWidth')).toBe(300)
  expect(await app.db.faultReport.findUniqueOrThrow({ where: { id: reportId }, include: { notes: true, attachments: true } })).toMatchObject({ notes: [{}], attachments: [{ state: 'STORED', width: 300 }] })
  await page.context().close()
})

it('a repair is confirmed with stars, or opened again with what is wrong', async () => {
  const [good, bad] = [await reported('repaired'), await reported('repaired')]
  const page = await app.signIn(4)
  await page.locator('main').getByRole('link', { name: 'เรื่องที่คุณแจ้ง' }).click()
  await page.getByRole('listitem').filter({ hasText: good.number }).getByText('รอคุณยืนยัน').waitFor()
  await page.getByRole('listitem').filter({ hasText: good.number }).getByRole('link').click()
  await page.getByRole('button', { name: 'ใช้ได้แล้ว' }).click()
  await page.getByRole('button', { name: '4 ดาว' }).click()
  await page.getByText('★★★★', { exact: true }).waitFor()
  await page.goto(app.at(`/reports/${bad.number}`))
  await page.getByRole('button', { name: 'ยังเสียอยู่' }).click()
  await page.getByLabel('ยังเสียอย่างไร').fill('ภาพยังมัว')
  await page.getByRole('button', { name: 'แจ้งว่ายังเสียอยู่' }).click()
  await page.getByText('ภาพยังมัว').waitFor()
  expect(await app.db.faultReport.findUniqueOrThrow({ where: { id: good.reportId } })).toMatchObject({ verdict: 'FIXED', stars: 4 })
  expect(await app.db.workOrder.findUniqueOrThrow({ where: { id: bad.workOrderId } })).toMatchObject({ state: 'ACKNOWLEDGED', reopened: 1 })
  await page.context().close()
})

it('what one follows is unfollowed, and that taken back', async () => {
  const { workOrderId } = await reported('told')
  const { id: userId } = await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(3) } })
  await app.db.workOrderFollower.create({ data: { workOrderId, userId } })
  const page = await app.signIn(3, { path: '/reports' })
  const follows = () => app.db.workOrderFollower.count({ where: { userId } })
  await page.getByRole('button', { name: /^เลิกติดตาม/ }).click()
  await page.getByText('เลิกติดตามแล้ว').waitFor()
  expect(await follows()).toBe(0)
  await page.getByRole('button', { name: 'เลิกทำ' }).click()
  await page.getByRole('button', { name: /^เลิกติดตาม/ }).waitFor()
  expect(await follows()).toBe(1)
  await page.context().close()
})

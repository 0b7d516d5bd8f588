import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../../prisma/seed/demo/people'
import { lineId } from '../helpers/fakeLine'
import { photo } from '../helpers/photo'
import { axe, shot, startApp } from './app'

// Person 4 owns the gold shop, 3 is the police, 5 the secretary, 8 nobody yet.
let app: AppOnStage
let shop: { id: string, code: string }
let view: Buffer
beforeAll(async () => {
  app = await startApp()
  view = Buffer.from(await photo())
  shop = await app.db.camera.findFirstOrThrow({ where: { private: { ownerId: personId(4) } }, select: { id: true, code: true } })
}, 240_000)
afterAll(() => app?.stop())

/** A map is drawn, and its buttons have their names. */
const mapped = (page: Page) => page.locator('[data-state=drawn] .maplibregl-ctrl-geolocate[aria-label]').first().waitFor()

const looks = (['phone', 'desktop'] as const).flatMap(size => (['th', 'en'] as const).map(language => ({ size, language })))

describe('one’s own cameras', () => {
  it('are registered two at once, after agreeing, going on where one left, and all of it is shown before it is confirmed', async () => {
    const page = await app.signIn(6, { path: '/my-cameras' })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ latitude: 14.58762, longitude: 100.45231, accuracy: 5 })
    await page.getByText('คุณยังไม่มีกล้องที่ลงทะเบียน').waitFor()
    await shot(page, 'owners-none')
    await page.getByRole('link', { name: 'ลงทะเบียนกล้อง' }).last().click()
    await page.getByRole('button', { name: 'อ่านฉบับเต็ม' }).click()
    await page.getByText('หนังสือยินยอม').waitFor()
    await shot(page, 'owners-consent', { whole: true })
    await axe(page)
    await page.getByRole('button', { name: 'ยินยอม', exact: true }).click()
    await page.getByRole('button', { name: 'ต่อไป: ตรวจ' }).click()
    await page.getByText('กรอกช่องนี้').first().waitFor()
    await page.getByLabel('ชื่อผู้ติดต่อ').fill('มานี ใจดี')
    await page.getByLabel('เบอร์โทร', { exact: true }).fill('12345')
    await page.getByText('อ่านเบอร์นี้ไม่ได้').waitFor()
    await page.getByLabel('เบอร์โทร', { exact: true }).fill('๐๓๕-๖๑๑-๒๓๔ ต่อ ๑๒')
    await page.getByLabel('ไม่ให้เห็น').check()
    await page.getByLabel('ชื่อร้านหรือบ้าน').fill('ร้านกาแฟมานี')
    await page.getByRole('button', { name: 'ใช้ตำแหน่งที่ยืนอยู่' }).click()
    await page.getByText('คลาดเคลื่อนไม่เกิน 5 ม.').waitFor()
    await page.getByLabel('นอกอาคาร').check()
    await page.getByRole('slider', { name: 'หันไปทาง' }).fill('135')
    await page.getByLabel(/^มุมกว้าง/).fill('80')
    await page.getByLabel('ต้องรอช่าง').check()
    await page.locator('input[type=file][multiple]').first().setInputFiles({ name: 'view.jpg', mimeType: 'image/jpeg', buffer: view })
    await page.getByRole('img', { name: 'รูปที่ 1' }).waitFor()
    await page.getByText('เก็บที่กรอกไว้แล้ว').waitFor()
    await axe(page)
    await shot(page, 'owners-form', { whole: true })
    await page.reload()
    await page.getByRole('button', { name: 'ทำต่อจากเดิม' }).click()
    await expect.poll(() => page.getByLabel('ชื่อผู้ติดต่อ').inputValue()).toBe('มานี ใจดี')
    expect(await app.db.formDraft.count({ where: { form: { startsWith: 'ownCameras' } } })).toBe(0)
    await page.locator('input[type=file][multiple]').first().setInputFiles({ name: 'view.jpg', mimeType: 'image/jpeg', buffer: view })
    await page.getByRole('button', { name: 'กล้องอีกตัวแบบนี้' }).click()
    const second = page.getByRole('region', { name: 'กล้องตัวที่ 2' })
    expect(await second.getByLabel(/^มุมกว้าง/).inputValue()).toBe('80')
    await second.getByRole('slider', { name: 'หันไปทาง' }).fill('315')
    await page.getByRole('button', { name: 'ต่อไป: ตรวจ' }).click()
    await page.getByRole('heading', { name: 'ตรวจก่อนยืนยัน' }).waitFor()
    await page.getByText('↘ ทิศตะวันออกเฉียงใต้ 135°').waitFor()
    await mapped(page)
    await axe(page)
    await shot(page, 'owners-check', { whole: true })
    await page.getByRole('button', { name: 'ยืนยัน' }).click()
    await page.getByText(/ลงทะเบียนแล้ว รหัสกล้อง 15-\d{5}, 15-\d{5}/).waitFor()
    await page.getByRole('article').getByText('รอตรวจ').waitFor()
    await page.getByRole('img', { name: 'รูปที่ 1' }).waitFor()
    const kept = await app.db.privateCamera.findMany({ where: { owner: { lineUserId: lineId(6) } }, include: { camera: { include: { site: true, attachments: true } } }, orderBy: { camera: { code: 'asc' } } })
    expect(kept.map(({ sharesPhone, indoors, camera: { direction, fieldOfView, exportBy, site, attachments } }) => ({ sharesPhone, indoors, direction, fieldOfView, exportBy, name: site.name, latitude: site.latitude, photos: attachments.length }))).toEqual([
      { sharesPhone: false, indoors: false, direction: 135, fieldOfView: 80, exportBy: 'TECHNICIAN', name: 'ร้านกาแฟมานี', latitude: 14.58762, photos: 1 },
      { sharesPhone: false, indoors: false, direction: 315, fieldOfView: 80, exportBy: 'TECHNICIAN', name: 'ร้านกาแฟมานี', latitude: 14.58762, photos: 0 },
    ])
    await page.context().close()
  })

  it('are changed, paused until a day, mended, and kept; a contact whose key is lost is said anew', async () => {
    await app.db.camera.update({ where: { id: shop.id }, data: { status: 'DAMAGED', statusSince: new Date() } })
    const page = await app.signIn(4, { path: `/my-cameras/${shop.code}` })
    await page.getByText('ใช้งานไม่ได้ตั้งแต่').waitFor()
    // The key that sealed it is not this server's.
    await page.getByText('อ่านไม่ได้').waitFor()
    await mapped(page)
    await axe(page)
    await page.getByRole('button', { name: 'ใช้ได้แล้ว' }).click()
    await page.getByText('บันทึกว่าใช้ได้แล้ว').waitFor()
    await page.getByRole('button', { name: 'แก้ไขข้อมูล' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^เก็บภาพได้/).fill('๑๕')
    await dialog.getByLabel('ชื่อผู้ติดต่อ').fill('มาลี ตั้งเจริญกิจ')
    await dialog.getByLabel('เบอร์โทร', { exact: true }).fill('081 000 0004')
    await shot(page, 'owners-change')
    await axe(page)
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.getByText('15 วัน').waitFor()
    await page.getByRole('button', { name: 'พักการติดต่อ' }).click()
    await dialog.getByLabel('ไม่ให้ติดต่อถึงวันที่').fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10))
    await dialog.getByRole('button', { name: 'พักการติดต่อ' }).click()
    await page.getByRole('button', { name: 'เลิกพัก' }).click()
    await page.getByRole('button', { name: 'พักการติดต่อ' }).waitFor()
    expect(await app.db.privateCamera.findUnique({ where: { cameraId: shop.id }, include: { camera: true } })).toMatchObject({ pausedUntil: null, check: 'CONFIRMED', camera: { status: 'NORMAL', retentionDays: 15, direction: 135 } })
    await page.getByRole('button', { name: 'เลิกใช้แล้ว' }).click()
    await dialog.getByText('ย้อนกลับไม่ได้').waitFor()
    await dialog.getByRole('button', { name: 'ไม่นำออก' }).click()
    await page.context().close()
  })
})

describe('cameras to check', () => {
  it('are confirmed, or sent back with a reason, by who may; the contact is shown once asked for', async () => {
    const page = await app.signIn(3, { path: '/checks', size: 'desktop' })
    await page.getByRole('link', { name: 'ร้านกาแฟมานี' }).first().waitFor()
    await mapped(page)
    await shot(page, 'checks-desktop-th')
    await axe(page)
    await page.getByRole('link', { name: 'ร้านกาแฟมานี' }).first().click()
    await page.getByRole('button', { name: 'ดูผู้ติดต่อ' }).click()
    await page.getByText('เจ้าของไม่ให้แสดงเบอร์').waitFor()
    await page.getByText('มานี ใจดี').waitFor()
    await mapped(page)
    await axe(page)
    await shot(page, 'checks-one')
    await page.getByRole('button', { name: 'ขอให้แก้ไข' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'ขอให้แก้ไข' }).click()
    await dialog.getByText('กรอกช่องนี้').waitFor()
    await dialog.getByLabel('เหตุผล').fill('ปักหมุดให้ตรงหน้าร้าน')
    await dialog.getByRole('button', { name: 'ขอให้แก้ไข' }).click()
    await page.getByText('บันทึกผลแล้ว').waitFor()
    expect(await app.db.privateCamera.count({ where: { remark: 'ปักหมุดให้ตรงหน้าร้าน', check: 'CHANGE_WANTED' } })).toBe(1)
    await page.context().close()
    const secretary = await app.signIn(5, { path: '/checks', language: 'en' })
    await secretary.getByRole('link', { name: 'ร้านกาแฟมานี' }).first().click()
    await shot(secretary, 'checks-phone-en', { whole: true })
    await secretary.getByRole('button', { name: 'Confirm it is there' }).click()
    await secretary.getByText('The owner will be told').waitFor()
    await secretary.context().close()
    const stranger = await app.signIn(1, { path: '/checks' })
    await stranger.getByText('หน้านี้สำหรับตำรวจและผู้ดูแลระดับจังหวัด').waitFor()
    await stranger.context().close()
  })
})

describe('co-operation', () => {
  it('is asked on a camera’s page with the dial, whose gain follows', async () => {
    const police = await app.signIn(3, { path: `/cameras/${shop.code}` })
    await police.getByRole('slider', { name: 'หันไปทาง' }).fill('270')
    await police.getByText(/ประมาณ [\d,]+ ตร.ม. ที่ยังไม่มีกล้องเห็น/).waitFor()
    await police.getByLabel(/^ข้อความถึงผู้ดูแลกล้อง/).fill('อยากเห็นปากซอย')
    await mapped(police)
    await axe(police)
    await shot(police, 'cooperation-ask', { whole: true })
    await police.getByRole('button', { name: 'ส่งคำขอ' }).click()
    await police.getByText('ส่งคำขอแล้ว').waitFor()
    await police.context().close()
  })

  it('looks right and is accessible, with the page of a camera and of privacy, at both sizes and in both languages', async () => {
    for (const { size, language } of looks) {
      const page = await app.signIn(4, { size, language, path: `/my-cameras/${shop.code}` })
      const pages = [[`/my-cameras/${shop.code}`, 'owners', page.getByRole('definition').filter({ hasText: 'มาลี ตั้งเจริญกิจ' })], ['/cooperation', 'cooperation', page.getByText('อยากเห็นปากซอย')], ['/privacy', 'privacy', page.getByText(shop.code)]] as const
      for (const [path, name, shown] of pages) {
        if (name !== 'owners') await page.goto(app.at(path))
        await shown.waitFor()
        if (name === 'owners') await mapped(page)
        await axe(page)
        await shot(page, `${name}-${size}-${language}`, { whole: size === 'phone' })
      }
      await page.context().close()
    }
  })

  it('is answered in a list, and turned: the direction is changed', async () => {
    const owner = await app.signIn(4, { path: '/cooperation' })
    await owner.getByRole('button', { name: 'ยินดี' }).click()
    await owner.getByRole('button', { name: 'หันแล้ว' }).click()
    await owner.getByText('เรียบร้อยแล้ว').waitFor()
    expect(await app.db.camera.findUnique({ where: { id: shop.id } })).toMatchObject({ direction: 270 })
    await owner.context().close()
    const official = await app.signIn(1, { path: '/cooperation' })
    await official.getByText('ยังไม่มีคำขอความร่วมมือ').waitFor()
    await official.context().close()
  })
})

describe('privacy', () => {
  it('tells what is held, gives it as a file, and withdraws in two taps', async () => {
    const page = await app.signIn(4, { path: '/privacy' })
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'ดาวน์โหลดข้อมูลของฉัน' }).click()])
    expect(file.suggestedFilename()).toBe('songklong.json')
    await page.getByRole('button', { name: 'ถอนความยินยอม' }).click()
    await axe(page)
    await shot(page, 'privacy-withdraw')
    await page.getByRole('dialog').getByRole('button', { name: 'ถอนความยินยอม' }).click()
    await page.getByText('ถอนความยินยอมและลบข้อมูลแล้ว').waitFor()
    expect(await app.db.privateCamera.count({ where: { ownerId: personId(4) } })).toBe(0)
    await page.context().close()
  })
})

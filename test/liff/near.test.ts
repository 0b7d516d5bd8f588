import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { metresPerDegree } from '../../domain/cameras/view'
import { axe, shot, startApp } from './app'

const [MINUTE, DAY] = [60_000, 86_400_000]
let app: AppOnStage
/** A place 30 m south of a camera that looks there, with another one that looks away. */
let place: { latitude: number, longitude: number }
let facing: string
let away: string
let shop: string

beforeAll(async () => {
  app = await startApp()
  const hidden = await app.db.camera.findFirstOrThrow({ where: { ownership: 'PRIVATE' }, include: { site: true } })
  shop = hidden.code
  place = { latitude: hidden.site.latitude - 30 / metresPerDegree, longitude: hidden.site.longitude }
  const two = await app.db.camera.findMany({ where: { ownership: 'PUBLIC', status: 'NORMAL', agency: { name: 'อบต.โพสะ' }, workOrders: { none: {} } }, orderBy: { code: 'asc' }, take: 2 })
  ;[facing, away] = two.map(({ code }) => code) as [string, string]
  for (const [i, { id, siteId }] of two.entries()) {
    await app.db.camera.update({ where: { id }, data: { siteId, direction: i ? 0 : 180, fieldOfView: 70, range: 80, retentionDays: i ? 30 : 3, exportBy: 'STAFF', custodianHours: 'ทุกวัน 24 ชั่วโมง', custodianName: 'สมศรี ใจงาม' } })
    await app.db.site.update({ where: { id: siteId }, data: { latitude: place.latitude + (30 + i * 5) / metresPerDegree, longitude: place.longitude + (i * 20) / metresPerDegree } })
  }
  // Both may stand at one site: then the second has one of its own.
  if (two[0]!.siteId === two[1]!.siteId) {
    const site = await app.db.site.create({ data: { name: 'หน้าศาลาประชาคม', provinceCode: '15', latitude: place.latitude + 35 / metresPerDegree, longitude: place.longitude + 20 / metresPerDegree } })
    await app.db.camera.update({ where: { code: away }, data: { siteId: site.id } })
  }
}, 240_000)
afterAll(() => app?.stop())

const looks = (['phone', 'desktop'] as const).flatMap(size => (['th', 'en'] as const).map(language => ({ size, language })))
const around = () => `/near?lat=${place.latitude}&lng=${place.longitude}&radius=100`
async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.map[data-state=drawn] .keys button').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(800)
}
const rows = (page: Page) => page.locator('.rows > li')

describe('the cameras near a place', () => {
  it.each(looks)('are on the map with what they see, and in a list beside it: $size $language', async ({ size, language }) => {
    const thai = language === 'th'
    const page = await app.signIn(3, { size, language, path: `${around()}&camera=${facing}` })
    await mapDrawn(page)
    await shot(page, `near-map-${size}-${language}`)
    await axe(page)
    if (size === 'phone') await page.getByRole('button', { name: thai ? 'รายการ' : 'List', exact: true }).click()
    await page.getByText(thai ? /ในรัศมี 100 ม\. ใกล้ที่สุดก่อน/ : /within 100 m, nearest first/).waitFor()
    const row = rows(page).filter({ hasText: facing })
    for (const words of thai ? ['หันมาจุดนี้', '↓ ทิศใต้', '3 วัน', 'เจ้าหน้าที่ทำได้เอง · สมศรี ใจงาม · ทุกวัน 24 ชั่วโมง · ตอนนี้อยู่ในเวลา'] : ['Looks here', '↓ south', '3 days', 'within these hours now']) expect(await row.innerText()).toContain(words)
    expect(await rows(page).filter({ hasText: shop }).innerText()).toContain(thai ? 'กล้องเอกชน' : 'Private camera')
    await shot(page, `near-list-${size}-${language}`)
    if (size === 'phone') await axe(page)
    await page.context().close()
  })

  it('are those around the phone’s position, around a place that is tapped, only those that look there when that is wanted', async () => {
    const page = await app.signIn(3, { path: '/near' })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ ...place, accuracy: 5 })
    await page.getByText('เลือกจุดก่อน').waitFor()
    await page.locator('.map[data-state=drawn]').waitFor()
    await shot(page, 'near-nothing')
    await axe(page)
    await page.getByRole('button', { name: 'ตำแหน่งของฉัน' }).first().click()
    await expect.poll(() => new URL(page.url()).searchParams.get('lat')).toBe(place.latitude.toFixed(6))
    await page.getByRole('button', { name: 'รายการ', exact: true }).click()
    await rows(page).filter({ hasText: away }).waitFor()
    await page.getByRole('switch', { name: 'เฉพาะที่หันมาจุดนี้' }).check()
    await rows(page).filter({ hasText: away }).waitFor({ state: 'detached' })
    await rows(page).filter({ hasText: facing }).waitFor()
    await page.getByRole('button', { name: 'แผนที่', exact: true }).click()
    await page.locator('.map[data-state=drawn]').waitFor()
    await page.waitForTimeout(500)
    const { x, y } = (await page.locator('.canvas').boundingBox())!
    await page.mouse.click(x + 40, y + 200)
    await expect.poll(() => new URL(page.url()).searchParams.get('lat')).not.toBe(place.latitude.toFixed(6))
    await page.context().close()
  })

  it('are not for anybody else', async () => {
    const page = await app.signIn(1, { path: around(), size: 'desktop' })
    await page.getByText('เรื่องนี้เปิดให้เฉพาะผู้ที่เกี่ยวข้อง').waitFor()
    expect(await page.getByText(facing).count()).toBe(0)
    await page.goto(app.at('/requests/new'))
    await page.getByText('หน้านี้สำหรับตำรวจ').waitFor()
    await page.context().close()
  })
})

/** A moment as the field of the browser takes it, Bangkok time. */
const typed = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16)
const begin = Math.floor((Date.now() - DAY) / MINUTE) * MINUTE

describe('a new request', () => {
  beforeEach(async () => { await app.db.formDraft.deleteMany() })

  it('is for cameras picked on the map and typed, each with its time, kept while it is typed, looked over, and sent once', async () => {
    const page = await app.signIn(3, { path: `${around()}&view=list` })
    await rows(page).filter({ hasText: facing }).getByRole('checkbox').check()
    await rows(page).filter({ hasText: shop }).getByRole('checkbox').check()
    await page.getByText('เลือกแล้ว 2/6').waitFor()
    await page.getByRole('link', { name: 'ขอดูภาพ' }).click()
    await page.getByRole('heading', { name: 'ขอดูภาพ', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'ตรวจก่อนส่ง' }).click()
    await page.getByText('กรอกช่องนี้').first().waitFor()
    await page.getByLabel('รหัสกล้อง').fill('15-99999')
    await page.getByRole('button', { name: 'เพิ่มกล้อง' }).click()
    await page.getByText(/ไม่พบกล้อง/).waitFor()
    await page.getByLabel('รหัสกล้อง').fill(away)
    await page.getByRole('button', { name: 'เพิ่มกล้อง' }).click()
    await page.getByRole('button', { name: `ลบ ${away}` }).waitFor()
    await page.getByLabel('ตั้งแต่').fill(typed(begin))
    await page.getByLabel('ถึง', { exact: true }).fill(typed(begin - MINUTE))
    await page.getByText('เวลาสิ้นสุดต้องหลังเวลาเริ่ม').waitFor()
    await page.getByLabel('ถึง', { exact: true }).fill(typed(begin + 181 * MINUTE))
    await page.getByText('ต้องไม่เกิน 3 ชั่วโมงต่อกล้อง').waitFor()
    await page.getByLabel('ถึง', { exact: true }).fill(typed(begin + 30 * MINUTE))
    await page.getByText(/บันทึกทับ .+ \(เหลือ 1 วัน|บันทึกทับ .+ \(เหลือ \d+ (?:วัน|ชม\.)\)/).first().waitFor()
    // What is overwritten first stands first.
    expect(await page.locator('.list > li').first().innerText()).toContain(facing)
    await page.getByRole('switch', { name: 'ตั้งเวลาแยกกล้อง' }).check()
    await page.getByLabel(`ถึง ของ ${away}`).fill(typed(begin + 60 * MINUTE))
    await page.getByLabel('เลขคดี').fill('คดีอาญาที่ 123/2569')
    await page.getByLabel('เหตุ', { exact: true }).fill('วิ่งราวทรัพย์')
    await page.getByLabel('อำนาจตามกฎหมาย').selectOption('CPC_131')
    await page.getByLabel('ใช้เพื่อ').fill('ติดตามผู้ต้องสงสัย')
    await page.locator('.saved').waitFor()
    await shot(page, 'request-new-filled', { whole: true })
    await axe(page)
    await page.reload()
    await page.getByRole('button', { name: 'ทำต่อ' }).click()
    await expect.poll(() => page.getByLabel('เลขคดี').inputValue()).toBe('คดีอาญาที่ 123/2569')
    await page.getByRole('button', { name: 'ตรวจก่อนส่ง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('คดีอาญาที่ 123/2569').waitFor()
    for (const words of ['ป.วิ.อาญา ม.131', 'ติดตามผู้ต้องสงสัย', away, shop, 'กล้องเอกชน']) expect(await dialog.innerText()).toContain(words)
    await shot(page, 'request-new-review')
    await axe(page)
    let posted = 0
    page.on('request', request => void (request.method() === 'POST' && request.url().endsWith('/api/footage/requests') && posted++))
    await dialog.getByRole('button', { name: 'ยืนยัน' }).dblclick()
    await page.waitForURL(/\/liff\/requests\/R-\d{4}-\w{5}$/)
    expect(posted).toBe(1)
    const stored = await app.db.footageRequest.findMany({ include: { items: { include: { camera: true } } } })
    expect(stored).toMatchObject([{ caseNumber: 'คดีอาญาที่ 123/2569', legalBasis: 'CPC_131', latitude: expect.closeTo(place.latitude, 6) }])
    expect(Object.fromEntries(stored[0]!.items.map(({ camera, from, to }) => [camera!.code, [from.getTime(), to.getTime()]]))).toEqual({ [facing]: [begin, begin + 30 * MINUTE], [shop]: [begin, begin + 30 * MINUTE], [away]: [begin, begin + 60 * MINUTE] })
    expect(await app.db.formDraft.count()).toBe(0)
    await page.context().close()
  })

  it('says why it cannot be, where it is looked over, and nothing is lost', async () => {
    const page = await app.signIn(3, { path: `/requests/new?cameras=${facing}` })
    await page.getByRole('button', { name: `ลบ ${facing}` }).waitFor()
    await page.getByLabel('ตั้งแต่').fill(typed(begin))
    await page.getByLabel('ถึง', { exact: true }).fill(typed(begin + 15 * MINUTE))
    await page.getByLabel('เลขคดี').fill('1/2569')
    await page.getByLabel('เหตุ', { exact: true }).fill('ลักทรัพย์')
    await page.getByLabel('อำนาจตามกฎหมาย').selectOption('CPC_132')
    await page.getByLabel('ใช้เพื่อ').fill('ยืนยันเวลา')
    await page.getByRole('button', { name: 'ตรวจก่อนส่ง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'ยืนยัน' }).click()
    await dialog.getByRole('alert').getByText(/R-\d{4}-\w{5}/).waitFor()
    await dialog.getByRole('button', { name: 'แก้ไข' }).click()
    await expect.poll(() => page.getByLabel('เลขคดี').inputValue()).toBe('1/2569')
    await page.context().close()
  })

  it.each(looks)('looks right and is accessible: $size $language', async ({ size, language }) => {
    await app.db.camera.update({ where: { code: facing }, data: { status: 'DAMAGED', statusSince: new Date(begin - DAY) } })
    const page = await app.signIn(3, { size, language, path: `/requests/new?cameras=${facing},${shop}&lat=${place.latitude}&lng=${place.longitude}` })
    await page.getByRole('button', { name: `${language === 'th' ? 'ลบ' : 'Take'} ${facing}` }).waitFor()
    await page.getByLabel(language === 'th' ? 'ตั้งแต่' : 'From').fill(typed(begin))
    await page.getByLabel(language === 'th' ? 'ถึง' : 'Until', { exact: true }).fill(typed(begin + 15 * MINUTE))
    await page.getByText(language === 'th' ? /กล้องนี้เสียตั้งแต่/ : /Broken since/).waitFor()
    await shot(page, `request-new-${size}-${language}`, { whole: true })
    await axe(page)
    await page.context().close()
  })
})

import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../../prisma/seed/demo/people'
import { axe, shot, startApp } from './app'

let app: AppOnStage
let agencyId: string
let market: { id: string, code: string }
let chaiyo: { id: string, code: string }
const at = { latitude: 14.5876, longitude: 100.4523 }

beforeAll(async () => {
  app = await startApp()
  agencyId = (await app.db.membership.findFirstOrThrow({ where: { role: 'POLICE' } })).agencyId!
  market = await app.db.camera.findFirstOrThrow({ where: { site: { name: 'หน้าตลาดสุวพันธุ์' }, ownership: 'PUBLIC' } })
  chaiyo = await app.db.camera.findFirstOrThrow({ where: { ownership: 'PUBLIC', site: { subdistrict: { districtCode: '1502' } } } })
}, 240_000)
afterAll(() => app?.stop())

const looks = (['phone', 'desktop'] as const).flatMap(size => (['th', 'en'] as const).map(language => ({ size, language })))
const drawn = (page: Page) => page.locator('.map[data-state=drawn]').first().waitFor()

/** A year of requests for some cameras, and places without one. */
async function asked(): Promise<void> {
  const cameras = await app.db.camera.findMany({ where: { ownership: 'PUBLIC', status: 'NORMAL', site: { subdistrict: { districtCode: '1501' } } }, take: 30, orderBy: { code: 'asc' } })
  const shop = await app.db.camera.findFirstOrThrow({ where: { ownership: 'PRIVATE' } })
  const outcomes = [{ state: 'RECEIVED', complete: true }, { state: 'RECEIVED', complete: true }, { state: 'RECEIVED', complete: false }, { state: 'UNAVAILABLE', cause: 'OVERWRITTEN' }, { state: 'UNAVAILABLE', cause: 'CAMERA_DOWN' }, { state: 'ASKED' }] as const
  const all = [...Array.from({ length: 90 }, (_, n) => n % 4 ? cameras[n * n % 30]!.id : market.id), shop.id, chaiyo.id]
  for (const [n, cameraId] of all.entries()) {
    const createdAt = new Date(Date.now() - n * n % 330 * 86_400_000)
    await app.db.footageRequest.create({ data: { number: `R-T${n}`, provinceCode: '15', officerId: personId(3), agencyId, state: 'SUBMITTED', createdAt, items: { create: { cameraId, askId: crypto.randomUUID(), from: new Date(createdAt.getTime() - 60_000), to: createdAt, answerBy: createdAt, answeredAt: new Date(createdAt.getTime() + (n % 9 + 1) * 3_600_000), ...outcomes[n % 6] } } } })
  }
  const nowhere = { provinceCode: '15', officerId: personId(3), agencyId, logged: true, noCamera: true, state: 'UNAVAILABLE' as const }
  await app.db.footageRequest.createMany({ data: Array.from({ length: 7 }, (_, n) => ({ ...nowhere, number: `R-N${n}`, latitude: 14.59 + n % 3 / 200, longitude: 100.46 })) })
}

describe('risk points', () => {
  it('are added with a pin and a route drawn by tapping, changed, removed and put back', async () => {
    const page = await app.signIn(3, { path: '/risk-points' })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ ...at, accuracy: 5 })
    await page.getByText('ยังไม่มีจุดเสี่ยง').waitFor()
    await page.getByRole('button', { name: 'เพิ่มจุดเสี่ยง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await dialog.getByText('กรอกช่องนี้').first().waitFor()
    await dialog.getByRole('button', { name: 'ตำแหน่งของฉัน' }).first().click()
    await dialog.getByText('พิกัด 14.58760, 100.45230').waitFor()
    await dialog.getByRole('button', { name: 'วาดเส้นทาง' }).click()
    await drawn(page)
    const canvas = (await dialog.locator('.canvas').boundingBox())!
    for (const [x, y] of [[0.3, 0.3], [0.5, 0.6], [0.7, 0.35]] as const) await page.mouse.click(canvas.x + canvas.width * x, canvas.y + canvas.height * y)
    await dialog.getByText('(3/200 จุด)').waitFor()
    await dialog.getByRole('button', { name: 'ลากเส้นถึงกลางแผนที่' }).click()
    await dialog.getByText('(4/200 จุด)').waitFor()
    await dialog.getByRole('button', { name: 'ถอยหนึ่งจุด' }).click()
    await dialog.getByText('(3/200 จุด)').waitFor()
    await axe(page)
    await shot(page, 'risk-form')
    await dialog.getByLabel('เส้นทางหลบหนี').check()
    await dialog.getByLabel('กลางคืน').check()
    await dialog.getByLabel('ชื่อจุดหรือสถานที่').fill('ทางลงคลองหลังตลาด')
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.getByRole('heading', { name: 'ทางลงคลองหลังตลาด' }).waitFor()
    const stored = await app.db.riskPoint.findFirstOrThrow()
    expect(stored).toMatchObject({ ...at, kind: 'ESCAPE_ROUTE', timeOfDay: 'NIGHT' })
    expect(stored.route).toHaveLength(3)

    await page.getByRole('button', { name: 'แก้ไข ทางลงคลองหลังตลาด' }).click()
    await dialog.getByRole('button', { name: 'ล้างเส้นทาง' }).click()
    await dialog.getByLabel('รายละเอียด').fill('หลบออกถนนสายเอเชีย')
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.getByText('หลบออกถนนสายเอเชีย').waitFor()
    expect(await app.db.riskPoint.findFirstOrThrow()).toMatchObject({ route: null, note: 'หลบออกถนนสายเอเชีย' })
    await page.getByRole('button', { name: 'ลบ ทางลงคลองหลังตลาด' }).click()
    await page.getByText('ยังไม่มีจุดเสี่ยง').waitFor()
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await page.getByRole('heading', { name: 'ทางลงคลองหลังตลาด' }).waitFor()
    await page.context().close()
  })

  it('look right and are accessible, in both languages; the committee changes nothing', async () => {
    await app.db.riskPoint.updateMany({ data: { route: [[100.4523, 14.5876], [100.454, 14.589], [100.457, 14.5885]] } })
    await app.db.riskPoint.createMany({ data: (['CRIME', 'ACCIDENT', 'SCHOOL'] as const).map((kind, n) => ({ provinceCode: '15', agencyId, officerId: personId(3), kind, latitude: 14.585 + n / 500, longitude: 100.455, timeOfDay: 'EVENING' as const })) })
    for (const { size, language } of looks) {
      const page = await app.signIn(size === 'phone' ? 3 : 7, { size, language, path: '/risk-points' })
      await page.getByRole('heading', { name: 'ทางลงคลองหลังตลาด' }).waitFor()
      await drawn(page)
      expect(await page.getByRole('button', { name: /^(?:ลบ|Remove) / }).count()).toBe(size === 'phone' ? 4 : 0)
      await shot(page, `risk-points-${size}-${language}`, { whole: true })
      await axe(page)
      await page.context().close()
    }
  })

  it('stand on the map of proposed points, with the places that no camera covers', async () => {
    await app.db.footageRequest.create({ data: { number: 'R-X', provinceCode: '15', officerId: personId(3), agencyId, logged: true, noCamera: true, state: 'UNAVAILABLE', latitude: 14.5877, longitude: 100.4524 } })
    for (const n of [1, 5]) {
      const page = await app.signIn(n, { path: '/proposals' })
      await page.getByRole('button', { name: 'ดูบนแผนที่' }).click()
      await drawn(page)
      expect(await page.getByRole('button', { name: 'ตำรวจหากล้องไม่ได้ 1 ครั้งใกล้จุดนี้' }).count()).toBe(1)
      expect(await page.getByRole('button', { name: /^จุดเสี่ยงของตำรวจ/ }).count()).toBe(n === 5 ? 4 : 0)
      await shot(page, `need-${n}`)
      await axe(page)
      await page.context().close()
    }
    await app.db.footageRequest.deleteMany()
  })
})

describe('statistics of footage requests', () => {
  it('say so where there are none', async () => {
    const page = await app.signIn(5, { path: '/footage-statistics' })
    await page.getByText('ยังไม่มีการขอดูภาพในช่วงนี้').waitFor()
    await page.context().close()
  })

  it('look right and are accessible, in both languages', async () => {
    await asked()
    for (const { size, language } of looks) {
      const page = await app.signIn(size === 'phone' ? 3 : 7, { size, language, path: '/footage-statistics' })
      await page.getByRole('heading', { name: language === 'th' ? 'จุดที่ขอดูภาพบ่อย' : 'Where footage is often asked for' }).waitFor()
      await drawn(page)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
      await shot(page, `statistics-${size}-${language}`, { whole: true })
      await axe(page)
      await page.context().close()
    }
  })

  it('have the same figures as bars and as a table, are filtered by an address that can be sent, and leave as files', async () => {
    const page = await app.signIn(3, { path: '/footage-statistics?by=camera', size: 'desktop' })
    await page.getByRole('link', { name: new RegExp(market.code) }).waitFor()
    const bars = await page.getByRole('img', { name: /ขอดูภาพ \d+ ครั้ง/ }).allTextContents()
    await page.getByText('ดูเป็นตาราง').click()
    const cells = await page.getByRole('region', { name: 'รายเดือน' }).locator('tbody tr td:nth-child(2)').allTextContents()
    expect(bars.map(text => /\d+/.exec(text)![0])).toEqual(cells.map(text => text.trim()))
    expect(bars).toHaveLength(12)
    const before = await page.locator('.sums dd').first().textContent()
    await page.getByLabel('อำเภอ').first().selectOption({ label: 'ไชโย' })
    await page.waitForURL(/district=1502/)
    await page.getByRole('link', { name: new RegExp(chaiyo.code) }).waitFor()
    expect(await page.locator('.sums dd').first().textContent()).not.toBe(before)
    const link = await page.getByRole('link', { name: 'ส่งออกเป็น CSV' }).getAttribute('href')
    expect(link).toMatch(/province=15.*district=1502/)
    const csv = await page.evaluate(`fetch(${JSON.stringify(link)}).then(answer => answer.text())`) as string
    expect([csv.includes(market.code), csv.includes(chaiyo.code)]).toEqual([false, true])
    await page.goto(app.at('/footage-statistics?from=2020-01&to=2020-02'))
    await page.getByText('ยังไม่มีการขอดูภาพในช่วงนี้').waitFor()
    await page.goto(app.at(`/cameras/${market.code}`))
    await page.getByText(/ขอดูภาพ \d+ ครั้งใน 12 เดือน/).waitFor()
    await page.context().close()
  })
})

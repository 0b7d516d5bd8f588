import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../helpers/eventually'
import { photo } from '../helpers/photo'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: false }).first()

describe('สำรวจกล้อง', () => {
  it('can be read on a phone and a desktop, in both languages', async () => {
    for (const size of ['phone', 'desktop'] as const) {
      for (const language of ['th', 'en'] as const) {
        const page = await app.signIn(1, { path: '/survey', size, language })
        await page.locator('.sites > li').first().waitFor()
        await axe(page)
        await shot(page, `survey ${size} ${language}`)
        await page.locator('.camera').first().click()
        await page.locator('summary').first().waitFor()
        for (const summary of (await page.locator('summary').all()).slice(1)) await summary.click()
        await axe(page)
        await shot(page, `survey camera ${size} ${language}`, { whole: true })
        await page.locator('.where a').click()
        await page.getByLabel(language === 'th' ? 'ละติจูด' : 'Latitude').waitFor()
        await axe(page)
        await shot(page, `survey site ${size} ${language}`, { whole: true })
        await page.context().close()
      }
    }
  })

  it('shows the cameras on a map, what one sees, and takes the place of a site by a pin', async () => {
    const camera = await ownCamera({ direction: 45, fieldOfView: 90, range: 40 })
    const page = await app.signIn(1, { path: `/survey/sites/${camera.siteId}`, size: 'desktop' })
    await button(page, 'ปักหมุดบนแผนที่').click()
    await page.locator('.map[data-state=drawn]').waitFor()
    await field(page, 'ละติจูด').fill('14.6')
    await page.getByRole('button', { name: 'ปักหมุดกลางแผนที่' }).click()
    expect(Number(await field(page, 'ละติจูด').inputValue())).not.toBe(14.6)
    await button(page, 'บันทึก').click()
    await eventually(async () => expect(await app.db.site.findUnique({ where: { id: camera.siteId } })).toMatchObject({ placedBy: 'PIN', version: 2 }))
    await page.goto(app.at(`/survey/cameras/${camera.id}`))
    await page.locator('summary', { hasText: 'ทิศและมุมมอง' }).click()
    await button(page, 'ดูมุมกล้องบนแผนที่').click()
    await page.locator('.map[data-state=drawn]').waitFor()
    await axe(page)
    await shot(page, 'survey cone')
    await page.goto(app.at('/survey?as=map'))
    await page.locator('.map[data-state=drawn]').waitFor()
    await page.locator('.map .keys button', { hasText: camera.code }).focus()
    await axe(page)
    await shot(page, 'survey map')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(camera.id))
    await page.context().close()
  })

  it('without a network takes a site with two cameras and a photo, keeps them over a reload, and sends them when it is back', async () => {
    const page = await app.signIn(1, { path: '/survey' })
    await page.locator('.sites > li').first().waitFor()
    await page.evaluate('navigator.serviceWorker.ready')
    await eventually(async () => expect(await page.evaluate(`caches.match(performance.getEntriesByType('resource').map(({ name }) => name).find(name => /SurveyCamera.*js/.test(name)) ?? '/none').then(file => caches.match('/api/me').then(me => !!file && !!me && !!navigator.serviceWorker.controller))`)).toBe(true))
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('link', { name: 'เพิ่มจุดติดตั้ง' }).click()
    await field(page, 'ชื่อจุดติดตั้ง').fill('สามแยกบ้านใหม่')
    await field(page, 'ละติจูด').fill('๑๔.๕๘๐๑, ๑๐๐.๔๕๐๒')
    await page.getByText('เก็บที่กรอกไว้แล้ว').waitFor()
    await button(page, 'บันทึกจุดติดตั้ง').click()
    await page.getByText('เก็บไว้ในเครื่องแล้ว').waitFor()
    await page.getByRole('link', { name: 'เพิ่มกล้องที่จุดนี้' }).click()
    await field(page, 'ชื่อเฉพาะของกล้อง').fill('หันไปทางวัด')
    await button(page, 'บันทึก แล้วเพิ่มอีกตัวแบบนี้').click()
    await page.waitForURL(/like=/)
    expect(await field(page, 'ชื่อเฉพาะของกล้อง').inputValue()).toBe('')
    await field(page, 'ชื่อเฉพาะของกล้อง').fill('หันไปทางตลาด')
    await button(page, 'บันทึกกล้อง').click()
    await page.setInputFiles('input[type=file]', { name: 'pole.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await photo(3000)) })
    await page.getByRole('img', { name: 'รูปที่ 1' }).waitFor()
    await shot(page, 'survey offline')
    await page.reload()
    await page.getByRole('link', { name: 'รอส่ง 4' }).click()
    await page.getByText('สามแยกบ้านใหม่').first().waitFor()
    await axe(page)
    await shot(page, 'survey outbox')
    expect(await app.db.site.count({ where: { name: 'สามแยกบ้านใหม่' } })).toBe(0)

    await page.context().setOffline(false)
    await page.getByText('ส่งครบแล้ว').waitFor()
    const site = await app.db.site.findFirstOrThrow({ where: { name: 'สามแยกบ้านใหม่' }, include: { cameras: { orderBy: { code: 'asc' }, include: { attachments: true } } } })
    expect([site.latitude, site.longitude, site.cameras.map(({ label }) => label)]).toEqual([14.5801, 100.4502, ['หันไปทางวัด', 'หันไปทางตลาด']])
    expect(site.cameras[1]!.attachments).toMatchObject([{ state: 'STORED', width: 2048 }])
    await page.goto(app.at('/survey?q=สามแยกบ้านใหม่'))
    await page.getByText(site.cameras[1]!.code).waitFor()
    await page.context().close()
  })

  it('lets the second of two editors choose where both changed the same, and brings the rest together', async () => {
    const camera = await ownCamera({ retentionDays: 3 })
    const page = await app.signIn(1, { path: `/survey/cameras/${camera.id}` })
    for (const section of ['การบันทึกภาพ', 'ผู้ดูแลและการซ่อมบำรุง']) await page.locator('summary', { hasText: section }).click()
    await field(page, 'เก็บภาพได้ (วัน)').fill('๑๕')
    await field(page, 'โทรศัพท์ผู้ดูแล').fill('๐๓๕-๖๑๑-๑๑๑')
    await app.db.camera.update({ where: { id: camera.id }, data: { retentionDays: 30, networkName: 'อบจ.', version: 2 } })
    await button(page, 'บันทึก').click()
    await page.getByText('มีผู้แก้ไขช่องเดียวกัน').waitFor()
    await axe(page)
    await shot(page, 'survey clash')
    await page.getByLabel('ของคุณ 15').click()
    await button(page, 'ใช้ค่าที่เลือก').click()
    await eventually(async () => expect(await app.db.camera.findUnique({ where: { id: camera.id } })).toMatchObject({ retentionDays: 15, networkName: 'อบจ.', custodianPhone: '035-611-111', version: 3 }))
    await page.context().close()
  })

  it('offers once to go on with a form that was left, on another device too, and never with one that was sent', async () => {
    const camera = await ownCamera({})
    const path = `/survey/cameras/${camera.id}`
    const page = await app.signIn(1, { path })
    await field(page, 'เลขครุภัณฑ์').fill('กท ๑๕-๐๐๗')
    await eventually(async () => expect(await app.db.formDraft.count({ where: { form: `camera:${camera.id}` } })).toBe(1))
    await page.context().close()

    const other = await app.signIn(1, { path, size: 'desktop' })
    await other.getByText('ทำต่อจากเดิมไหม').waitFor()
    await axe(other)
    await shot(other, 'survey draft')
    await button(other, 'ทำต่อจากเดิม').click()
    expect(await field(other, 'เลขครุภัณฑ์').inputValue()).toBe('กท ๑๕-๐๐๗')
    await button(other, 'บันทึก').click()
    await eventually(async () => expect(await app.db.camera.findUnique({ where: { id: camera.id } })).toMatchObject({ assetNumber: 'กท ๑๕-๐๐๗' }))
    await eventually(async () => expect(await app.db.formDraft.count({ where: { form: `camera:${camera.id}` } })).toBe(0))
    await other.goto(app.at(path))
    await field(other, 'เลขครุภัณฑ์').waitFor()
    expect(await other.getByText('ทำต่อจากเดิมไหม').count()).toBe(0)
    await other.context().close()
  })

  it('says whether a camera works, opens its repair, removes it and takes that back', async () => {
    const camera = await ownCamera({})
    const page = await app.signIn(1, { path: `/survey/cameras/${camera.id}` })
    await button(page, 'เปลี่ยนสถานะ').click()
    await page.getByLabel('ชำรุด').click()
    await button(page, 'บันทึก').first().click()
    await page.getByText('กรอกช่องนี้').waitFor()
    await field(page, 'เหตุผล').fill('ฟ้าผ่า')
    await axe(page)
    await page.getByRole('dialog').getByRole('button', { name: 'บันทึก' }).click()
    await page.getByText('ฟ้าผ่า').waitFor()
    await button(page, 'ถอดถอนกล้อง').click()
    await page.getByRole('dialog').getByLabel('เหตุผล').fill('รื้อเสา')
    await page.getByRole('dialog').getByRole('button', { name: 'ถอดถอนกล้อง' }).click()
    await eventually(async () => expect(await app.db.camera.findUnique({ where: { id: camera.id } })).toMatchObject({ status: 'REMOVED' }))
    await button(page, 'เลิกทำ').click()
    await page.getByText('ฟ้าผ่า').waitFor()
    await page.getByLabel('อาการ').selectOption({ label: 'ไม่มีภาพ' })
    await button(page, 'เปิดงานซ่อม').click()
    await page.getByText(/มีงานซ่อม W-/).waitFor()
    await page.context().close()
  })
})

async function ownCamera(facts: object) {
  const agency = await app.db.agency.findFirstOrThrow({ where: { name: 'อบต.โพสะ' } })
  const site = await app.db.site.create({ data: { name: `จุดทดสอบ ${randomUUID().slice(0, 4)}`, latitude: 14.58, longitude: 100.45, provinceCode: '15', agencyId: agency.id } })
  const { lastCamera } = await app.db.province.update({ where: { code: '15' }, data: { lastCamera: { increment: 1 } } })
  return app.db.camera.create({ data: { code: `15-${String(lastCamera).padStart(5, '0')}`, siteId: site.id, agencyId: agency.id, ...facts } })
}

import type { AppOnStage } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../helpers/eventually'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const looks = (['phone', 'desktop'] as const).flatMap(size => (['th', 'en'] as const).map(language => ({ size, language })))
const longName = 'องค์การบริหารส่วนตำบลโพสะและสำนักงานป้องกันและบรรเทาสาธารณภัยประจำตำบลโพสะ อำเภอเมืองอ่างทอง'

describe('proposed points', () => {
  it('are proposed where one stands, after seeing that the nearest camera is broken', async () => {
    const page = await app.signIn(1, { path: '/proposals' })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ latitude: 14.58762, longitude: 100.45231, accuracy: 5 })
    await app.db.camera.updateMany({ where: { site: { name: 'หน้าตลาดสุวพันธุ์' } }, data: { status: 'DAMAGED' } })
    await page.getByText('ยังไม่มีจุดที่เสนอ').waitFor()
    await page.getByRole('button', { name: 'เสนอจุดติดตั้ง' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'เสนอจุดติดตั้ง' }).click()
    await dialog.getByText('กรอกช่องนี้').first().waitFor()
    await dialog.getByRole('button', { name: 'ตำแหน่งของฉัน' }).click()
    await dialog.getByText(/กล้องตัวที่ใกล้ที่สุด \d+ ม\. เสียอยู่/).waitFor()
    expect(await dialog.getByRole('link', { name: 'แจ้งซ่อมตัวนี้' }).first().getAttribute('href')).toMatch(/^\/liff\/cameras\/15-\d{5}$/)
    await shot(page, 'proposals-form')
    await axe(page)
    await dialog.getByLabel('อาชญากรรม').check()
    await dialog.getByLabel('เหตุผล').fill('รถจักรยานยนต์หายบ่อยช่วงกลางคืน')
    await dialog.getByLabel(/^งบประมาณ/).first().fill('25')
    await dialog.getByText('งบประมาณต่างจากปกติ (กล้อง 1 ตัว 1,000–150,000 บาท)').waitFor()
    await shot(page, 'proposals-budget')
    await dialog.getByRole('button', { name: 'เสนอจุดติดตั้ง' }).click()
    await page.getByText(/รับข้อเสนอ P-\d{4}-\w{5} แล้ว/).waitFor()
    expect(await app.db.proposal.findFirst()).toMatchObject({ latitude: 14.58762, longitude: 100.45231, risk: 'CRIME', cameras: 1, placeText: null })
    await page.context().close()
  })

  it('are changed, withdrawn and put forward again', async () => {
    const page = await app.signIn(1, { path: '/proposals' })
    await page.getByRole('button', { name: /^แก้ไข P-/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('บอกสถานที่เป็นคำ').fill(`หน้าสำนักงาน${longName}`)
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.getByRole('heading', { name: longName }).waitFor()
    await page.getByRole('button', { name: /^ถอน P-/ }).click()
    await page.getByText('ยังไม่มีจุดที่เสนอ').waitFor()
    await page.getByRole('button', { name: 'เลิกทำ' }).click()
    await page.getByRole('heading', { name: longName }).waitFor()
    await page.context().close()
  })

  it('look right and are accessible, in both languages, with long names; also the list of a committee member, who changes nothing', async () => {
    await app.db.agency.updateMany({ where: { name: 'อบต.โพสะ' }, data: { name: longName } })
    for (const { size, language } of looks) {
      const page = await app.signIn(size === 'phone' ? 1 : 7, { size, language, path: '/proposals' })
      await page.getByRole('heading', { name: longName }).waitFor()
      expect(await page.getByRole('button', { name: /^(?:ถอน|Withdraw) P-/ }).count()).toBe(size === 'phone' ? 1 : 0)
      await shot(page, `proposals-${size}-${language}`)
      await axe(page)
      await page.context().close()
    }
    await app.db.agency.updateMany({ where: { name: longName }, data: { name: 'อบต.โพสะ' } })
  })
})

describe('problems and suggestions', () => {
  it('are told, read by the secretary, and withdrawn', async () => {
    const page = await app.signIn(1, { path: '/problems' })
    await page.getByText('ยังไม่มีเรื่องที่แจ้งไว้').waitFor()
    await page.getByRole('button', { name: 'แจ้งปัญหาหรือข้อเสนอแนะ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('งบประมาณ').check()
    await dialog.getByLabel('ปัญหาหรือข้อเสนอแนะ', { exact: true }).fill('ไม่มีงบซ่อมบำรุง\nกล้องเสียทีละตัว')
    await axe(page)
    await shot(page, 'problems-form')
    await dialog.getByRole('button', { name: 'แจ้งปัญหาหรือข้อเสนอแนะ' }).click()
    await page.getByText(/รับ S-\d{4}-\w{5} แล้ว/).waitFor()
    const secretary = await app.signIn(5, { path: '/problems' })
    await secretary.getByText('กล้องเสียทีละตัว').waitFor()
    await secretary.context().close()
    await page.getByRole('button', { name: /^ถอน S-/ }).click()
    await page.getByRole('link', { name: 'ที่ถอนแล้ว' }).click()
    await page.getByRole('button', { name: /^แจ้งอีกครั้ง S-/ }).click()
    await page.getByText('ไม่มีรายการที่ถอน').waitFor()
    await page.context().close()
  })

  it('look right and are accessible, in both languages', async () => {
    for (const { size, language } of looks) {
      const page = await app.signIn(1, { size, language, path: '/problems' })
      await page.getByText('กล้องเสียทีละตัว').waitFor()
      await shot(page, `problems-${size}-${language}`)
      await axe(page)
      await page.context().close()
    }
  })
})

describe('both forms', () => {
  it.each([
    { path: '/proposals', open: 'เสนอจุดติดตั้ง', form: 'proposal:new', words: 'เหตุผล', choose: 'อุบัติเหตุ', place: 'สามแยกหลังวัด' },
    { path: '/problems', open: 'แจ้งปัญหาหรือข้อเสนอแนะ', form: 'problem:new', words: 'ปัญหาหรือข้อเสนอแนะ', choose: 'บุคลากร', place: null },
  ])('of $path keep what is typed, and go out once when the network is back', async ({ path, open, form, words, choose, place }) => {
    const said = `ไฟดับบ่อย ${form}`
    const count = () => place ? app.db.proposal.count({ where: { reason: said } }) : app.db.problem.count({ where: { text: said } })
    const page = await app.signIn(1, { path, keeps: true })
    const button = page.getByRole('button', { name: open })
    const dialog = page.getByRole('dialog')
    await button.click()
    await dialog.getByLabel(words, { exact: true }).fill(said)
    await dialog.getByText('เก็บที่กรอกไว้แล้ว').waitFor()
    await eventually(async () => expect(await app.db.formDraft.count({ where: { form } })).toBe(1))
    await page.evaluate('navigator.serviceWorker.ready')
    await eventually(async () => expect(await page.evaluate(`Promise.all(['/api/me', performance.getEntriesByType('resource').map(({ name }) => name).find(name => /Outbox.*js/.test(name)) ?? '/none', performance.getEntriesByType('resource').map(({ name }) => name).find(name => name.includes('/api${path}?'))].map(url => caches.match(url))).then(found => found.every(Boolean) && !!navigator.serviceWorker.controller)`)).toBe(true))

    await page.context().setOffline(true)
    await page.reload()
    await button.click()
    await dialog.getByText('ทำต่อจากเดิมไหม').waitFor()
    await axe(page)
    await shot(page, `draft ${form}`)
    await dialog.getByRole('button', { name: 'ทำต่อจากเดิม' }).click()
    await expect.poll(() => dialog.getByLabel(words, { exact: true }).inputValue()).toBe(said)
    await dialog.getByLabel(choose).check()
    if (place) await dialog.getByLabel('บอกสถานที่เป็นคำ').fill(place)
    await dialog.getByRole('button', { name: open }).click()
    await page.getByText('เก็บไว้ในเครื่องแล้ว').waitFor()
    await page.reload()
    const waiting = page.locator('li.card', { hasText: said })
    await waiting.getByText('รอส่ง').waitFor()
    await waiting.getByRole('button', { name: 'แก้ไข' }).click()
    await dialog.getByLabel(words, { exact: true }).fill(`${said} เสมอ`)
    await dialog.getByRole('button', { name: 'บันทึก' }).click()
    await page.locator('li.card', { hasText: `${said} เสมอ` }).waitFor()
    await axe(page)
    await shot(page, `waiting ${form}`)
    await button.click()
    await dialog.getByLabel(choose).waitFor()
    expect(await dialog.getByText('ทำต่อจากเดิมไหม').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'รอส่ง 1' }).click()
    await page.getByText(place ?? said).first().waitFor()
    await shot(page, `outbox ${form}`)
    expect(await count()).toBe(0)

    await page.context().setOffline(false)
    await page.getByText('ส่งครบแล้ว').waitFor()
    await page.goto(app.at(path))
    await page.locator('li.card', { hasText: `${said} เสมอ` }).getByText(/[PS]-\d{4}-/).waitFor()
    expect(await (place ? app.db.proposal.count({ where: { reason: `${said} เสมอ` } }) : app.db.problem.count({ where: { text: `${said} เสมอ` } }))).toBe(1)
    await page.context().close()
  }, 60_000)
})

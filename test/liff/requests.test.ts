import type { Page } from 'playwright-core'
import type { AppOnStage } from './app'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preserve, refuse } from '../../domain/footage/answer'
import { writeToOfficers } from '../../domain/footage/message'
import { demoActor, demoCameras, demoRequest, shopCamera } from '../helpers/footage'
import { axe, shot, startApp } from './app'

let app: AppOnStage
/** A request of person 3: a public camera, a broken one, and the gold shop's. */
let number: string
let items: { id: string, askId: string, cameraId: string | null }[]
let codes: string[]
beforeAll(async () => {
  app = await startApp()
  const cameras = await demoCameras(app.db, 2)
  const shop = await shopCamera(app.db)
  codes = [...cameras, shop].map(({ code }) => code)
  await app.db.camera.update({ where: { id: cameras[1]!.id }, data: { status: 'DAMAGED', statusSince: new Date(Date.now() - 3 * 86_400_000) } })
  const made = await demoRequest(app.db, [...cameras, shop].map(({ id }) => id))
  number = made.number
  items = await app.db.footageItem.findMany({ where: { requestId: made.requestId }, orderBy: { id: 'asc' } })
  const official = await demoActor(app.db, 1)
  await app.db.$transaction(async (db) => {
    const act = { db, actor: official, now: new Date() }
    await preserve(act, { askId: items[0]!.askId })
    await writeToOfficers(act, items[0]!.askId, { text: 'มารับได้ทุกวัน เวลาราชการ' })
  })
}, 240_000)
afterAll(() => app?.stop())

const camera = (page: Page, code: string) => page.getByRole('region', { name: code })
const send = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

it('looks well, list and one of them, for the officer and for who is asked, on a phone and a desktop, in both languages', async () => {
  for (const [size, language, dark] of [['phone', 'th', false], ['phone', 'en', true], ['desktop', 'th', true], ['desktop', 'en', false]] as const) {
    const name = `${size}-${language}${dark ? '-dark' : ''}`
    const page = await app.signIn(3, { size, language, dark, path: '/requests' })
    await page.locator('main .items li').first().waitFor()
    await shot(page, `requests-list-${name}`)
    await axe(page)
    await page.goto(app.at(`/requests/${number}`))
    await page.locator('main .timeline li').first().waitFor()
    await shot(page, `requests-one-${name}`, { whole: size === 'phone' })
    await axe(page)
    await page.context().close()
    if (dark) continue
    const keeper = await app.signIn(4, { size, language, dark, path: `/asks/${items[2]!.askId}` })
    await keeper.getByRole('group').getByRole('button').first().waitFor()
    await shot(keeper, `asks-one-${name}`, { whole: size === 'phone' })
    await axe(keeper)
    await keeper.context().close()
  }
}, 120_000)

describe('the officer', () => {
  it('sees what is known, writes, notes what came, has the hash computed from a file, and takes the record along', async () => {
    const page = await app.signIn(3, { size: 'desktop' })
    await page.locator('main').getByRole('link', { name: 'คำขอดูภาพที่รอผล' }).click()
    await page.getByRole('link', { name: 'วิ่งราวทรัพย์' }).first().click()
    await camera(page, codes[0]!).getByText('มารับได้ทุกวัน').waitFor()
    await camera(page, codes[1]!).getByText('กล้องนี้เสียตั้งแต่').waitFor()
    await camera(page, codes[2]!).getByText('กล้องเอกชน').waitFor()

    await camera(page, codes[0]!).getByRole('button', { name: 'ส่งข้อความ' }).click()
    await page.getByRole('textbox', { name: 'ข้อความ' }).fill('<i>จะไปพรุ่งนี้</i>')
    await send(page, 'ส่งข้อความ')
    await camera(page, codes[0]!).getByText('<i>จะไปพรุ่งนี้</i>').waitFor()

    await camera(page, codes[0]!).getByRole('button', { name: 'ได้ภาพแล้ว' }).click()
    // Larger than a piece, so that it is put together.
    const film = Buffer.alloc(9 * 1024 * 1024 + 5, 'กล้อง')
    await page.locator('input[type=file]').setInputFiles([{ name: 'film.mp4', mimeType: 'video/mp4', buffer: film }])
    await page.getByText('คำนวณจาก film.mp4 แล้ว').waitFor()
    const sha256 = createHash('sha256').update(film).digest('hex')
    expect(await page.getByLabel('SHA-256').inputValue()).toBe(sha256)
    await shot(page, 'requests-receive')
    await axe(page)
    await send(page, 'ได้ภาพแล้ว')
    await page.getByText(`บันทึกผลของ ${codes[0]} แล้ว`).waitFor()
    expect(await app.db.footageItem.findUniqueOrThrow({ where: { id: items[0]!.id } })).toMatchObject({ state: 'RECEIVED', complete: true, sha256, bytes: BigInt(film.length) })

    await camera(page, codes[0]!).getByRole('button', { name: 'แนบค่าแฮช' }).click()
    await page.getByLabel('SHA-256').fill('AB CD')
    await send(page, 'แนบค่าแฮช')
    await page.getByText('ตรวจและแก้ไขช่องนี้').waitFor()
    await page.keyboard.press('Escape')

    await camera(page, codes[1]!).getByRole('button', { name: 'ไม่ได้ภาพ' }).click()
    await send(page, 'ไม่ได้ภาพ')
    await page.getByText('กรอกช่องนี้').waitFor()
    await page.getByLabel('กล้องเสีย').check()
    await send(page, 'ไม่ได้ภาพ')
    await page.getByText('แจ้งซ่อมกล้องให้แล้ว F-').waitFor()

    const refused: string[] = []
    page.on('console', message => message.type() === 'error' && refused.push(message.text()))
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'ใบรับ–ส่งมอบภาพ (PDF)' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe(`${number}.pdf`)
    const pdf = await readFile(await download.path())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.length).toBeGreaterThan(15_000)
    expect(refused).toEqual([])
    if (process.env.SHOTS) await download.saveAs('.tmp/shots/receipt-th.pdf')
    await page.context().close()
  }, 90_000)

  it('is not told why it was refused, and cancels what is left once asked back', async () => {
    const { requestId, number } = await demoRequest(app.db, (await demoCameras(app.db, 2)).map(({ id }) => id), { offence: 'คนหาย' })
    const [first] = await app.db.footageItem.findMany({ where: { requestId }, orderBy: { id: 'asc' } })
    const official = await demoActor(app.db, 1)
    await app.db.$transaction(db => refuse({ db, actor: official, now: new Date() }, { askId: first!.askId, reason: { text: 'ไม่อยากยุ่ง' } }))
    const page = await app.signIn(3, { path: `/requests/${number}` })
    await page.getByText('ไม่สามารถให้ได้').first().waitFor()
    expect(await page.getByText('ไม่อยากยุ่ง').count()).toBe(0)
    await page.getByRole('button', { name: 'ยกเลิกคำขอ' }).click()
    await send(page, 'ไม่ยกเลิก')
    expect((await app.db.footageRequest.findUniqueOrThrow({ where: { id: requestId } })).state).toBe('SUBMITTED')
    await page.getByRole('button', { name: 'ยกเลิกคำขอ' }).click()
    await send(page, 'ยกเลิกคำขอ')
    await page.getByText(`ยกเลิกคำขอ ${number} แล้ว`).waitFor()
    await page.goto(app.at('/requests?part=over'))
    await page.getByRole('link', { name: 'คนหาย' }).waitFor()
    await page.context().close()
  })
})

describe('who keeps a camera', () => {
  it('saves it with one tap, sets a time, and writes to the officer', async () => {
    const [one] = await demoCameras(app.db, 1)
    const { requestId } = await demoRequest(app.db, [one!.id], { offence: 'ชนแล้วหนี' })
    const { askId } = await app.db.footageItem.findFirstOrThrow({ where: { requestId } })
    const page = await app.signIn(1)
    await page.locator('main').getByRole('link', { name: 'คำขอดูภาพที่รอคุณตอบ' }).click()
    await page.getByText('ชนแล้วหนี').waitFor()
    await page.goto(app.at(`/asks/${askId}`))
    await page.getByRole('button', { name: 'เก็บภาพไว้แล้ว' }).click()
    await page.getByText('ขอบคุณ แจ้งตำรวจแล้ว').waitFor()
    await page.getByRole('button', { name: 'นัดเวลา' }).click()
    await page.getByLabel('ให้ตำรวจมาดูหรือรับภาพเมื่อไร').fill('2025-01-02T10:00')
    await send(page, 'นัดเวลา')
    await page.getByText('เวลานัดต้องเป็นเวลาที่ยังมาไม่ถึง').waitFor()
    const at = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 86_400_000)
    await page.getByLabel('ให้ตำรวจมาดูหรือรับภาพเมื่อไร').fill(new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16))
    await shot(page, 'asks-appoint')
    await axe(page)
    await send(page, 'นัดเวลา')
    await expect.poll(async () => (await app.db.footageItem.findFirstOrThrow({ where: { requestId } })).appointmentAt?.getTime()).toBe(at.getTime())
    await page.getByRole('button', { name: 'ส่งข้อความถึงผู้ขอ' }).click()
    await page.getByRole('textbox', { name: 'ข้อความ' }).fill('เอาแฟลชไดรฟ์มาด้วย')
    await send(page, 'ส่งข้อความ')
    await page.getByText('เอาแฟลชไดรฟ์มาด้วย').waitFor()
    await page.context().close()
  })

  it('says no without a reason, or with one, and a technician\'s number is read', async () => {
    const page = await app.signIn(4, { path: `/asks/${items[2]!.askId}` })
    await page.getByText('ไม่มีผลใด ๆ กับคุณ').waitFor()
    await page.getByRole('button', { name: 'ต้องรอช่าง' }).click()
    await page.getByLabel('เบอร์โทรของช่าง').fill('12345')
    await send(page, 'ต้องรอช่าง')
    await page.getByText('อ่านเบอร์นี้ไม่ได้').waitFor()
    await page.getByLabel('เบอร์โทรของช่าง').fill('081 234 5678')
    await send(page, 'ต้องรอช่าง')
    await page.getByText('0812345678').waitFor()
    await page.getByRole('button', { name: 'ไม่สะดวก' }).click()
    await page.getByLabel('เหตุผล').fill('กล้องหันเข้าร้าน')
    await send(page, 'ไม่สะดวก')
    await page.getByText('เหตุผลของคุณ (ตำรวจไม่เห็น)').waitFor()
    await page.context().close()
  })
})

it('none of it is there for others', async () => {
  const page = await app.signIn(6, { path: `/requests/${number}` })
  await page.getByText('ไม่พบคำขอดูภาพนี้').waitFor()
  await page.goto(app.at(`/asks/${items[0]!.askId}`))
  await page.getByText('ไม่พบคำขอดูภาพนี้').waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: 'คำขอ' }).count()).toBe(0)
  await page.context().close()
})

import type { Browser } from 'playwright-core'
import type { Album } from './album'
import type { Phone } from './phone'
import type { Stage } from './stage'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { guideFolder, openAlbum } from './album'
import { footageStory } from './footageStory'
import { startStage } from './stage'

let browser: Browser
let stage: Stage
let album: Album
let reporter: Phone
let official: Phone
let technician: Phone
let secretary: Phone
/** The report's number, and its repair's. */
let report: string
let workOrder: string

beforeAll(async () => {
  browser = await launchBrowser()
  stage = await startStage(browser)
  album = await openAlbum()
})
afterAll(async () => {
  await browser?.close()
  await stage?.stop()
})

const oneStory = { timeout: 240_000 }
const storedPhotos = () => stage.db.attachment.count({ where: { state: 'STORED' } })

describe('from welcome to stars', oneStory, () => {
  it('welcomes somebody who adds the account, with a menu', async () => {
    reporter = await stage.open(8)
    await reporter.page.getByRole('button', { name: 'เพิ่มเพื่อน' }).click()
    await reporter.sees('ส่องกล้อง ช่วยให้กล้องวงจรปิดของจังหวัดใช้งานได้จริง')
    await reporter.sees('แตะเมนูด้านล่าง')
    await album.take(reporter, 'reporter-welcome')
  })

  it('takes a report in three taps: the menu, the place, the symptom on the nearest camera', async () => {
    await reporter.menu('แจ้งกล้องเสีย')
    await reporter.sees('กล้องตัวไหนเสีย')
    expect(await reporter.choices()).toEqual(['ส่งตำแหน่ง', 'สแกน QR', 'พิมพ์รหัส', 'ไม่พบในรายการ', 'ยกเลิก'])
    await album.take(reporter, 'reporter-which-camera')
    await reporter.chooses('ส่งตำแหน่ง')
    await reporter.sendsPlace('อบต.โพสะ')
    await reporter.sees('กล้อง 10 ตัวที่ใกล้ที่สุด')
    const nearest = reporter.log.getByRole('article').first()
    expect(await nearest.textContent()).toContain('หน้าที่ทำการ อบต.โพสะ')
    await album.take(reporter, 'reporter-nearest', { menu: false })
    await nearest.getByRole('button', { name: 'ไม่มีภาพ' }).click()
    await reporter.sees('รับแจ้งแล้ว')
    await reporter.sees('ก่อนนั้นยังแก้ไขหรือยกเลิกได้')
    report = /F-\d{4}-\w{5}/.exec(await reporter.reads())![0]
    await album.take(reporter, 'reporter-stored', { menu: false })
  })

  it('adds a photo and a detail to the report, and hands it to the agency', async () => {
    await reporter.chooses('ถ่ายรูป')
    await reporter.sendsPhotos('กล้องเสีย')
    await reporter.sees('ได้รับรูปแล้ว')
    await reporter.says('ดับตั้งแต่เมื่อคืน สายห้อยลงมา')
    await reporter.sees('เพิ่มรายละเอียดแล้ว')
    await album.take(reporter, 'reporter-photo', { menu: false })
    await reporter.chooses('เสร็จ')
    await reporter.sees('ส่งให้ อบต.โพสะ แล้ว')
    await reporter.sees(report)
    await album.take(reporter, 'reporter-sent', { menu: false })
    await expect.poll(storedPhotos, { timeout: 20_000 }).toBe(1)
  })

  it('brings it to the official of the agency, who takes it on and gives it to a technician', async () => {
    official = await stage.open(1)
    await official.menu('งานของฉัน')
    await official.sees('หน้าที่ทำการ อบต.โพสะ · ตัวที่ 1')
    await album.take(official, 'official-my-work', { menu: false })
    const order = await stage.db.workOrder.findFirstOrThrow({ where: { reports: { some: { number: report } } } })
    workOrder = order.number
    await official.says(workOrder)
    await official.sees('ดับตั้งแต่เมื่อคืน สายห้อยลงมา')
    await album.take(official, 'official-work-order')
    await official.taps('รับเรื่อง', workOrder)
    await official.sees(`รับเรื่อง ${workOrder} แล้ว`)
    await album.take(official, 'official-acknowledged')
    await official.taps('มอบหมาย', workOrder)
    await official.sees('มอบหมายให้ใคร')
    await album.take(official, 'official-assign')
    await official.chooses(/^สมศักดิ์ บุญมี/)
    await official.sees(`มอบหมาย ${workOrder} ให้ สมศักดิ์ บุญมี แล้ว`)
    await album.take(official, 'official-assigned')
  })

  it('lets the technician start, and finish with a photo, a cause and a cost', async () => {
    technician = await stage.open(6)
    await technician.menu('งานของฉัน')
    await technician.sees('คุณได้รับมอบหมายงาน')
    await album.take(technician, 'technician-my-work', { menu: false })
    await technician.taps('ดูงานนี้', workOrder)
    await technician.sees('ดับตั้งแต่เมื่อคืน สายห้อยลงมา')
    await technician.taps('เริ่มซ่อม', workOrder)
    await technician.sees(`เริ่มซ่อม ${workOrder} แล้ว`)
    await album.take(technician, 'technician-started')
    await technician.taps('ซ่อมเสร็จ', workOrder)
    await technician.sees('ส่งรูปกล้องหรือภาพจากกล้องหลังซ่อม')
    await technician.chooses('ถ่ายรูป')
    await technician.sendsPhotos('ซ่อมแล้ว')
    await technician.sees('มีรูปหลังซ่อมแล้ว 1 รูป')
    await album.take(technician, 'technician-photo')
    await technician.chooses('ต่อไป')
    await technician.sees('สาเหตุคืออะไร')
    await album.take(technician, 'technician-cause')
    await technician.chooses('สายสัญญาณ')
    await technician.sees('ค่าซ่อม')
    await technician.says('๓๕๐')
    await technician.chooses('ข้าม')
    await technician.sees('350')
    await album.take(technician, 'technician-confirm')
    await technician.taps('ยืนยัน', 'สายสัญญาณ')
    await technician.sees(workOrder)
    await album.take(technician, 'technician-done')
    await expect.poll(storedPhotos, { timeout: 20_000 }).toBe(2)
  })

  it('asks the reporter whether it works, and for stars', async () => {
    await reporter.menu('ติดตามเรื่อง')
    await reporter.sees('กล้องใช้ได้แล้วหรือยัง')
    await album.take(reporter, 'reporter-asked', { menu: false })
    await reporter.taps('ใช้ได้แล้ว', 'กล้องใช้ได้แล้วหรือยัง')
    await reporter.sees('ขอบคุณที่ยืนยัน งานนี้ปิดแล้ว')
    await reporter.sees('กี่ดาว')
    await album.take(reporter, 'reporter-stars', { menu: false })
    await reporter.chooses('★★★★★')
    await reporter.sees('บันทึก ★★★★★ แล้ว')
    await reporter.says(report)
    await reporter.sees('ผู้แจ้งยืนยันว่าใช้ได้แล้ว')
    await album.take(reporter, 'reporter-closed', { menu: false })
    const { state } = await stage.db.workOrder.findUniqueOrThrow({ where: { number: workOrder } })
    expect(state).toBe('CLOSED')
  })
})

describe('who may do what', oneStory, () => {
  it('asks the secretary about somebody who wants to work with it', async () => {
    await reporter.menu('ลงทะเบียน')
    await reporter.sees('รหัสเชิญ')
    await album.take(reporter, 'register-code')
    await reporter.chooses('ไม่มีรหัส')
    await reporter.sees('คุณทำหน้าที่อะไร')
    await reporter.chooses('ช่างซ่อม')
    await reporter.sees('หน่วยงานไหน')
    await reporter.says('โพสะ')
    await reporter.sees('ชื่อและนามสกุล')
    await reporter.says('กมลชนก แสงดี')
    await reporter.sees('ขอสิทธิ์ใช้งาน')
    await album.take(reporter, 'register-card')
    await reporter.chooses('ยืนยัน')
    await reporter.sees('ส่งคำขอให้ผู้ดูแลจังหวัด')
  })

  it('lets the secretary approve, after which the menu of the role appears', async () => {
    secretary = await stage.open(5)
    await secretary.menu('คำขอลงทะเบียน')
    await secretary.sees('กมลชนก แสงดี')
    await album.take(secretary, 'secretary-requests', { menu: false })
    await secretary.taps('อนุมัติ', 'กมลชนก แสงดี')
    await secretary.sees('อนุมัติ กมลชนก แสงดี แล้ว')
    await album.take(secretary, 'secretary-approved')
    await reporter.hasMenu('งานของฉัน')
    await reporter.menu('งานของฉัน')
    await reporter.sees('คำขอของคุณได้รับอนุมัติ')
    await album.take(reporter, 'register-approved')
  })

  it('makes an invitation code for an official', async () => {
    await secretary.menu('เชิญคนเข้าร่วม')
    await secretary.sees('เชิญในหน้าที่อะไร')
    await secretary.chooses('เจ้าหน้าที่หน่วยงาน')
    await secretary.says('โพสะ')
    await secretary.sees(/\w{4}-\w{4}-\w{4}/)
    await album.take(secretary, 'secretary-invitation')
  })

  it('gives an overview of the province', async () => {
    await secretary.menu('ภาพรวมจังหวัด')
    await secretary.sees('ภาพรวม')
    await secretary.sees('860')
    await album.take(secretary, 'secretary-overview', { menu: false })
    const committee = await stage.open(7)
    await committee.menu('Overview')
    await committee.sees('860')
    await album.take(committee, 'committee-overview', { menu: false })
    await committee.close()
  })

  it('shows on a desktop what happens behind the chat', async () => {
    const desk = await stage.open(5, { wide: true })
    await desk.sees('860')
    await album.take(desk, 'desk')
    await desk.page.getByRole('tab', { name: 'เรียก API' }).click()
    await expect.poll(() => desk.page.getByRole('tabpanel').textContent()).toContain('/v2/bot/message/reply')
    await desk.close()
  })
})

describe('what agencies propose', oneStory, () => {
  it('takes a point that needs cameras, after showing those that are near', async () => {
    await official.menu('เสนอจุดติดตั้ง')
    await official.sees('ควรติดกล้องเพิ่มที่ไหน')
    await official.chooses('ส่งตำแหน่ง')
    await official.sendsPlace('หน้าตลาดสุวพันธุ์')
    await official.sees('กล้องที่อยู่ใกล้จุดนี้')
    await album.take(official, 'official-near', { menu: false })
    await official.chooses('เส้นทางหลบหนี')
    await official.chooses('ด่วนที่สุด')
    await official.says('เคยเกิดเหตุวิ่งราวทอง คนร้ายหนีออกถนนสายเอเชีย')
    await official.sees('กี่ตัว')
    await official.chooses('2')
    await official.chooses('อ่านป้ายทะเบียน')
    await official.says('๙๐,๐๐๐')
    await official.chooses('งบจังหวัด')
    await official.sees('จะเห็นข้อเสนอนี้')
    await album.take(official, 'official-proposal', { menu: false })
    await official.chooses('ยืนยัน')
    await official.sees(/รับข้อเสนอ P-\d{4}-\w{5} แล้ว/)
  })

  it('takes a problem and what would help', async () => {
    await official.menu('ปัญหาและข้อเสนอแนะ')
    await official.chooses('งบประมาณ')
    await official.sees('เล่าปัญหา')
    await official.says('ไม่มีงบซ่อมบำรุงรายปี กล้องเสียต้องรอปีงบประมาณหน้า')
    await official.sees('อะไรจะช่วยได้')
    await official.says('ตั้งงบกลางของจังหวัดสำหรับซ่อมกล้อง')
    await official.sees(/รับ S-\d{4}-\w{5} แล้ว/)
    await album.take(official, 'official-problem', { menu: false })
  })

  it('shows the secretary both', async () => {
    await secretary.menu('ปัญหาที่แจ้งไว้')
    await secretary.sees('ไม่มีงบซ่อมบำรุงรายปี')
    await secretary.menu('จุดที่เสนอ')
    await secretary.sees('หน้าตลาดสุวพันธุ์')
    await album.take(secretary, 'secretary-proposals', { menu: false })
  })
})

footageStory(() => ({ stage, album }))

it('took every picture that the guide shows, and no other', () => {
  const shown = readdirSync(guideFolder).filter(name => name.endsWith('.md')).flatMap(name => Array.from(readFileSync(join(guideFolder, name), 'utf8').matchAll(/pictures\/([\w-]+)\.webp/g), match => match[1]!))
  expect([...new Set([...album.names])].sort()).toEqual([...new Set([...shown, 'desk'])].sort())
})

import type { Product } from '../helpers/product'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPeople } from '../../prisma/seed/demo'
import { photoLinks } from '../../server/photos/links'
import { chat } from '../helpers/chat'
import { eventually } from '../helpers/eventually'
import { lineId } from '../helpers/fakeLine'
import { photo } from '../helpers/photo'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => { product = await startProduct({ template: 'demo', line: { people: demoPeople.map(({ id, name }) => ({ id, name })) } }) })
afterAll(() => product.stop())

const workOrder = () => product.db.workOrder.findFirstOrThrow({ where: { reports: { some: { reporter: { lineUserId: lineId(8) } } } } })
const photos = () => product.db.attachment.findMany({ where: { uploadedBy: { lineUserId: { in: [lineId(8), lineId(6)] } }, lineMessageId: { not: null } }, orderBy: { createdAt: 'asc' } })

it('a broken camera is reported, repaired and confirmed, by three people who only chat', async () => {
  const [reporter, official, technician] = [8, 1, 6].map(n => chat(product, lineId(n))) as [ReturnType<typeof chat>, ReturnType<typeof chat>, ReturnType<typeof chat>]
  const camera = await product.db.camera.findFirstOrThrow({ where: { status: 'NORMAL', ownership: 'PUBLIC', workOrders: { none: {} }, agency: { name: 'อบต.โพสะ' } }, orderBy: { code: 'asc' } })

  expect(await reporter.says(`กล้อง ${camera.code} ไม่มีภาพ`)).toMatch(/รับแจ้งแล้ว/)
  expect(await reporter.sendsPhotos(await photo())).toContain('ได้รับรูปแล้ว')
  expect(await reporter.taps('เสร็จ')).toContain('ส่งให้ อบต.โพสะ แล้ว')
  const { number } = await workOrder()

  expect(await official.says(number)).toContain(camera.code)
  expect(await official.taps('รับเรื่อง')).toContain(`รับเรื่อง ${number} แล้ว`)
  await official.says(number)
  expect(await official.taps('มอบหมาย')).toContain('มอบหมายให้ใคร')
  await official.taps(official.choices().find(choice => choice.startsWith('สมศักดิ์ บุญมี'))!)
  expect(official.sees()).toContain(`มอบหมาย ${number} ให้ สมศักดิ์ บุญมี แล้ว`)

  await technician.says(number)
  expect(await technician.taps('เริ่มซ่อม')).toContain(`เริ่มซ่อม ${number} แล้ว`)
  await technician.says(number)
  expect(await technician.taps('ซ่อมเสร็จ')).toContain('ภาพจากกล้องหลังซ่อม')
  expect(await technician.sendsPhotos(await photo())).toContain('มีรูปหลังซ่อมแล้ว 1 รูป')
  expect(await technician.taps('ต่อไป')).toContain('สาเหตุคืออะไร')
  expect(await technician.taps('สายสัญญาณ')).toContain('ค่าซ่อม')
  await technician.says('๓๕๐')
  expect(await technician.taps('ข้าม')).toContain('350')
  expect(await technician.taps('ยืนยัน')).toContain(number)

  expect(await reporter.says('ติดตามเรื่อง')).toContain('กล้องใช้ได้แล้วหรือยัง')
  expect(await reporter.taps('ใช้ได้แล้ว')).toContain('ขอบคุณที่ยืนยัน งานนี้ปิดแล้ว')
  expect(await reporter.taps('★★★★★')).toContain('บันทึก ★★★★★ แล้ว')
  expect((await workOrder()).state).toBe('CLOSED')
})

it('the photos that they sent are kept without what they tell of the place, and shown to whoever has a link', async () => {
  const stored = await eventually(async () => {
    const found = await photos()
    expect(found.map(({ state }) => state)).toEqual(['STORED', 'STORED'])
    return found
  })
  const links = photoLinks({ ...product.config, publicUrl: product.url }, () => new Date())
  for (const { id, width, height } of stored) {
    expect([width, height]).toEqual([320, 240])
    for (const size of ['full', 'preview'] as const) {
      const response = await fetch(links.link(id, size))
      expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'nosniff'])
      expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).exif).toBeUndefined()
    }
    expect((await fetch(links.link(id, 'full').replace(/signature=./, one => one.endsWith('_') ? 'signature=-' : 'signature=_'))).status).toBe(403)
  }
})

import type { Product } from '../helpers/product'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPeople } from '../../prisma/seed/demo'
import { chat } from '../helpers/chat'
import { eventually } from '../helpers/eventually'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => { product = await startProduct({ template: 'demo', line: { people: demoPeople.map(({ id, name }) => ({ id, name })) } }) })
afterAll(() => product.stop())

it('an officer asks for two cameras; one custodian hears it at once, saves it and sets a time, the other’s camera is down; what was received is closed', async () => {
  const { db } = product
  const camerasOf = (name: string) => db.camera.findFirstOrThrow({ where: { status: 'NORMAL', ownership: 'PUBLIC', workOrders: { none: {} }, agency: { name } }, orderBy: { code: 'asc' } })
  const [one, two] = [await camerasOf('อบต.โพสะ'), await camerasOf('เทศบาลเมืองอ่างทอง')]
  await db.camera.updateMany({ where: { id: { in: [one.id, two.id] } }, data: { retentionDays: 2 } })
  const [officer, first, second] = [3, 1, 2].map(n => chat(product, lineId(n))) as [ReturnType<typeof chat>, ReturnType<typeof chat>, ReturnType<typeof chat>]

  await officer.says('ขอดูภาพ')
  await officer.says('คดีอาญาที่ 123/2569')
  await officer.says(`${one.code} ${two.code}`)
  await officer.taps('ต่อไป')
  await officer.taps('เลือกวันและเวลา', { datetime: new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 16) })
  await officer.taps('30 นาที')
  await officer.taps('วิ่งราวทรัพย์')
  await officer.taps('ป.วิ.อาญา ม.131')
  await officer.taps('ติดตามผู้ต้องสงสัย')
  expect(await officer.taps('ปกติ')).toContain('เหลือ')
  const number = /R-\d{4}-[2-9A-Z]{5}/.exec(await officer.taps('ยืนยัน'))![0]

  // Less than three days are left, so they hear it without having written.
  for (const custodian of [first, second]) await eventually(() => expect(JSON.stringify(custodian.lines().at(-1)?.message)).toContain(number))
  expect(await first.taps('เก็บภาพไว้แล้ว')).toContain('ขอบคุณ')
  await first.taps('นัดเวลา')
  await first.taps('เลือกวันและเวลา', { datetime: new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 16) })
  expect(first.sees()).toContain('แจ้งตำรวจแล้วว่านัด')
  await second.taps('คำตอบอื่น')
  expect(await second.taps('กล้องเสีย')).toMatch(/F-\d{4}-/)

  const seen = await officer.says(number)
  for (const shown of ['นัดเวลาแล้ว', 'กล้องเสีย', one.code, two.code]) expect(seen).toContain(shown)
  expect(await officer.taps('ได้ภาพแล้ว')).toContain(`ได้ภาพจาก ${one.code}`)
  expect(await db.footageRequest.findFirstOrThrow({ where: { number } })).toMatchObject({ state: 'PARTIAL' })
  expect(await db.workOrder.count({ where: { cameraId: two.id, state: 'NEW' } })).toBe(1)
})

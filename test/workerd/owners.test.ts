import type { Product } from '../helpers/product'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openContact } from '../../domain/owners/contact'
import { personId } from '../../prisma/seed/demo/people'
import { chat } from '../helpers/chat'
import { contacts } from '../helpers/contacts'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => void (product = await startProduct({ template: 'demo' })))
afterAll(() => product.stop())

it('a private camera is registered in the worker, its contact sealed there and opened here, and the other way round; both are gone when the owner withdraws', async () => {
  const owner = chat(product, lineId(4))
  await owner.says('ลงทะเบียนกล้อง')
  await owner.taps('ยินยอม')
  await owner.says('บ้านมาลี')
  await owner.sendsPlace(14.5877, 100.4522)
  for (const answer of ['→ ทิศตะวันออก', 'นอกอาคาร', '7 วัน', 'ต้องรอช่าง']) await owner.taps(answer)
  await owner.says('มาลี ตั้งเจริญกิจ')
  await owner.says('๐๘๑-๒๓๔-๕๖๗๘')
  await owner.taps('ตลอดเวลา')
  await owner.taps('ให้ตำรวจเห็นเบอร์')
  expect(await owner.taps('ข้าม')).toContain('081-234-5678')
  expect(await owner.taps('ยืนยัน')).toContain('15-00862')
  const [first, second] = await product.db.privateCamera.findMany({ where: { ownerId: personId(4) }, orderBy: { createdAt: 'asc' } })
  expect(openContact({ contacts }, second!.contact, personId(4))?.phone?.number).toBe('0812345678')
  expect(await product.db.inboundEvent.count({ where: { lane: lineId(4), payload: { path: ['message', 'text'], string_contains: '๐๘๑' } } })).toBe(0)
  const police = chat(product, lineId(3))
  await police.says('กล้องรอตรวจ')
  expect(police.sees()).toContain('บ้านมาลี')
  expect(await police.forges(`s.ownerContact.{"camera":"${first!.cameraId}"}`)).toContain('081-000-0004')
  await owner.says('ความเป็นส่วนตัว')
  const link = JSON.stringify(owner.lines().at(-1)).match(/https?:\/\/[^"]*\/held\/[^"]*/)![0]
  const held = await fetch(link.replace(product.config.publicUrl, product.url))
  expect(await held.json()).toMatchObject({ cameras: [{ contactSeen: [{ data: { as: 'POLICE' } }] }, { contact: { phone: { number: '0812345678' } } }] })
  await owner.taps('ถอนความยินยอม')
  expect(await owner.taps('ยืนยัน')).toContain('15-00861, 15-00862')
  expect(await product.db.privateCamera.count()).toBe(0)
})

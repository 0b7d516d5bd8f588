import type { Chat } from '../helpers/chat'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { photo } from '../helpers/photo'
import { startProduct } from '../helpers/product'

let product: Product
let people = 100
/** Somebody who has never written before. */
function somebody(): Chat {
  const id = lineId(people++)
  return chat(product, id)
}

beforeAll(async () => {
  const strangers = Array.from({ length: 60 }, (_, n) => ({ id: lineId(100 + n), name: `คนที่ ${n}` }))
  product = await startProduct({ template: 'demo', line: { people: [...strangers, ...[1, 2, 5].map(n => ({ id: lineId(n), name: `Person ${n}` }))] } })
})
afterAll(() => product.stop())

const number = /F-\d{4}-[2-9A-HJKMNP-TV-Z]{5}/
const reports = () => product.db.faultReport.count()
const camera = (code: string) => product.db.camera.findUniqueOrThrow({ where: { code }, include: { site: true } })

/** Cameras of the register that nobody has reported, a new one for each test. */
const free: string[] = []
beforeEach(async () => {
  if (free.length > 0) return
  const found = await product.db.camera.findMany({ where: { status: 'NORMAL', workOrders: { none: {} }, agency: { name: { contains: 'โพสะ' } } }, select: { code: true }, take: 60 })
  free.push(...found.map(c => c.code))
})
const unreported = () => free.pop()!

describe('reporting a broken camera', () => {
  it('takes three taps by location', async () => {
    const me = somebody()
    expect(await me.says('แจ้งกล้องเสีย')).toContain('กล้องตัวไหนเสีย')
    expect(me.choices()).toEqual(['ส่งตำแหน่ง', 'สแกน QR', 'พิมพ์รหัส', 'ไม่พบในรายการ', 'ยกเลิก'])
    const { site } = await camera('15-00012')
    expect(await me.sendsPlace(site.latitude, site.longitude)).toContain('15-00012')
    expect(me.buttons().filter(b => b === 'ไม่มีภาพ')).toHaveLength(10)
    expect(await me.taps('ไม่มีภาพ')).toMatch(number)
    expect(me.sees()).toContain('เทศบาลเมืองอ่างทอง')
    expect(me.choices()).toEqual(['ถ่ายรูป', 'เลือกรูป', 'เพิ่มรายละเอียด', 'แก้ไข', 'ยกเลิกเรื่องนี้', 'เสร็จ'])
    expect(me.buttons()).toContain('คัดลอกเลข')
  })

  it('lets the other symptoms be chosen with one more tap', async () => {
    const me = somebody()
    const code = unreported()
    await me.says(code)
    expect(me.sees()).toContain('มีอาการอย่างไร')
    expect(me.choices().slice(0, 9)).toEqual(['ไม่มีภาพ', 'ภาพไม่ชัด', 'หันผิดทิศ', 'ไม่บันทึก', 'เวลาไม่ตรง', 'ถูกทำลาย', 'กล้องหาย', 'มีสิ่งบัง', 'อื่น ๆ'])
    expect(await me.taps('เวลาไม่ตรง')).toMatch(number)
    expect(me.sees()).toContain('เวลาไม่ตรง')
  })

  it.each([
    ['Thai digits and a dash', (c: string) => c.replace(/\d/g, d => '๐๑๒๓๔๕๖๗๘๙'[Number(d)]!)],
    ['no dash', (c: string) => c.replace('-', '')],
    ['a space', (c: string) => c.replace('-', ' ')],
    ['the QR sticker’s words', (c: string) => `กล้อง ${c}`],
  ])('finds the camera by its code with %s', async (_, spelt) => {
    const me = somebody()
    const code = unreported()
    expect(await me.says(spelt(code))).toContain(code)
    expect(await me.says('ภาพไม่ชัด')).toMatch(number)
  })

  it('finds the camera by the agency’s own asset number', async () => {
    const own = await product.db.camera.findFirstOrThrow({ where: { assetNumber: { not: null }, status: 'NORMAL', workOrders: { none: {} } } })
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.says(own.assetNumber!)).toContain(own.code)
  })

  it('understands one sentence: camera and symptom', async () => {
    const me = somebody()
    const code = unreported()
    expect(await me.says(`กล้อง ${code} ไม่มีภาพ`)).toMatch(number)
    expect(me.sees()).toContain(code)
  })

  it('asks only the symptom when the sentence does not name it', async () => {
    const me = somebody()
    expect(await me.says(`${unreported()} เสีย`)).toContain('มีอาการอย่างไร')
  })

  it('asks which of the cameras that fit a place in words', async () => {
    const me = somebody()
    expect(await me.says('กล้องหน้าตลาดดับ')).toContain('เลือกตัวที่เสีย')
    expect(me.buttons()).toContain('ตัวนี้')
    expect(await me.taps('ตัวนี้')).toMatch(number)
    expect(me.sees()).toContain('ไม่มีภาพ')
  })

  it('offers the cameras a person reported before', async () => {
    const me = somebody()
    const code = unreported()
    await me.says(`กล้อง ${code} ไม่มีภาพ`)
    await me.says('เสร็จ')
    await me.says('แจ้งกล้องเสีย')
    const { site } = await camera(code)
    expect(me.choices()[1]!.slice(0, 8)).toBe(site.name.slice(0, 8))
  })

  it('takes one that is not in the register: described or located, for the province to sort out', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.taps('ไม่พบในรายการ')).toContain('กล้องอยู่ตรงไหน')
    expect(await me.says('เสาไฟหน้าวัดไชโย ฝั่งแม่น้ำ')).toContain('มีอาการอย่างไร')
    expect(await me.taps('กล้องหาย')).toMatch(number)
    expect(me.sees()).toContain('สำนักงานจังหวัด')
    const stored = await product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: me.id } }, include: { workOrder: true } })
    expect(stored).toMatchObject({ cameraId: null, placeText: 'เสาไฟหน้าวัดไชโย ฝั่งแม่น้ำ', provinceCode: '15', workOrder: { agencyId: null } })
  })

  it('says so when the code does not exist, and asks again', async () => {
    const me = somebody()
    expect(await me.says('15-99999 เสีย')).toContain('ไม่พบกล้อง “15-99999”')
    expect(me.choices()).toContain('ไม่พบในรายการ')
  })

  it('says when there is no camera near the place', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.sendsPlace(18.79, 98.98)).toContain('ไม่มีกล้องในรายการใกล้ตำแหน่งนี้')
  })

  it('stores photos sent at once, and details, with the report', async () => {
    const me = somebody()
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    const picture = await photo()
    expect(await me.sendsPhotos(picture, picture, picture)).toContain('รวม 3 รูป')
    expect(me.lines().filter(l => l.from === 'bot').at(-2)!.message.type).toBe('flex')
    expect(await me.taps('เพิ่มรายละเอียด')).toContain('พิมพ์รายละเอียด')
    expect(await me.says('สายห้อยลงมาตั้งแต่เมื่อคืน')).toContain('เพิ่มรายละเอียดแล้ว')
    const stored = await product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: me.id } }, include: { notes: true, attachments: true } })
    expect(stored.notes.map(n => n.text)).toEqual(['สายห้อยลงมาตั้งแต่เมื่อคืน'])
    expect(stored.attachments).toHaveLength(3)
  })

  it('takes nothing but blanks for no detail', async () => {
    const me = somebody()
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    expect(await me.says('\uFEFF \u00A0')).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    expect(await me.says('เสร็จ')).toMatch(number)
  })

  it('begins with a photo, too: the photo goes along', async () => {
    const me = somebody()
    await me.sendsPhotos(await photo())
    expect(me.sees()).toContain('กล้องตัวไหนเสีย')
    await me.says(unreported())
    await me.taps('ไม่มีภาพ')
    expect(await product.db.attachment.count({ where: { uploadedBy: { lineUserId: me.id } } })).toBe(1)
  })

  it('is undone without a trace within two minutes', async () => {
    const me = somebody()
    const before = [await reports(), await product.db.workOrder.count()]
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    expect(await me.taps('ยกเลิกเรื่องนี้')).toContain('ไม่มีหน่วยงานใดได้รับ')
    expect([await reports(), await product.db.workOrder.count()]).toEqual(before)
    expect(me.choices()).not.toContain('ถ่ายรูป')
  })

  it('lets symptom and camera be put right while it can be undone', async () => {
    const me = somebody()
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    expect(await me.taps('แก้ไข')).toContain('แก้ไขอะไร')
    expect(await me.taps('ถูกทำลาย')).toContain('แก้อาการเป็น “ถูกทำลาย”')
    await me.taps('แก้ไข')
    expect(await me.taps('ผิดกล้อง เลือกใหม่')).toContain('กล้องตัวไหนเสีย')
    expect(await product.db.faultReport.count({ where: { reporter: { lineUserId: me.id } } })).toBe(0)
  })

  it('tells the agency when เสร็จ is tapped, and no sooner', async () => {
    const me = somebody()
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    const mine = () => product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: me.id } }, include: { workOrder: true } })
    expect((await mine()).workOrder.releasedAt).toBeNull()
    expect(await me.taps('เสร็จ')).toMatch(/ส่งให้ .*โพสะ.* แล้ว[\s\S]*F-/)
    expect((await mine()).workOrder.releasedAt).not.toBeNull()
  })

  it('joins the open work order of the camera, and says how many have said so', async () => {
    const [first, second, third] = [somebody(), somebody(), somebody()]
    const code = unreported()
    await first.says(`กล้อง ${code} ไม่มีภาพ`)
    await first.taps('เสร็จ')
    const { site } = await camera(code)
    await second.says('แจ้งกล้องเสีย')
    expect(await second.sendsPlace(site.latitude, site.longitude)).toContain('มีผู้แจ้งแล้ว 1 คน')
    expect(await second.says(`กล้อง ${code} ไม่มีภาพ`)).toContain('คุณเป็นคนที่ 2')
    expect(await third.says(code)).toContain('มีผู้แจ้งแล้ว 2 คน')
    expect(await product.db.workOrder.count({ where: { camera: { code } } })).toBe(1)
  })

  it('makes one work order of two people who confirm in the same moment', async () => {
    const code = unreported()
    const both = [somebody(), somebody(), somebody(), somebody()]
    await Promise.all(both.map(one => one.says(`กล้อง ${code} ไม่มีภาพ`)))
    expect(await product.db.workOrder.count({ where: { camera: { code } } })).toBe(1)
    expect(await product.db.faultReport.count({ where: { camera: { code } } })).toBe(4)
  })

  it('does not make a second report of the same person on the same open camera', async () => {
    const me = somebody()
    const code = unreported()
    await me.says(`กล้อง ${code} ไม่มีภาพ`)
    const first = me.sees().match(number)![0]
    await me.taps('เสร็จ')
    expect(await me.says(`กล้อง ${code} ไม่มีภาพ`)).toContain('คุณแจ้งกล้องตัวนี้ไว้แล้ว')
    expect(me.sees()).toContain(first)
    expect(me.choices()).not.toContain('ยกเลิกเรื่องนี้')
  })

  it('follows without adding', async () => {
    const [first, other] = [somebody(), somebody()]
    const code = unreported()
    await first.says(`กล้อง ${code} ไม่มีภาพ`)
    await first.taps('เสร็จ')
    const { site } = await camera(code)
    await other.says('แจ้งกล้องเสีย')
    await other.sendsPlace(site.latitude, site.longitude)
    expect(await other.taps('ติดตามเรื่องนี้')).toMatch(/W-\d{4}-/)
    const follows = () => product.db.workOrderFollower.count({ where: { user: { lineUserId: other.id } } })
    expect(await follows()).toBe(1)
    expect(other.sees()).toContain(code)
    const card = other.lastOfBot()
    expect(await other.says('เป็นยังไงบ้าง', card)).toContain(code)
    expect(other.buttons()).toEqual(['คัดลอกเลข', 'เลิกติดตาม'])
    expect(await other.taps('เลิกติดตาม')).toContain('เลิกติดตามแล้ว')
    expect(await follows()).toBe(0)
    expect(await other.says('เป็นยังไงบ้าง', card)).not.toContain(code)
    expect(await other.taps('ติดตามเรื่องนี้')).toContain(code)
    expect(await follows()).toBe(1)
  })

  it('works in English', async () => {
    const me = somebody()
    await me.says('ภาษา')
    expect(await me.taps('English')).toContain('Changed to English')
    expect(await me.says('Report a broken camera')).toContain('Which camera is broken?')
    const code = unreported()
    expect(await me.says(`camera ${code} no picture`)).toMatch(number)
    expect(me.sees()).toContain('Report received')
    expect(await me.taps('Done')).toContain('Sent to')
    expect(await me.says('My reports')).toContain('Your latest report')
    for (const thai of ['เลขติดตาม', 'อาการ', 'ผู้ซ่อม', 'แจ้งแล้ว', 'ภายใน']) expect(me.sees()).not.toContain(thai)
  })
})

describe('following a report', () => {
  it('shows my reports as cards with their newest steps, and one with its whole time line by its number, its card, or by quoting it', async () => {
    const me = somebody()
    expect(await me.says('ติดตามเรื่อง')).toContain('คุณยังไม่ได้แจ้งเรื่องใด')
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    const mine = me.sees().match(number)![0]
    const card = me.lastOfBot()
    await me.taps('เสร็จ')
    const listed = await me.says('ติดตามเรื่อง')
    expect(listed).toContain(mine)
    expect(listed, 'the newest steps of its time line').toContain('แจ้งหน่วยงานแล้ว')
    expect(await me.taps('ดูรายละเอียด')).toContain('แจ้งหน่วยงานแล้ว')
    expect(await me.says(mine.toLowerCase().replaceAll('-', ' '))).toContain(mine)
    expect(await me.says('เป็นไงบ้าง', card)).toContain(mine)
  })

  it('does not show somebody else’s report', async () => {
    const [me, other] = [somebody(), somebody()]
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    const mine = me.sees().match(number)![0]
    await me.taps('เสร็จ')
    expect(await other.says(mine)).toContain('ไม่พบเลขติดตามนี้')
    const { id } = await product.db.faultReport.findUniqueOrThrow({ where: { number: mine } })
    for (const forged of [`s.track.{"report":"${id}"}`, `s.withdraw.{"report":"${id}"}`, `s.verdict.{"report":"${id}","verdict":"FIXED"}`, `s.addToReport.{"report":"${id}"}`]) { expect(await other.forges(forged), forged).toContain('ไม่พบรายการนี้') }
  })
})

describe('taking a message back', () => {
  it('removes its words and photos from the report', async () => {
    const me = somebody()
    await me.says(`กล้อง ${unreported()} ไม่มีภาพ`)
    await me.says('โทรหาผมที่ 081 234 5678')
    const taken = me.lastOwn()
    await me.says('ติดตามเรื่อง')
    expect(await me.taps('ดูรายละเอียด')).toContain('081 234')
    await me.unsends(taken)
    await me.sendsPhotos(await photo())
    await me.unsends(me.lastOwn())
    const stored = await product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: me.id } }, include: { notes: true, attachments: true } })
    expect(JSON.stringify(stored)).not.toContain('081 234')
    expect(stored.attachments.map(a => a.state)).toEqual(['ERASED'])
    const everywhere = await product.db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (
        SELECT payload::text AS kept FROM "InboundEvent" UNION ALL SELECT messages::text FROM "OutboundMessage"
        UNION ALL SELECT answers::text FROM "Draft" UNION ALL SELECT data::text FROM "Notice") everything
      WHERE kept LIKE '%081 234%'`
    expect(everywhere[0]!.n).toBe(0)
  })

  it('removes it from an answer that has not been sent off', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ไม่พบในรายการ')
    await me.says('บ้านเลขที่ 12 ของป้าสมศรี')
    await me.unsends(me.lastOwn())
    const drafts = await product.db.draft.findMany({ where: { lane: me.id } })
    expect(JSON.stringify(drafts)).not.toContain('สมศรี')
    expect(await me.says('เสาไฟหน้าวัดไชโย')).toContain('มีอาการอย่างไร')
  })
})

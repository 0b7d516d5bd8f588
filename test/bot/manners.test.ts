import type { Chat } from '../helpers/chat'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { photo } from '../helpers/photo'
import { startProduct } from '../helpers/product'

let product: Product
let people = 100
const somebody = (): Chat => chat(product, lineId(people++))

beforeAll(async () => {
  const strangers = Array.from({ length: 60 }, (_, n) => ({ id: lineId(100 + n), name: `คนที่ ${n}`, following: n !== 0 }))
  product = await startProduct({ template: 'demo', line: { people: [...strangers, { id: lineId(1), name: 'เจ้าหน้าที่' }, { id: lineId(3), name: 'ตำรวจ' }] } })
})
afterAll(() => product.stop())

const draftOf = (who: Chat) => product.db.draft.findFirst({ where: { lane: who.id, state: 'OPEN' } })

describe('manners', () => {
  it('welcomes who adds the account, and who comes back after blocking it', async () => {
    const me = somebody()
    expect(await me.follows()).toContain('ส่องกล้อง')
    expect(me.choices()).toEqual(['แจ้งกล้องเสีย', 'ติดตามเรื่อง', 'ลงทะเบียนกล้อง', 'ความเป็นส่วนตัว', 'ลงทะเบียน', 'วิธีใช้', 'ภาษา'])
    await me.blocks()
    expect(await product.db.user.findUniqueOrThrow({ where: { lineUserId: me.id } })).toMatchObject({ reachable: false })
    expect(await me.unblocks()).toContain('ยินดีต้อนรับกลับมา')
    expect(await product.db.user.findUniqueOrThrow({ where: { lineUserId: me.id } })).toMatchObject({ reachable: true })
  })

  it('answers every message, also what it does not understand', async () => {
    const me = somebody()
    for (const words of ['สวัสดี', '😀😀😀', '12345', 'x'.repeat(5000), '\u200B', '<script>alert(1)</script>', '\'; DROP TABLE "User"; --']) { expect(await me.says(words), words.slice(0, 20)).toContain('ยังไม่เข้าใจข้อความนี้') }
    expect(await me.sendsSticker()).toContain('ยังไม่เข้าใจข้อความนี้')
    expect(await me.says('วิธีใช้')).toContain('พิมพ์เลขติดตาม')
  })

  it('shows help and language to whoever has more words than LINE shows, too', async () => {
    const officer = chat(product, lineId(3))
    const help = await officer.says('วิธีใช้')
    const shown = officer.choices()
    expect(shown).toHaveLength(13)
    expect(shown.slice(-2)).toEqual(['วิธีใช้', 'ภาษา'])
    for (const word of shown) expect(help).toContain(word)
    expect(help).toContain('ลงทะเบียนกล้อง')
  })

  it('refuses buttons that somebody made up: without what they need, of what only another dialogue begins, editing what is never asked', async () => {
    const me = somebody()
    const dead = 'ปุ่มนี้ใช้ไม่ได้แล้ว'
    for (const data of ['s.withdraw.{}', 's.verdict.{}', 's.stars.{}', 's.follow.{}', 's.constructor.{}', 's.reportMore.{"report":"01a208dc-c12a-7000-b72c-148995fb1198"}', 's.report.{"here":{"latitude":1e308,"longitude":0,"title":null,"messageId":"1"}}']) expect([data, await me.forges(data)]).toEqual([data, expect.stringContaining(dead)])
    await me.says('แจ้งกล้องเสีย')
    const { token } = (await draftOf(me))!
    expect(await me.forges(`e.${token}.here`)).toContain(dead)
    expect(await me.says('ยกเลิก')).toContain('ยกเลิก')
  })

  it('asks again in other words, and shows a way out after the second time; the draft stays', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.sendsSticker()).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    expect(me.sees()).toContain('ไม่พบในรายการ')
    expect(me.sees()).not.toContain('ถ้าติดอยู่ตรงนี้')
    expect(await me.sendsPhotos(await photo())).toContain('ถ้าติดอยู่ตรงนี้')
    expect(me.choices()).toEqual(expect.arrayContaining(['ยกเลิก', 'วิธีใช้']))
    expect(await draftOf(me)).toMatchObject({ dialogue: 'report' })
  })

  it.each([
    ['a sticker', (me: Chat) => me.sendsSticker()],
    ['a photo', async (me: Chat) => me.sendsPhotos(await photo())],
    ['a place', (me: Chat) => me.sendsPlace(14.5, 100.4)],
    ['5,000 characters', (me: Chat) => me.says('ก'.repeat(5000))],
    ['emoji', (me: Chat) => me.says('🎥🔥')],
    ['a number', (me: Chat) => me.says('99')],
    ['a made-up button', (me: Chat) => me.forges('a.zzzzzz.{"symptom":"EXPLODED"}')],
  ])('helps when the symptom is answered with %s', async (_, act) => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.says('15-00020')
    await act(me)
    expect(me.sees()).toContain('มีอาการอย่างไร')
    expect(me.choices()).toContain('ไม่มีภาพ')
    expect(await draftOf(me)).toMatchObject({ dialogue: 'report' })
  })

  it('goes back one answer, and says when there is none before', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.says('ย้อนกลับ')).toContain('นี่คือคำถามแรกแล้ว')
    await me.says('15-00020')
    expect(me.choices()).toContain('ย้อนกลับ')
    expect(await me.taps('ย้อนกลับ')).toContain('กล้องตัวไหนเสีย')
    expect(await me.says('ข้าม')).toContain('ข้อนี้ข้ามไม่ได้')
  })

  it('cancels, also when there is nothing to cancel', async () => {
    const me = somebody()
    expect(await me.says('ยกเลิก')).toContain('ไม่มีรายการที่ทำค้างอยู่')
    await me.says('แจ้งกล้องเสีย')
    expect(await me.taps('ยกเลิก')).toContain('ยกเลิก “แจ้งกล้องเสีย” แล้ว')
    expect(await draftOf(me)).toBeNull()
  })

  it('says so when a button is of an earlier matter, and offers the present step', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.says('15-00020')
    const old = me.lines().filter(l => l.from === 'bot').at(-1)!.message.quickReply as { items: { action: { data: string } }[] }
    await me.says('ยกเลิก')
    expect(await me.forges(old.items[0]!.action.data)).toContain('ปุ่มนี้เป็นของรายการก่อนหน้า')
    await me.says('แจ้งกล้องเสีย')
    expect(await me.forges(old.items[0]!.action.data)).toMatch(/ปุ่มนี้เป็นของรายการก่อนหน้า[\s\S]*กล้องตัวไหนเสีย/)
  })

  it('politely refuses buttons that nobody made', async () => {
    const me = somebody()
    for (const data of ['x', 'a.b', 's.nothing.{}', 's.report.{"camera":1}', 's.__proto__.{}', 's.constructor.{}', 'r.report', 's.work.{"workOrder":"00000000-0000-4000-8000-000000000000"}']) { expect(await me.forges(data), data).toMatch(/ปุ่มนี้|ไม่พบรายการนี้|เฉพาะผู้ที่เกี่ยวข้อง/) }
  })

  it('asks before leaving a dialogue for a menu word; the draft is kept and offered again', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ไม่พบในรายการ')
    expect(await me.says('ลงทะเบียน')).toContain('ต้องการออกไป “ลงทะเบียน” หรือไม่')
    expect(await me.taps('ทำต่อ')).toContain('กล้องอยู่ตรงไหน')
    await me.says('ลงทะเบียน')
    expect(await me.taps('ออก')).toContain('รหัสเชิญ')
    expect(await me.says('ยกเลิก')).toContain('ยกเลิก “ลงทะเบียน” แล้ว')
    expect(me.choices()).toContain('ทำต่อ แจ้งกล้องเสีย')
    expect(await me.says('แจ้งกล้องเสีย')).toContain('ทำต่อจากเดิม?')
    expect(await me.taps('ทำต่อ')).toContain('กล้องอยู่ตรงไหน')
  })

  it('starts again instead of going on, when that is wanted', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ไม่พบในรายการ')
    await me.says('ลงทะเบียน')
    await me.taps('ออก')
    await me.says('แจ้งกล้องเสีย')
    expect(await me.taps('เริ่มใหม่')).toContain('กล้องตัวไหนเสีย')
  })

  it('does not ask about leaving where nothing would be lost', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    expect(await me.says('ลงทะเบียน')).toContain('รหัสเชิญ')
  })

  it('does what needs no question at once, and then asks the open question again', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ไม่พบในรายการ')
    await me.says('ติดตามเรื่อง')
    expect(me.sees()).toContain('คุณยังไม่ได้แจ้งเรื่องใด')
    expect(await draftOf(me)).toMatchObject({ dialogue: 'report' })
  })

  it('keeps the language with the account, both languages’ words always work', async () => {
    const me = somebody()
    await me.says('Language')
    expect(await me.taps('English')).toContain('Changed to English')
    expect(await me.says('แจ้งกล้องเสีย')).toContain('Which camera is broken?')
    expect(await me.says('Cancel')).toContain('was cancelled')
    expect(await me.says('ภาษา')).toContain('Choose a language')
    expect(await me.says('ไทย')).toContain('เปลี่ยนเป็นภาษาไทยแล้ว')
  })

  it('is not confused by the same event twice', async () => {
    const me = somebody()
    await me.says('แจ้งกล้องเสีย')
    const before = me.lines().length
    const [event] = await product.db.inboundEvent.findMany({ where: { lane: me.id } })
    await product.line.act({ do: 'redeliver', webhookEventId: event!.id })
    await product.idle()
    expect(me.lines()).toHaveLength(before)
  })
})

describe('in a group', () => {
  it('greets, speaks only when spoken to, and brings the agency’s work there once an official says so', async () => {
    const made = await product.line.act({ do: 'newGroup', as: lineId(1), name: 'งานกล้อง อบต.โพสะ' })
    const group = made.id!
    const official = chat(product, lineId(1), group)
    await product.line.act({ do: 'inviteBot', as: lineId(1), chat: group })
    await product.idle()
    expect(official.lines().filter(l => l.from === 'bot')).toHaveLength(1)
    expect(await official.says('วันนี้ฝนตกหนัก')).toBe('')
    expect(await official.sendsSticker()).toBe('')
    expect(await official.mentions('วิธีใช้')).toContain('งานของฉัน')
    expect(await official.says('ลงทะเบียน')).toContain('แชตส่วนตัว')
    expect(await official.forges('s.useGroup.{}')).toContain('โพสะ')
    expect(await product.db.agency.findFirst({ where: { lineGroupId: group } })).toMatchObject({ name: expect.stringContaining('โพสะ') })
    await product.line.act({ do: 'removeBot', as: lineId(1), chat: group })
    await product.idle()
    expect(await product.db.agency.findFirst({ where: { lineGroupId: group } })).toBeNull()
  })

  it('does not let somebody from elsewhere take the group', async () => {
    const me = somebody()
    const made = await product.line.act({ do: 'newGroup', as: me.id, name: 'กลุ่มเพื่อน' })
    await product.line.act({ do: 'inviteBot', as: me.id, chat: made.id! })
    await product.idle()
    expect(await chat(product, me.id, made.id!).forges('s.useGroup.{}')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
  })
})

import type { Chat } from '../helpers/chat'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInvitation } from '../../domain/people/invitations'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

let product: Product
let people = 100
const somebody = (): Chat => chat(product, lineId(people++))
const demo = (n: number): Chat => chat(product, lineId(n))

beforeAll(async () => {
  const strangers = Array.from({ length: 40 }, (_, n) => ({ id: lineId(100 + n), name: `คนที่ ${n}` }))
  product = await startProduct({ template: 'demo', line: { people: [...strangers, ...[1, 2, 3, 5, 6, 7].map(n => ({ id: lineId(n), name: `Person ${n}` }))] } })
})
afterAll(() => product.stop())

const phosa = () => product.db.agency.findFirstOrThrow({ where: { name: { contains: 'โพสะ' } } })
async function code(role: 'OFFICIAL' | 'TECHNICIAN' | 'SECRETARY', options: { days?: number, maxUses?: number } = {}) {
  const agencyId = role === 'SECRETARY' ? null : (await phosa()).id
  return (await createInvitation({ db: product.db, actor: null, now: new Date() }, { role, provinceCode: '15', agencyId, ...options })).code
}
const roles = async (who: Chat) => (await product.db.membership.findMany({ where: { user: { lineUserId: who.id } } })).map(m => m.role)

describe('registering with an invitation code', () => {
  it.each([
    ['OFFICIAL', 'เจ้าหน้าที่', 'งานของฉัน'],
    ['TECHNICIAN', 'ช่าง', 'งานของฉัน'],
    ['SECRETARY', 'จังหวัด', 'คำขอลงทะเบียน'],
  ] as const)('makes an %s by the typed code; the new words are there at once', async (role, says, word) => {
    const me = somebody()
    const invitation = await code(role)
    expect(await me.says('ลงทะเบียน')).toContain('รหัสเชิญ')
    expect(await me.says(invitation.toLowerCase().replaceAll('-', ' '))).toContain(says)
    expect(me.choices()).toContain(word)
    expect(await roles(me)).toEqual([role])
    expect(await product.db.user.findUniqueOrThrow({ where: { lineUserId: me.id } })).toMatchObject({ menuWanted: role.toLowerCase() })
  })

  it('takes the words that the link or QR of an invitation types in', async () => {
    const me = somebody()
    expect(await me.says(`ลงทะเบียน ${await code('OFFICIAL')}`)).toContain('ลงทะเบียนเรียบร้อย')
  })

  it('says what is wrong with a code: not one, unknown, used up, expired', async () => {
    const [me, other, late] = [somebody(), somebody(), somebody()]
    await me.says('ลงทะเบียน')
    expect(await me.says('ABC')).toContain('ไม่ใช่รหัสเชิญ')
    const once = await code('OFFICIAL')
    await other.says(`ลงทะเบียน ${once}`)
    expect(await me.says(once)).toContain('ครบ')
    expect(await roles(me)).toEqual([])
    const old = await code('OFFICIAL', { days: 1 })
    await product.db.invitation.updateMany({ where: { uses: 0 }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await late.says(`ลงทะเบียน ${old}`)).toContain('หมดอายุ')
  })

  it('pauses somebody who guesses', async () => {
    const me = somebody()
    await me.says('ลงทะเบียน')
    const { newInvitationCode } = await import('../../domain/people/invitationCode')
    for (let n = 0; n < 5; n++) await me.says(newInvitationCode())
    expect(await me.says(newInvitationCode())).toContain('15')
  })

  it('does not use up the code of somebody who has the role', async () => {
    const me = somebody()
    await me.says(`ลงทะเบียน ${await code('OFFICIAL')}`)
    const again = await code('OFFICIAL')
    expect(await me.says(`ลงทะเบียน ${again}`)).toContain('อยู่แล้ว')
    expect(await somebody().says(`ลงทะเบียน ${again}`)).toContain('ลงทะเบียนเรียบร้อย')
  })
})

describe('asking without a code', () => {
  async function asks(me: Chat, name = 'สมชาย ใจดี') {
    await me.says('ลงทะเบียน')
    expect(await me.taps('ไม่มีรหัส')).toContain('คุณทำหน้าที่อะไร')
    await me.taps('เจ้าหน้าที่หน่วยงาน')
    expect(me.sees()).toContain('หน่วยงานไหน')
    await me.says('อบต โพสะ')
    await me.taps('อบต.โพสะ')
    expect(me.sees()).toContain('ชื่อและนามสกุล')
    return me.says(name)
  }

  it('ends with a card, is confirmed, and approved by a secretary in chat', async () => {
    const [me, secretary] = [somebody(), demo(5)]
    expect(await asks(me)).toContain('สมชาย ใจดี')
    expect(me.sees()).toContain('โพสะ')
    expect(await me.taps('ยืนยัน')).toContain('ส่งคำขอให้ผู้ดูแลจังหวัด')
    const seen = await secretary.says('คำขอลงทะเบียน')
    expect(seen.split('สมชาย ใจดี'), 'told once: in the list, not in a notice beside it').toHaveLength(2)
    expect(await secretary.taps('อนุมัติ')).toContain('อนุมัติ สมชาย ใจดี แล้ว')
    expect(await roles(me)).toEqual(['OFFICIAL'])
    expect(await me.says('สวัสดี')).toContain('คำขอของคุณได้รับอนุมัติ')
    expect(me.choices()).toContain('งานของฉัน')
  })

  it('is refused with a reason that the person reads', async () => {
    const [me, secretary] = [somebody(), demo(5)]
    await asks(me, 'สมหญิง ตั้งใจ')
    await me.taps('ยืนยัน')
    await secretary.says('คำขอลงทะเบียน')
    expect(await secretary.taps('ไม่อนุมัติ')).toContain('เหตุผลที่ไม่อนุมัติ')
    expect(await secretary.says('ไม่พบชื่อในหน่วยงาน')).toContain('ไม่อนุมัติ สมหญิง ตั้งใจ')
    expect(await me.says('สวัสดี')).toContain('ไม่พบชื่อในหน่วยงาน')
    expect(await roles(me)).toEqual([])
  })

  it('lets an answer be edited before it is confirmed', async () => {
    const me = somebody()
    await asks(me, 'สมปอง ผิดชื่อ')
    expect(await me.taps('แก้ไข')).toContain('แก้ไขข้อไหน')
    await me.taps('ชื่อ–นามสกุล')
    expect(await me.says('สมปอง ถูกชื่อ')).toContain('สมปอง ถูกชื่อ')
    expect(me.choices()).toContain('ยืนยัน')
  })

  it('reads names of 2 to 80 characters', async () => {
    const me = somebody()
    expect(await asks(me, 'ก')).toContain('2–80 ตัวอักษร')
    expect(await me.says('ก'.repeat(81))).toContain('2–80 ตัวอักษร')
    expect(await me.says('กข'.repeat(40))).toContain('ขอสิทธิ์ใช้งาน')
  })

  it('cannot be decided by anybody but a secretary of the province', async () => {
    const [me, official, nobody] = [somebody(), demo(1), somebody()]
    await asks(me, 'สมศักดิ์ รอผล')
    await me.taps('ยืนยัน')
    const { id } = await product.db.accessRequest.findFirstOrThrow({ where: { fullName: 'สมศักดิ์ รอผล' } })
    for (const who of [me, official, nobody]) {
      expect(await who.forges(`s.decideAccess.{"request":"${id}","approve":"yes"}`)).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
      expect(await who.says('คำขอลงทะเบียน')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    }
    expect(await product.db.accessRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'PENDING' })
  })
})

describe('inviting', () => {
  it('gives a secretary a code that works once', async () => {
    const secretary = demo(5)
    expect(await secretary.says('เชิญคนเข้าร่วม')).toContain('เชิญในหน้าที่อะไร')
    await secretary.taps('ช่างซ่อม')
    const card = await secretary.says('เทศบาลเมืองอ่างทอง')
    const made = card.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)![0]
    expect(await somebody().says(`ลงทะเบียน ${made}`)).toContain('ช่างซ่อม เทศบาลเมืองอ่างทอง')
    expect(await somebody().says(`ลงทะเบียน ${made}`)).not.toContain('ลงทะเบียนเรียบร้อย')
  })

  it('is not for anybody else', async () => {
    expect(await demo(1).says('เชิญคนเข้าร่วม')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
  })
})

describe('in English', () => {
  it('asks, confirms and is approved in English', async () => {
    const [me, secretary] = [somebody(), demo(5)]
    await me.says('Language')
    await me.taps('English')
    await me.says('Register')
    await me.taps('No code')
    await me.taps('Committee member')
    await me.says('Jane Doe')
    expect(me.sees()).toContain('Ang Thong')
    expect(await me.taps('Confirm')).toContain('provincial office of Ang Thong')
    await secretary.says('คำขอลงทะเบียน')
    const { id } = await product.db.accessRequest.findFirstOrThrow({ where: { fullName: 'Jane Doe' } })
    await secretary.forges(`s.decideAccess.{"request":"${id}","approve":"yes"}`)
    expect(await me.says('hello')).toContain('Your request was approved')
  })
})

import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeRound, openRound } from '../../domain/rounds/commands'
import { acceptReturn, sendBack } from '../../domain/rounds/returns'
import { personId } from '../../prisma/seed/demo/people'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', liffId: '2000000000-abcdefgh', line: { people: [1, 2, 3, 5].map(n => ({ id: lineId(n), name: `Person ${n}` })) } })
})
afterAll(() => product.stop())

const secretary = { userId: personId(5), language: 'TH' as const, memberships: [{ role: 'SECRETARY' as const, provinceCode: '15', agencyId: null }] }
const town = () => product.db.agencyReturn.findFirstOrThrow({ where: { agency: { name: 'เทศบาลเมืองอ่างทอง' } }, orderBy: { id: 'desc' } })

describe('what happens to a return', () => {
  it('rides on the next reply, with what is to be put right and the way to it', async () => {
    const [official, { id, version }] = [chat(product, lineId(2)), await town()]
    await product.db.$transaction(db => sendBack({ db, actor: secretary, now: new Date() }, { id, version, remarks: 'ตรวจพิกัดของกล้องหน้าตลาด' }))
    await official.says('งานของฉัน')
    expect(official.sees()).toContain('ส่งกลับให้แก้ไข')
    expect(official.sees()).toContain('ตรวจพิกัดของกล้องหน้าตลาด')
    expect(official.buttons()).toContain('เปิดหน้าส่งข้อมูล')
    await product.db.agencyReturn.update({ where: { id }, data: { state: 'SUBMITTED' } })
    await product.db.$transaction(async db => acceptReturn({ db, actor: secretary, now: new Date() }, { id, version: version + 1 }))
    await official.says('งานของฉัน')
    expect(official.sees()).toContain('ตรวจรับข้อมูลแล้ว')
  })

  it('a new round is told to police officers, too, with its last day, in the reader\'s language', async () => {
    const officer = chat(product, lineId(3))
    await product.db.user.update({ where: { lineUserId: lineId(3) }, data: { language: 'EN' } })
    const { id } = await product.db.surveyRound.findFirstOrThrow()
    await product.db.$transaction(async (db) => {
      await closeRound({ db, actor: secretary, now: new Date() }, { id })
      await openRound({ db, actor: secretary, now: new Date() }, { provinceCode: '15', name: 'รอบใหม่', closesOn: '2099-12-30', milestones: [] })
    })
    await officer.says('Help')
    expect(officer.sees()).toContain('Survey of cameras begins')
    expect(officer.sees()).toContain('30 Dec 2099')
  })
})

import type { ClockAct } from '../../domain/act'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../domain/audit'
import { headFromText } from '../../domain/chain/head'
import { tellHeads } from '../../domain/chain/tellHeads'
import { verifyAudit } from '../../server/audit/verify'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 5].map(n => ({ id: lineId(n), name: `Person ${n}` })) } })
})
afterAll(() => product.stop())

const byClock = <T>(work: (act: ClockAct) => Promise<T>) => product.db.$transaction(db => work({ db, actor: null, now: new Date() }))
const write = (...provinces: (string | null)[]) => byClock(act => audit(act, ...provinces.map(provinceCode => ({ action: 'site.changed', subject: 'site:1', provinceCode }))))
const notices = () => product.db.notice.findMany({ where: { kind: 'audit.head' }, orderBy: { createdAt: 'asc' }, select: { state: true, level: true, about: true, user: { select: { lineUserId: true } } } })

describe('the head of the audit log', () => {
  it('is told to the secretary with the next reply, in their language, to be kept and copied; it fits the log, and what comes later', async () => {
    const secretary = chat(product, lineId(5))
    await write('15', '15', '14', null)
    expect(await byClock(tellHeads)).toBe(1)
    expect(await notices()).toEqual([{ state: 'WAITING', level: 'SOON', about: 'audit:15', user: { lineUserId: lineId(5) } }])
    await secretary.says('วิธีใช้')
    expect(secretary.sees()).toContain('บันทึกการใช้งาน จังหวัดอ่างทอง')
    expect(secretary.sees()).toContain('2 รายการ')
    expect(secretary.buttons()).toContain('คัดลอกคำสั่งตรวจ')
    const told = (/15:2:[0-9a-f]{32}/.exec(secretary.sees()) ?? [''])[0]
    const other = (/00:1:[0-9a-f]{32}/.exec(secretary.sees()) ?? [''])[0]
    await write('15', null)
    expect(await verifyAudit(product.fresh.database.pool, [told, other].map(text => headFromText.parse(text)))).toMatchObject({ found: null })
    expect(await verifyAudit(product.fresh.database.pool, [headFromText.parse(told.replace(/.$/, last => last === '0' ? '1' : '0'))])).toMatchObject({ found: { chain: '15', seq: 2, flaw: 'rewritten' } })
  })

  it('is told again only when the log has grown; what nobody has read yet is replaced by the newer one', async () => {
    const secretary = chat(product, lineId(5))
    expect([await byClock(tellHeads), await byClock(tellHeads)]).toEqual([1, 0])
    await write('15')
    expect(await byClock(tellHeads)).toBe(1)
    expect((await notices()).map(({ state }) => state).sort()).toEqual(['DELIVERED', 'SUPPRESSED', 'WAITING'])
    await product.db.user.update({ where: { lineUserId: lineId(5) }, data: { language: 'EN' } })
    await secretary.says('Help')
    expect(secretary.sees()).toContain('Audit log of Ang Thong')
    expect(secretary.sees()).toMatch(/4 entries[\s\S]*1 entry[\s\S]*15:4:[0-9a-f]{32}/)
  })

  it('is told to nobody else', async () => {
    await write('15')
    await byClock(tellHeads)
    for (const n of [1, 2]) {
      const person = chat(product, lineId(n))
      await person.says('วิธีใช้')
      expect(person.sees()).not.toMatch(/15:\d+:[0-9a-f]{32}/)
    }
    expect(new Set((await notices()).map(({ user }) => user?.lineUserId))).toEqual(new Set([lineId(5)]))
  })
})

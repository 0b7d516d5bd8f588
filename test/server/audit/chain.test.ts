import type { ClockAct } from '../../../domain/act'
import type { FreshDb } from '../../helpers/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../../../domain/attempt'
import { audit } from '../../../domain/audit'
import { Refusal } from '../../../domain/refusal'
import { verifyAudit } from '../../../server/audit/verify'
import { transactions } from '../../../server/transaction'
import { freshDb } from '../../helpers/database'

let fresh: FreshDb
beforeAll(async () => { fresh = await freshDb() })
afterAll(() => fresh.drop())

const now = new Date('2026-11-23T02:00:00.123Z')
const deed = (provinceCode: string | null, action: string, data = {}) => ({ provinceCode, action, subject: 'thing:1', data })
const transact = <T>(work: (act: ClockAct) => Promise<T>) => transactions(fresh.database.pool, 8)(({ db }) => work({ db, actor: null, now }))
async function heads() {
  const verified = await verifyAudit(fresh.database.pool)
  if (verified.found) throw new Error(JSON.stringify(verified.found))
  return Object.fromEntries(verified.chains.map(({ head }) => [head.chain, head.seq]))
}
const actions = async (chain: string) => (await fresh.database.db.auditEntry.findMany({ where: { chain }, orderBy: { seq: 'asc' } })).map(({ action, seq }) => `${seq} ${action}`)

describe('entries get their place when their transaction commits', () => {
  it('in the order in which they were written, each province in a chain of its own, without a province in one more', async () => {
    await transact(async (act) => {
      await audit(act, deed('15', 'a'), deed('14', 'b'), deed(null, 'c'))
      expect(await act.db.auditEntry.count({ where: { hash: null } })).toBe(3)
      await audit(act, deed('15', 'd', { จังหวัด: 'อ่างทอง "15"\n😀', list: [1, -2.5, true, null, { b: '', a: {} }], n: 1e20 }))
    })
    await transact(act => audit(act, deed('15', 'e')))
    expect([await actions('15'), await actions('14'), await actions('00')]).toEqual([['1 a', '2 d', '3 e'], ['1 b'], ['1 c']])
    expect(await heads()).toEqual({ '00': 1, '14': 1, '15': 3 })
  })

  it('what was taken back leaves no gap: a whole transaction, or a part of one', async () => {
    await expect(transact(async (act) => {
      await audit(act, deed('15', 'never'))
      throw new Error('undo')
    })).rejects.toThrow('undo')
    await transact(async (act) => {
      await audit(act, deed('15', 'before'))
      await attempt(act.db, async () => {
        await audit(act, deed('13', 'refused'))
        throw new Refusal('notAllowed')
      })
      await audit(act, deed('15', 'after'))
    })
    expect((await actions('15')).slice(3)).toEqual(['4 before', '5 after'])
    expect(await heads()).toEqual({ '00': 1, '14': 1, '15': 5 })
  })

  it('a server of the version before, which knows nothing of it, is chained, too', async () => {
    await fresh.database.pool.query('INSERT INTO "AuditEntry" ("at", "actorId", "provinceCode", "action", "subject", "data") VALUES ($1, NULL, \'15\', \'old\', \'thing:1\', \'{}\')', [now])
    expect((await actions('15')).at(-1)).toBe('6 old')
    expect(await heads()).toMatchObject({ 15: 6 })
  })
})

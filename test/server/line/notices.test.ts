import type { Prisma } from '../../../prisma/client'
import type { Conversation } from '../../../server/line/conversation'
import type { Product } from '../../helpers/product'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bangkokMonth } from '../../../domain/time/bangkok'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { echo } from '../echo'

let putIntoWords: Conversation['putIntoWords']
let product: Product
const group = `C${'5'.repeat(32)}`

beforeAll(async () => {
  const conversation: Conversation = { ...echo, putIntoWords: (...args) => putIntoWords(...args) }
  product = await startProduct({ conversation, line: { quotaLimit: 300, groups: [{ id: group, name: 'Group', members: [1, 2, 3].map(lineId), botJoined: true }] } })
  await product.db.province.create({ data: { code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' } })
  return () => product.stop()
})
beforeEach(async () => {
  putIntoWords = echo.putIntoWords
  await quota(300, 0)
})
afterEach(async () => {
  await eventually(() => product.fresh.database.pool.query('TRUNCATE "Notice", "OutboundMessage", "User", "Agency" CASCADE'))
  for (const { id } of product.line.state().chats) await product.line.act({ do: 'clear', chat: id })
})

async function quota(quotaLimit: number | null, quotaUsed: number): Promise<void> {
  await product.line.act({ do: 'setQuota', limit: quotaLimit, used: quotaUsed })
  const row = { quotaLimit, quotaUsed, quotaMonth: bangkokMonth(new Date()) }
  await product.db.lineAccount.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row })
}
const person = (n: number, data: object = {}) => product.db.user.upsert({ where: { lineUserId: lineId(n) }, create: { lineUserId: lineId(n), ...data }, update: data })
async function notice(n: number, level: 'NOW' | 'SOON' | 'QUIET', text: string, more: Partial<Prisma.NoticeUncheckedCreateInput> = {}) {
  const user = await person(n)
  return product.db.notice.create({ data: { userId: user.id, level, kind: 'test', data: { text }, ...more } })
}
const state = async (id: string) => (await product.db.notice.findUniqueOrThrow({ where: { id } })).state
/** Has a job run, and what it wrote sent. */
async function run(job: 'notices' | 'digest'): Promise<void> {
  const done = job === 'digest' ? product.line.state().calls.length : 0
  product.server.poke(job)
  if (job === 'digest') await eventually(() => expect(product.line.state().calls.slice(done).some(call => call.path === '/v2/bot/message/quota/consumption')).toBe(true))
  await product.server.idle()
}
const heardBy = (n: number) => product.fake.textsTo(lineId(n))
const pushes = () => product.line.state().calls.filter(call => call.path === '/v2/bot/message/push').length

describe('a notice', () => {
  it('that is urgent is pushed at once, and takes along what could have waited', async () => {
    const before = pushes()
    await notice(1, 'SOON', 'could wait')
    const urgent = await notice(1, 'NOW', 'urgent')
    await notice(1, 'QUIET', 'never')
    await notice(2, 'SOON', 'waits')
    await notice(3, 'NOW', 'later', { notBefore: new Date(Date.now() + 3600_000) })
    await run('notices')
    await eventually(() => expect(heardBy(1)).toEqual(['urgent', 'could wait']))
    expect([heardBy(2), heardBy(3), await state(urgent.id), pushes() - before]).toEqual([[], [], 'DELIVERED', 1])
    await eventually(async () => expect(await product.db.sentMessage.findMany({ where: { chatId: lineId(1) } })).toHaveLength(2))
  })

  it('that can wait is pushed in the morning, one push of at most five messages for each person', async () => {
    const before = pushes()
    for (let i = 1; i <= 7; i++) await notice(1, 'SOON', `${i}`, { createdAt: new Date(Date.now() + i) })
    await notice(2, 'SOON', 'other')
    await run('digest')
    await eventually(() => expect([heardBy(1), heardBy(2)]).toEqual([['1', '2', '3', '4', '5'], ['other']]))
    expect(pushes() - before).toBe(2)
    expect(await product.db.notice.count({ where: { state: 'WAITING' } })).toBe(2)
  })

  it('that can wait is held back rather than spend the reserve for what cannot', async () => {
    await quota(300, 239)
    const held = [await notice(1, 'SOON', 'first', { createdAt: new Date(Date.now() - 9_000) }), await notice(2, 'SOON', 'second')]
    await run('digest')
    await eventually(async () => expect([await state(held[0]!.id), await state(held[1]!.id)]).toEqual(['DELIVERED', 'HELD']))
    const urgent = await notice(3, 'NOW', 'urgent')
    await run('notices')
    await eventually(() => expect(heardBy(3)).toEqual(['urgent']))
    expect([heardBy(1), heardBy(2), await state(urgent.id)]).toEqual([['first'], [], 'DELIVERED'])
    await eventually(async () => expect(await product.db.lineAccount.findFirst()).toMatchObject({ quotaUsed: 241 }))
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain('songklong_quota{what="held_back"} 1')
    await quota(15_000, 241)
    await run('digest')
    await eventually(() => expect(heardBy(2)).toEqual(['second']))
  })

  it('that is urgent is held back only when nothing is left, and let go when there is room again', async () => {
    await quota(300, 300)
    const urgent = await notice(1, 'NOW', 'urgent')
    await run('notices')
    await eventually(async () => expect(await state(urgent.id)).toBe('HELD'))
    await quota(15_000, 300)
    product.server.poke('quota')
    await eventually(async () => {
      await run('notices')
      expect(heardBy(1)).toEqual(['urgent'])
    })
  })

  it('is not sent to somebody who has blocked the account', async () => {
    await person(1, { reachable: false })
    const lost = await notice(1, 'NOW', 'urgent')
    await run('notices')
    await eventually(async () => expect(await product.db.notice.findUnique({ where: { id: lost.id } })).toMatchObject({ state: 'SUPPRESSED', reason: 'unreachable' }))
    expect(heardBy(1)).toEqual([])
  })

  it('that no longer matters is dropped', async () => {
    putIntoWords = async () => null
    const over = await notice(1, 'NOW', 'over')
    await run('notices')
    await eventually(async () => expect(await state(over.id)).toBe('SUPPRESSED'))
    expect(heardBy(1)).toEqual([])
  })

  it('that cannot be put into words holds no other up, and is tried again later', async () => {
    putIntoWords = async (ctx, one, reader) => {
      if ((one.data as { text: string }).text !== 'broken') return echo.putIntoWords(ctx, one, reader)
      await ctx.db.$queryRaw`SELECT 1 / 0`
      return null
    }
    const broken = await notice(1, 'NOW', 'broken')
    await notice(1, 'NOW', 'whole')
    await notice(2, 'NOW', 'other')
    await run('notices')
    await eventually(() => expect([heardBy(1), heardBy(2)]).toEqual([['whole'], ['other']]))
    expect(await product.db.notice.findUnique({ where: { id: broken.id } })).toMatchObject({ state: 'WAITING', reason: expect.stringContaining('division by zero') })
  })

  it('is put into words for its reader: their language and roles', async () => {
    const readers: unknown[] = []
    putIntoWords = async (ctx, one, reader) => {
      readers.push(reader)
      return echo.putIntoWords(ctx, one, reader)
    }
    const user = await person(1, { language: 'EN', memberships: { create: { role: 'SECRETARY', provinceCode: '15' } } })
    await notice(1, 'NOW', 'hello')
    await run('notices')
    await eventually(() => expect(heardBy(1)).toEqual(['hello']))
    expect(readers).toEqual([{ language: 'EN', person: expect.objectContaining({ userId: user.id, lineUserId: lineId(1), memberships: [{ role: 'SECRETARY', provinceCode: '15', agencyId: null, supervises: false }] }) }])
  })

  describe('for an agency', () => {
    const agency = (lineGroupId: string | null) => product.db.agency.create({ data: { provinceCode: '15', name: 'Agency', kind: 'OTHER', lineGroupId } })

    it('goes to its LINE group, and counts every member', async () => {
      const { id: agencyId } = await agency(group)
      await product.db.notice.create({ data: { agencyId, level: 'NOW', kind: 'test', data: { text: 'work' } } })
      await run('notices')
      await eventually(() => expect(product.fake.textsTo(group)).toEqual(['work']))
      await eventually(async () => expect(await product.db.lineAccount.findFirst()).toMatchObject({ quotaUsed: 3 }))
      expect(product.line.state().quota.used).toBe(3)
    })

    it('goes to its people when the group has been let go meanwhile', async () => {
      const { id: agencyId } = await agency(null)
      await person(2, { memberships: { create: { role: 'OFFICIAL', provinceCode: '15', agencyId } } })
      await product.db.notice.create({ data: { agencyId, level: 'NOW', kind: 'test', data: { text: 'work' } } })
      await eventually(async () => {
        await run('notices')
        expect(heardBy(2)).toEqual(['work'])
      })
    })
  })
})

describe('in the background', () => {
  it('people get their names', async () => {
    await person(1)
    product.server.poke('profiles')
    await eventually(async () => expect(await product.db.user.findUnique({ where: { lineUserId: lineId(1) } })).toMatchObject({ displayName: 'Person 1' }))
  })
})

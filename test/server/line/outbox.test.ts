import type { Fault } from '../../../simulator/contract'
import type { Product } from '../../helpers/product'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bangkokMonth } from '../../../domain/time/bangkok'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { echo, hearing, says, textOf } from '../echo'

let hear: (typeof echo)['hear']
let product: Product
let beside: Product
let later = 0

beforeAll(async () => {
  const options = { conversation: hearing((...args) => hear(...args)), now: () => new Date(Date.now() + later) }
  product = await startProduct({ ...options, line: { now: () => Date.now() + later } })
  beside = await startProduct({ ...options, beside: product })
  return async () => {
    await beside.stop()
    await product.stop()
  }
})
beforeEach(() => { hear = echo.hear })
afterEach(async () => {
  await faults()
  await product.line.act({ do: 'setQuota', limit: 300, used: 0 })
  // A job that runs at this moment may be in the way.
  await eventually(() => product.fresh.database.pool.query('TRUNCATE "InboundEvent", "OutboundMessage", "SentMessage", "User", "LineAccount" CASCADE'))
  for (const { id } of product.line.state().chats) await product.line.act({ do: 'clear', chat: id })
})

const faults = (...list: Fault[]) => product.line.act({ do: 'setFaults', faults: list })
const said = (text: string, n = 1) => product.line.act({ do: 'text', as: lineId(n), chat: lineId(n), text })
const heardBy = (n = 1) => product.fake.textsTo(lineId(n))
const via = (n = 1) => product.fake.saidTo(lineId(n)).map(line => line.via)
const letters = () => product.db.outboundMessage.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
const push = '/v2/bot/message/push'
const reply = '/v2/bot/message/reply'

/** Lets time pass until both servers have sent what is due. */
async function pass(ms: number): Promise<void> {
  later += ms
  await product.idle()
  await beside.idle()
}
/** Writes a letter as a server that died has left it. */
const leave = (data: object = {}) => product.db.outboundMessage.create({ data: { recipient: lineId(1), messages: [{ type: 'text', text: 'left' }], about: [''], ...data } })

describe('the outbox', () => {
  it('replies, and remembers which message spoke of what, so that it can be quoted', async () => {
    hear = async (_ctx, lane) => ({ ...says(lane, 'about it', 'report:1'), messages: [{ type: 'text', text: 'a' }, { type: 'text', text: 'b' }], about: ['', 'report:1'] })
    await said('hello')
    await product.idle()
    expect(via()).toEqual(['reply', 'reply'])
    const [letter] = await letters()
    expect(letter).toMatchObject({ state: 'SENT', sentAs: 'reply', status: 200, recipient: lineId(1), requestId: expect.any(String), sentAt: expect.any(Date) })
    expect(await product.db.sentMessage.findMany()).toMatchObject([{ messageId: product.fake.saidTo(lineId(1))[1]!.id, chatId: lineId(1), about: 'report:1' }])
  })

  it('does not say again what it said while the database was away, however long that was', async () => {
    const { pool } = product.fresh.database
    const query = pool.query.bind(pool)
    let away = true
    let missed = 0
    let looked = 0
    // Both servers ask this pool, and each finds that it does not answer.
    pool.query = ((asked: { name?: string }) => {
      if (asked.name === 'mark-sent') missed++
      if (asked.name === 'claim-letters' && missed) looked++
      if (!away || !missed) return query(asked as never)
      return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    }) as never
    try {
      await said('hello')
      await eventually(() => expect(missed).toBeGreaterThan(1))
      await eventually(() => expect(looked).toBe(2))
      later += 60_000
      away = false
      await eventually(async () => expect(await letters()).toMatchObject([{ state: 'SENT', sentAs: 'reply' }]))
      await pass(60_000)
      expect([heardBy(), via()]).toEqual([['hello'], ['reply']])
    }
    finally {
      pool.query = query as never
    }
  })

  it('pushes when the turn took longer than the reply token lives, and counts it', async () => {
    // The job that asks LINE for it may have been first.
    const account = { quotaLimit: 300, quotaUsed: 7, quotaMonth: bangkokMonth(new Date(Date.now() + later)) }
    await product.db.lineAccount.upsert({ where: { id: 1 }, create: { id: 1, ...account }, update: account })
    hear = async (_ctx, lane, event) => {
      later += 60_000
      return says(lane, textOf(event))
    }
    await said('slow')
    await product.idle()
    expect([heardBy(), via()]).toEqual([['slow'], ['push']])
    await eventually(async () => expect(await product.db.lineAccount.findFirst()).toMatchObject({ quotaUsed: 8 }))
  })

  it.each([
    ['refused with 500', { path: reply, status: 500, times: 2 }],
    ['done, but answered with 500', { path: reply, status: 500, times: 1, after: true }],
    ['turned away because of the rate', { path: reply, status: 429, times: 2 }],
  ] as Array<[string, Fault]>)('says it once when a reply is %s', async (_, fault) => {
    await faults(fault)
    await said('once')
    await product.idle()
    for (let i = 0; i < 5; i++) await pass(4_000)
    expect([heardBy(), via()]).toEqual([['once'], ['reply']])
    expect(await letters()).toMatchObject([{ state: 'SENT', sentAs: 'reply' }])
  })

  it.each([
    ['refused with 500', { path: push, status: 500, times: 2 }],
    ['done, but answered with 500', { path: push, status: 500, times: 2, after: true }],
  ] as Array<[string, Fault]>)('says it once when a push is %s', async (_, fault) => {
    await faults(fault)
    await leave()
    for (let i = 0; i < 5; i++) await pass(15_000)
    expect([heardBy(), via()]).toEqual([['left'], ['push']])
    expect(await letters()).toMatchObject([{ state: 'SENT', sentAs: 'push', attempts: 3 }])
  })

  it('says it once when LINE does not answer at all', async () => {
    await faults({ path: reply, status: 0, times: 1, after: true })
    await said('silence')
    await eventually(async () => expect(await letters()).toMatchObject([{ state: 'WAITING', error: 'no answer in 10000 ms' }]))
    await pass(4_000)
    expect(heardBy()).toEqual(['silence'])
    expect(await letters()).toMatchObject([{ state: 'SENT', sentAs: 'reply' }])
  })

  it('keeps what LINE refuses, with LINE\'s words, and goes on with what comes after', async () => {
    hear = async (_ctx, lane, event) => says(lane, textOf(event) === 'bad' ? 'x'.repeat(5_001) : textOf(event))
    await said('bad')
    await said('good')
    await product.idle()
    expect(heardBy()).toEqual(['good'])
    const [bad, good] = await letters()
    expect(bad).toMatchObject({ state: 'FAILED', status: 400, error: expect.stringContaining('messages[0]') })
    expect(good).toMatchObject({ state: 'SENT' })
  })

  it('keeps the order: what comes later waits for what could not be sent yet, other people do not', async () => {
    await faults({ path: reply, status: 500, times: 1 })
    await said('first')
    await product.idle()
    await said('second')
    await said('somebody else', 2)
    await product.idle()
    expect([heardBy(1), heardBy(2)]).toEqual([[], ['somebody else']])
    await pass(3_000)
    expect([heardBy(1), via(1)]).toEqual([['first', 'second'], ['reply', 'reply']])
  })

  it('lets replies pass a push that waits because the month is used up', async () => {
    await product.line.act({ do: 'setQuota', limit: 300, used: 300 })
    await leave()
    await pass(0)
    expect(await letters()).toMatchObject([{ state: 'WAITING', sentAs: 'quota', status: 429 }])
    await said('free of charge')
    await product.idle()
    expect(heardBy()).toEqual(['free of charge'])
    await product.line.act({ do: 'setQuota', limit: 300, used: 0 })
    await pass(3_700_000)
    expect(heardBy()).toEqual(['free of charge', 'left'])
  })

  it('sends nothing to somebody who has blocked the account, and says so', async () => {
    await product.db.user.create({ data: { lineUserId: lineId(1), reachable: false } })
    // Jobs may ask LINE other things (a profile, the quota) at this moment.
    const lastSent = () => product.line.state().calls.findLast(({ path }) => path === push || path === reply)?.id
    const before = lastSent()
    await leave()
    await pass(0)
    expect(await letters()).toMatchObject([{ state: 'SUPPRESSED', error: expect.stringContaining('blocked') }])
    expect(lastSent()).toBe(before)
  })

  it('sends what follows on a message of another server as soon as that one is written down as sent', async () => {
    const { pool } = product.fresh.database
    const query = pool.query.bind(pool)
    const released: unknown[] = []
    let first = true
    pool.query = (async (asked: { name?: string, values: [string] }) => {
      if (asked.name === 'mark-sent') {
        if (first) await new Promise(done => setTimeout(done, 80))
        first = false
        released.push(...JSON.parse(asked.values[0]).filter(({ untried }: { untried?: boolean }) => untried))
      }
      return query(asked as never)
    }) as never
    try {
      await said('one')
      await eventually(() => expect(heardBy()).toEqual(['one']))
      const at = Date.now() + later
      await product.line.deliver([{ type: 'message', mode: 'active', webhookEventId: 'following', timestamp: at, deliveryContext: { isRedelivery: false }, replyToken: 'following', source: { type: 'user', userId: lineId(1) }, message: { type: 'text', id: 'following', text: 'two' } }], { url: `${beside.url}/webhook` })
      await eventually(async () => expect((await letters()).map(({ state }) => state)).toEqual(['SENT', 'SENT']))
      expect(released).toEqual([])
    }
    finally {
      pool.query = query as never
    }
  })

  it('sends what many servers see only once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => leave({ recipient: lineId(1 + i % 8), messages: [{ type: 'text', text: `${i}` }] })))
    const before = product.line.state().calls.length
    await Promise.all([product.idle(), beside.idle()])
    await eventually(async () => expect(await product.db.outboundMessage.count({ where: { state: 'SENT' } })).toBe(30))
    const pushes = product.line.state().calls.slice(before).filter(call => call.path === push)
    expect(pushes.every(call => call.status === 200)).toBe(true)
    expect([1, 2, 3, 4, 5, 6, 7, 8].flatMap(n => heardBy(n)).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `${i}`).sort())
  })

  describe('after a server died between writing a reply and writing down that it was sent', () => {
    const token = (used: boolean) => async () => {
      const id = `token-${later++}-${used}`
      const at = Date.now() + later
      hear = async (_ctx, lane) => says(lane, undefined)
      await product.line.deliver([{ type: 'message', mode: 'active', webhookEventId: id, timestamp: at, deliveryContext: { isRedelivery: false }, replyToken: id, source: { type: 'user', userId: lineId(1) }, message: { type: 'text', id, text: 'x' } }])
      if (used) await fetch(`${product.fake.url}${reply}`, { method: 'POST', headers: { 'authorization': `Bearer ${product.fake.channelAccessToken}`, 'content-type': 'application/json' }, body: JSON.stringify({ replyToken: id, messages: [{ type: 'text', text: 'left' }] }) })
      await leave({ replyToken: id, replyTokenAt: new Date(at), attempts: 1, notBefore: new Date(at + 15_000) })
    }

    it('sends it when it had not been', async () => {
      await token(false)()
      await pass(0)
      expect(heardBy()).toEqual([])
      await pass(16_000)
      expect([heardBy(), via()]).toEqual([['left'], ['reply']])
    })

    it('does not send it again when it had been', async () => {
      await token(true)()
      await pass(16_000)
      expect([heardBy(), via()]).toEqual([['left'], ['reply']])
      expect(await letters()).toMatchObject([{ state: 'SENT', sentAs: 'reply' }])
    })
  })
})

import type { Fault } from '../../simulator/contract'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { insistentLine, leftovers, standing, talkers } from './conversations'
import { undisturbed } from './undisturbed'

const reply = '/v2/bot/message/reply'
const push = '/v2/bot/message/push'

let product: Product
beforeAll(async () => { product = await startProduct({ template: 'demo', line: insistentLine }) })
afterAll(() => product.stop())

const fails = (...faults: Fault[]) => product.line.act({ do: 'setFaults', faults })

describe('LINE that fails', () => {
  it('answers 500, 429 or not at all, before or after it did what was asked: every question is answered exactly once', async () => {
    const people = await talkers(product.line, product.db)
    const faults: Array<Omit<Fault, 'path' | 'times'>> = [{ status: 500 }, { status: 500, after: true }, { status: 429 }, { status: 0, after: true }, { status: 500, after: true }, { status: 0 }]
    let struck = 0
    const talking = Promise.all(people.map(person => person.talk(round => round < 3 || struck < 2 * faults.length)))
    let done = false
    const settled = talking.finally(() => done = true)
    // What failed is out before the next fault begins: one message fails twice at most (24 s with its pauses), well before its token dies.
    const retrying = () => product.db.outboundMessage.count({ where: { state: 'WAITING', error: { not: null } } })
    for (const fault of [...faults, ...faults]) {
      if (done) break
      await fails({ path: reply, times: 2, ...fault })
      await expect.poll(() => done || product.line.state().faults.length === 0, { timeout: 60_000, interval: 10 }).toBe(true)
      await expect.poll(retrying, { timeout: 60_000, interval: 50 }).toBe(0)
      struck++
    }
    expect(struck, 'every fault struck while people talked').toBe(2 * faults.length)
    await fails()
    await settled
    await expect.poll(() => leftovers(product.db), { timeout: 60_000 }).toEqual([])

    const alike = await undisturbed(people.map(person => person.rounds))
    expect(people.map(person => person.transcript)).toEqual(alike.transcripts)
    expect(await standing(product.db, people.map(({ id }) => id))).toEqual(alike.standing)
    for (const { id } of people) expect(product.fake.saidTo(id).filter(({ via }) => via !== 'reply')).toEqual([])
  }, 300_000)

  it.each<[string, Fault[]]>([
    ['500 although it pushed the message, then 409', [{ path: push, status: 500, times: 1, after: true }]],
    ['nothing although it pushed the message, then 409', [{ path: push, status: 0, times: 1, after: true }]],
    ['500, then 429, then 500', [{ path: push, status: 500, times: 1 }, { path: push, status: 429, times: 1 }, { path: push, status: 500, times: 1 }]],
    ['409 to what it has taken already', [{ path: push, status: 409, times: 1, after: true }]],
  ])('answers %s: what comes too late for its reply token is pushed exactly once', async (_, faults) => {
    const id = lineId(0xA000)
    const before = product.fake.saidTo(id).length
    await fails(...faults)
    const old = Date.now() - 55_000
    const event = { type: 'message', webhookEventId: `late-${before}`, timestamp: old, mode: 'active', deliveryContext: { isRedelivery: true }, source: { type: 'user', userId: id }, replyToken: `late${before}`, message: { type: 'text', id: `late${before}`, text: 'วิธีใช้' } }
    await product.line.deliver([event])
    await expect.poll(() => leftovers(product.db), { timeout: 40_000 }).toEqual([])
    expect(product.fake.saidTo(id).slice(before).map(({ via }) => via)).toEqual(['push'])
    const sent = await product.db.outboundMessage.findMany({ where: { replyToken: event.replyToken } })
    expect(sent).toMatchObject([{ state: 'SENT', sentAs: 'push' }])
    await fails()
  }, 60_000)
})

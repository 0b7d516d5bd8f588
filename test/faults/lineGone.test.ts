import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { echo } from '../server/echo'

const minute = 60_000
/** Moves the product's clock and LINE's on, ms. */
let later = 0
let product: Product
beforeAll(async () => {
  product = await startProduct({ conversation: echo, now: () => new Date(Date.now() + later), line: { now: () => Date.now() + later, quotaLimit: null } })
})
afterAll(() => product.stop())

const people = [1, 2, 3, 4, 5, 6, 7, 8]
const says = (n: number, text: string) => product.line.act({ do: 'text', as: lineId(n), chat: lineId(n), text })
const letters = () => product.db.outboundMessage.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

/** Lets time pass second by second, all that is due being done in each. */
async function pass(ms: number): Promise<void> {
  for (const until = later + ms; later < until;) {
    later += 1_000
    await product.idle()
  }
}

describe('LINE unreachable for five minutes', () => {
  it('is called less and less, and when it is back everybody gets each answer once, in order, without waiting for the next attempt', async () => {
    const words: string[] = []
    const knocks = await product.fake.vanish()
    for (let i = 0; i < 5; i++) {
      words.push(`${i}`)
      await Promise.all(people.map(n => says(n, `${i}`)))
      await pass(minute)
    }
    const [tried, waiting] = [knocks(), await letters()]
    expect(waiting).toHaveLength(5 * people.length)
    expect(waiting.filter(({ state }) => state !== 'WAITING')).toEqual([])
    // The first of each person after 0, 1, 4, 14, 44 and 164 s, a fifth more or less; those behind it not at all.
    for (const n of people) {
      const [first, ...behind] = waiting.filter(({ recipient }) => recipient === lineId(n))
      expect(first!.attempts).toBeLessThanOrEqual(7)
      expect(behind.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0])
    }
    // Beside these, jobs ask for everybody's name and for the menus, every 15 s at most.
    expect(tried).toBeLessThanOrEqual(7 * people.length + 5 * 4 * (people.length + 4) + people.length)

    await product.fake.comeBack()
    words.push('and now?')
    // Somebody new writes: what comes of that shows that LINE is there again.
    await product.line.act({ do: 'newPerson', name: 'Somebody new', language: 'th' })
    const stranger = product.line.state().people.at(-1)!.id
    await product.line.act({ do: 'follow', as: stranger })
    await product.line.act({ do: 'text', as: stranger, chat: stranger, text: 'hello' })
    await Promise.all(people.map(n => says(n, 'and now?')))
    await pass(20_000)
    for (const n of people) expect(product.fake.textsTo(lineId(n))).toEqual(words)
    expect((await letters()).filter(({ state }) => state !== 'SENT')).toEqual([])

    const calls = product.line.state().calls.filter(({ path }) => /\/(?:push|reply)$/.test(path))
    expect(calls.filter(({ status }) => status !== 200)).toEqual([])
    expect(calls).toHaveLength((words.length) * people.length + 1)
    await pass(20 * minute)
    for (const n of people) expect(product.fake.textsTo(lineId(n))).toEqual(words)
  }, 180_000)
})

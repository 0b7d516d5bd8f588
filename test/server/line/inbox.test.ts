import type { Lane, Turn } from '../../../bot/lane'
import type { Product } from '../../helpers/product'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { waitingLanes } from '../../../server/line/lanes'
import { failedEvents, retryEvents } from '../../../server/line/parked'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { echo, hearing, says, textOf } from '../echo'

/** What the conversation of the test does; each test sets its own. */
let hear: (typeof echo)['hear']
let product: Product
let beside: Product
/** Moves the servers' clock on, ms. */
let later = 0

beforeAll(async () => {
  const conversation = hearing((...args) => hear(...args))
  const now = () => new Date(Date.now() + later)
  product = await startProduct({ conversation, now })
  beside = await startProduct({ conversation, now, beside: product })
  return async () => {
    await beside.stop()
    await product.stop()
  }
})
beforeEach(() => { hear = echo.hear })
afterEach(async () => {
  // A job that runs at this moment may be in the way.
  await eventually(() => product.fresh.database.pool.query('TRUNCATE "InboundEvent", "OutboundMessage", "Draft", "Notice" CASCADE'))
  for (const { id } of product.line.state().chats) await product.line.act({ do: 'clear', chat: id })
})

const says1 = (text: string, n = 1) => product.line.act({ do: 'text', as: lineId(n), chat: lineId(n), text })
const heardBy = (n: number) => product.fake.textsTo(lineId(n))
let last = 0
function event(n: number, text: string, more: object = {}) {
  const id = `event-${++last}`
  return { type: 'message', mode: 'active', webhookEventId: id, timestamp: Date.now(), deliveryContext: { isRedelivery: false }, replyToken: id, source: { type: 'user', userId: lineId(n) }, message: { type: 'text', id, text }, ...more }
}

describe('the inbox', () => {
  it('answers everybody once, each in the order in which they spoke', async () => {
    hear = async (_ctx, lane, e) => says(lane, textOf(e))
    const start = Date.now()
    const events = Array.from({ length: 12 }, (_, i) => [1, 2, 3].map(n => event(n, `${i}`, { timestamp: start + i }))).flat()
    await product.line.deliver(events)
    await product.idle()
    for (const n of [1, 2, 3]) expect(heardBy(n)).toEqual(Array.from({ length: 12 }, (_, i) => `${i}`))
  })

  it('goes by when things were said, not by when they arrived', async () => {
    const start = Date.now()
    await product.line.deliver([event(1, 'third', { timestamp: start + 3 }), event(1, 'first', { timestamp: start + 1 }), event(1, 'second', { timestamp: start + 2 })])
    await product.idle()
    expect(heardBy(1)).toEqual(['first', 'second', 'third'])
  })

  it('never hears one person twice at a time, with two servers, and nobody waits for another', async () => {
    const busy = new Map<string, number>()
    let most = 0
    let together = 0
    hear = async (ctx, lane, e) => {
      const now = (busy.get(lane.key) ?? 0) + 1
      busy.set(lane.key, now)
      most = Math.max(most, now)
      together = Math.max(together, [...busy.values()].filter(count => count > 0).length)
      await ctx.db.$executeRaw`SELECT pg_sleep(0.002)`
      busy.set(lane.key, now - 1)
      return says(lane, textOf(e))
    }
    const start = Date.now()
    await Promise.all(Array.from({ length: 10 }, (_, i) => Promise.all([1, 2, 3, 4, 5].map(n =>
      product.line.deliver([event(n, `${i}`, { timestamp: start + i })], { url: `${(i + n) % 2 ? product.url : beside.url}/webhook` })))))
    await eventually(async () => {
      await product.idle()
      await beside.idle()
      expect(await product.db.outboundMessage.count({ where: { state: 'SENT' } })).toBe(50)
    })
    expect(most).toBe(1)
    expect(together).toBeGreaterThan(1)
    for (const n of [1, 2, 3, 4, 5]) expect([...heardBy(n)].sort()).toEqual(Array.from({ length: 10 }, (_, i) => `${i}`))
  })

  it('answers others while those of a batch wait for something', async () => {
    let release = () => {}
    const released = new Promise<void>(resolve => release = resolve)
    const held = new Set<string>()
    // One server: another would take the event up.
    const alone = await startProduct({ conversation: hearing(async (_ctx, lane, e) => {
      if (textOf(e) !== 'quick') {
        held.add(lane.key)
        await released
      }
      return says(lane, textOf(e))
    }) })
    const heard = (n: number) => alone.fake.textsTo(lineId(n))
    await alone.line.deliver([event(1, 'held'), event(2, 'held')])
    await eventually(async () => expect(held.size).toBe(2))
    await alone.line.deliver([event(3, 'quick')])
    await eventually(async () => expect(heard(3)).toEqual(['quick'])).finally(release)
    await alone.idle()
    expect([heard(1), heard(2)]).toEqual([['held'], ['held']])
    await alone.stop()
  })

  it('gives the conversation the person, their roles, drafts and waiting notices, and stores what it changes', async () => {
    await product.db.province.upsert({ where: { code: '15' }, create: { code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' }, update: {} })
    const user = await product.db.user.create({
      data: {
        lineUserId: lineId(7),
        displayName: 'Seven',
        language: 'EN',
        memberships: { create: [{ role: 'SECRETARY', provinceCode: '15' }, { role: 'OWNER', provinceCode: '15', suspendedAt: new Date() }] },
        notices: { create: [
          { level: 'SOON', kind: 'soon', data: { text: 'one' } },
          { level: 'NOW', kind: 'held', data: {}, state: 'HELD' },
          { level: 'QUIET', kind: 'quiet', data: {} },
          { level: 'SOON', kind: 'later', data: {}, notBefore: new Date(Date.now() + 3600_000) },
          { level: 'SOON', kind: 'done', data: {}, state: 'DELIVERED' },
        ] },
      },
      include: { notices: true },
    })
    const lanes: Lane[] = []
    hear = async (_ctx, lane) => {
      lanes.push(structuredClone(lane))
      const before = lane.drafts.find(draft => draft.dialogue === 'report')
      const at = new Date('2026-11-23T07:00:00.123Z')
      const drafts = before
        ? [{ ...before, answers: { symptom: 'OTHER' }, misses: 1, aside: { kind: 'edit' }, state: 'KEPT' as const, updatedAt: at }, { dialogue: 'help', token: 'h', answers: {}, misses: 0, aside: null, state: 'OPEN' as const, updatedAt: at }]
        : [{ dialogue: 'report', token: 'abc', answers: { camera: '15-00012', ข้อ: [1, { x: 'y' }] }, misses: 0, aside: null, state: 'OPEN' as const, updatedAt: at }]
      return { ...says(lane, 'ok'), drafts, person: { ...lane.person!, language: 'TH' }, delivered: lane.notices.slice(0, 1).map(notice => notice.id) }
    }
    await says1('one', 7)
    await product.idle()
    await says1('two', 7)
    await product.idle()
    expect(lanes[0]).toMatchObject({
      key: lineId(7),
      person: { userId: user.id, lineUserId: lineId(7), displayName: 'Seven', language: 'EN', reachable: true, menuWanted: 'everyone', memberships: [{ role: 'SECRETARY', provinceCode: '15', agencyId: null }] },
      drafts: [],
    })
    expect(lanes[0]!.notices.map(notice => notice.kind).sort()).toEqual(['held', 'soon'])
    expect(lanes[1]!.notices).toHaveLength(1)
    expect(lanes[1]!.person!.language).toBe('TH')
    expect(lanes[1]!.drafts).toEqual([{ dialogue: 'report', token: 'abc', answers: { camera: '15-00012', ข้อ: [1, { x: 'y' }] }, misses: 0, aside: null, state: 'OPEN', updatedAt: new Date('2026-11-23T07:00:00.123Z') }])
    const drafts = await product.db.draft.findMany({ where: { lane: lineId(7) }, orderBy: { dialogue: 'asc' } })
    expect(drafts).toMatchObject([{ dialogue: 'help', state: 'OPEN', aside: null }, { dialogue: 'report', state: 'KEPT', misses: 1, aside: { kind: 'edit' }, answers: { symptom: 'OTHER' } }])
    hear = async (_ctx, lane) => ({ ...says(lane, 'gone'), drafts: [] })
    await says1('three', 7)
    await product.idle()
    expect(await product.db.draft.count({ where: { lane: lineId(7) } })).toBe(0)
  })

  it('does not undo what somebody else set on the person during the turn', async () => {
    await says1('hello', 6)
    await product.idle()
    hear = async (_ctx, lane) => {
      await product.db.user.update({ where: { lineUserId: lineId(6) }, data: { menuWanted: 'official' } })
      return { ...says(lane, 'ok'), person: { ...lane.person!, language: 'EN' } }
    }
    await says1('English', 6)
    await product.idle()
    expect(await product.db.user.findUnique({ where: { lineUserId: lineId(6) } })).toMatchObject({ language: 'EN', menuWanted: 'official' })
  })

  it('writes down nothing of a turn that fails, tells the person after the third try, and goes on with what they said next', async () => {
    let tries = 0
    hear = async (ctx, lane, e) => {
      if (textOf(e) !== 'break') return says(lane, textOf(e))
      tries++
      await ctx.db.auditEntry.create({ data: { action: 'half-done', subject: 'test' } })
      throw new Error('a bug')
    }
    const start = Date.now()
    await product.line.deliver([event(1, 'break', { timestamp: start }), event(1, 'after', { timestamp: start + 1 }), event(2, 'somebody else', { timestamp: start })])
    await product.idle()
    expect(heardBy(2)).toEqual(['somebody else'])
    expect(heardBy(1)).toEqual([])
    expect(await failedEvents(product.fresh.database.pool)).toMatchObject([{ type: 'message', state: 'WAITING', attempts: 1, error: 'Error: a bug' }])
    for (const pause of [900, 200, 4_700, 400]) {
      later += pause
      await product.idle()
      await beside.idle()
    }
    await eventually(() => expect(heardBy(1)).toEqual(['ขออภัย', 'after']))
    expect(tries).toBeGreaterThanOrEqual(3)
    const [parked] = await failedEvents(product.fresh.database.pool)
    expect(parked).toMatchObject({ state: 'PARKED', attempts: 3 })
    expect(await product.db.auditEntry.count({ where: { action: 'half-done' } })).toBe(0)
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain('songklong_events{state="PARKED"} 1')

    hear = echo.hear
    expect(await retryEvents(product.fresh.database.pool, 'unknown')).toBe(0)
    expect(await retryEvents(product.fresh.database.pool, parked!.id)).toBe(1)
    await eventually(async () => {
      await product.idle()
      expect(heardBy(1)).toEqual(['ขออภัย', 'after', 'break'])
    })
    expect(await failedEvents(product.fresh.database.pool)).toEqual([])
  })

  it('takes a statement that the database refuses for a failure of that turn alone', async () => {
    hear = async (ctx, lane, e): Promise<Turn> => {
      if (textOf(e) === 'swallowed') await ctx.db.$queryRaw`SELECT 1 / 0`.catch(() => {})
      return says(lane, textOf(e))
    }
    await product.line.deliver([event(1, 'swallowed'), event(2, 'fine'), event(3, 'fine too')])
    await product.idle()
    expect([heardBy(1), heardBy(2), heardBy(3)]).toEqual([[], ['fine'], ['fine too']])
    expect(await product.db.inboundEvent.findFirst({ where: { state: 'WAITING' } })).toMatchObject({ attempts: 1, lane: lineId(1) })
  })

  it('does not count it as a failure when the database has two turns give way to each other', async () => {
    let met = 0
    let deadlocks = 0
    hear = async (ctx, lane, e) => {
      const order = textOf(e) === 'up' ? [1, 2] : [2, 1]
      for (const key of order) {
        await ctx.db.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(77, ${key})`).catch((error) => {
          deadlocks++
          throw error
        })
        if (met++ < 2) await ctx.db.$executeRaw`SELECT pg_sleep(0.3)`
      }
      return says(lane, textOf(e))
    }
    await Promise.all([
      product.line.deliver([event(1, 'up')], { url: `${product.url}/webhook` }),
      product.line.deliver([event(2, 'down')], { url: `${beside.url}/webhook` }),
    ])
    await eventually(async () => {
      await product.idle()
      await beside.idle()
      expect([heardBy(1), heardBy(2)]).toEqual([['up'], ['down']])
    })
    expect(deadlocks).toBe(1)
    expect(await product.db.inboundEvent.count({ where: { attempts: { gt: 0 } } })).toBe(0)
  })

  it('takes people out of a batch who would wait for another batch, and answers the others at once: no deadlock, nobody alone', async () => {
    const batches = new Map<string, number[]>()
    const errors: unknown[] = []
    let first = 0
    hear = async (ctx, lane, e) => {
      const n = people.findIndex(one => lineId(one) === lane.key)
      const [{ pid, xact }] = await ctx.db.$queryRaw<[{ pid: number, xact: Date }]>`SELECT pg_backend_pid() AS pid, xact_start AS xact FROM pg_stat_activity WHERE pid = pg_backend_pid()`
      const batch = `${pid} ${xact.toISOString()}`
      batches.set(batch, [...batches.get(batch) ?? [], people[n]!])
      await ctx.db.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(78, ${textOf(e)})`).catch((error) => {
        errors.push((error as { code?: string }).code)
        throw error
      })
      // Both batches hold what their first person spoke of before either goes on.
      if (n % 3 === 0 && first++ < 2) await eventually(() => expect(first).toBeGreaterThanOrEqual(2), 500).catch(() => {})
      return says(lane, textOf(e))
    }
    const people = [1, 2, 3, 4, 5, 6]
    const answered = people.map((): string[] => [])
    // Whether two batches meet is up to the machine: again, until they did.
    for (let round = 0; round < 20 && !errors.length; round++) {
      first = 0
      batches.clear()
      const [one, other] = [[event(1, '1'), event(2, '2'), event(3, '3')], [event(4, '2'), event(5, '1'), event(6, '3')]]
      await Promise.all([product.line.deliver(one, { url: `${product.url}/webhook` }), product.line.deliver(other, { url: `${beside.url}/webhook` })])
      for (const [i, key] of ['1', '2', '3', '2', '1', '3'].entries()) answered[i]!.push(key)
      await eventually(async () => {
        await product.idle()
        await beside.idle()
        expect(people.map(heardBy)).toEqual(answered)
      })
    }
    expect(errors).not.toContain('40P01')
    expect(errors).toContain('55P03')
    // The first of a batch is never redone without its company.
    const redone = [...batches.values()].filter(batch => batch.length > 1)
    expect(redone.length).toBeGreaterThan(2)
    expect(await product.db.inboundEvent.count({ where: { attempts: { gt: 0 } } })).toBe(0)
  })

  it('leaves to another server what has only just come to it, and takes up what has failed there', async () => {
    const left = event(4, 'in the hands of another')
    await product.db.inboundEvent.create({ data: { id: left.webhookEventId, lane: 'somebody', timestamp: left.timestamp, payload: left as object, notBefore: new Date(Date.now() + 60_000) } })
    const { pool } = product.fresh.database
    const inAMinute = new Date(Date.now() + 60_000 + later)
    expect(await waitingLanes(pool, inAMinute, 30_000)).toEqual([])
    expect(await waitingLanes(pool, inAMinute)).toEqual([{ lane: 'somebody', failed: false }])
    await product.db.inboundEvent.updateMany({ data: { attempts: 1 } })
    expect(await waitingLanes(pool, inAMinute, 30_000)).toEqual([{ lane: 'somebody', failed: true }])
  })

  it('takes up by itself what was stored by a server that died', async () => {
    const left = event(4, 'left behind')
    await product.db.inboundEvent.create({ data: { id: left.webhookEventId, lane: lineId(4), timestamp: left.timestamp, payload: left as object } })
    await eventually(async () => expect(await product.db.inboundEvent.findUnique({ where: { id: left.webhookEventId } })).toMatchObject({ state: 'DONE' }))
  })

  it('forgets what was written in a message that its sender took back', async () => {
    await says1('my secret', 1)
    await product.idle()
    const { payload } = (await product.db.inboundEvent.findFirst())! as unknown as { payload: { message: { id: string } } }
    await product.line.act({ do: 'unsend', as: lineId(1), chat: lineId(1), messageId: payload.message.id })
    await product.idle()
    const events = await product.db.inboundEvent.findMany()
    expect(events.map(({ state }) => state)).toEqual(['DONE', 'DONE'])
    expect(JSON.stringify(events.map(e => e.payload))).not.toContain('my secret')
  })
})

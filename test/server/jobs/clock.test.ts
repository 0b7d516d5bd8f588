import type { Watch } from '../../../server/watch/watch'
import type { FreshDb } from '../../helpers/database'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp } from '../../../server/jobs/cleanup'
import { Clock } from '../../../server/jobs/clock'
import { nextDigest } from '../../../server/jobs/jobs'
import { createMetrics } from '../../../server/metrics'
import { noTracing } from '../../../server/watch/tracing'
import { createWatch } from '../../../server/watch/watch'
import { freshDb } from '../../helpers/database'
import { eventually } from '../../helpers/eventually'

let fresh: FreshDb
let time = Date.UTC(2026, 10, 23, 7)
const now = () => new Date(time)
let unwatched: Watch
beforeAll(async () => {
  fresh = await freshDb()
  unwatched = createWatch({ log: pino({ level: 'silent' }), metrics: createMetrics(fresh.database.pool), tracing: noTracing, sessionSecret: 'secret' })
})
afterAll(() => fresh.drop())

const minute = 60_000
const hour = 60 * minute

describe('the clock', () => {
  it('has one of several servers do each job each time it is due', async () => {
    const done: string[] = []
    const servers = [1, 2, 3].map(n => new Clock({ pool: fresh.database.pool, log: pino({ level: 'silent' }), watch: unwatched, now }, [
      { name: 'often', every: minute, run: async () => void done.push(`often ${n}`) },
      { name: 'daily', every: nextDigest, run: async () => void done.push(`daily ${n}`) },
    ]))
    await Promise.all(servers.map(server => server.start()))
    const tick = async () => {
      await Promise.all(servers.map(server => server.tick()))
      return done.splice(0).map(line => line.split(' ')[0]).sort()
    }
    await tick()
    expect(await tick()).toEqual([])
    time += minute
    expect(await tick()).toEqual(['often'])
    expect(await tick()).toEqual([])
    time = Date.UTC(2026, 10, 24, 1)
    expect(await tick()).toEqual(['daily', 'often'])
    await Promise.all(servers.map(server => server.stop()))
  })

  it('goes on when the time of day has gone back, and keeps the hour of what has one', async () => {
    const done: string[] = []
    const clock = new Clock({ pool: fresh.database.pool, log: pino({ level: 'silent' }), watch: unwatched, now }, [
      { name: 'minutely', every: minute, run: async () => void done.push('minutely') },
      { name: 'in the morning', every: nextDigest, run: async () => void done.push('in the morning') },
    ])
    const tick = async () => {
      await clock.tick()
      return done.splice(0)
    }
    const rightNow = time
    await clock.start()
    time += 24 * hour
    expect((await tick()).sort()).toEqual(['in the morning', 'minutely'])
    time = rightNow
    expect(await tick()).toEqual([])
    expect(await fresh.database.db.job.findUnique({ where: { name: 'in the morning' } })).toMatchObject({ dueAt: nextDigest(new Date(rightNow)) })
    time += minute
    expect(await tick()).toEqual(['minutely'])
    await clock.stop()
  })

  it('does not run again in the same morning what another server, whose clock is ahead, has run already', async () => {
    const done: string[] = []
    const server = (ahead: number) => new Clock({ pool: fresh.database.pool, log: pino({ level: 'silent' }), watch: unwatched, now: () => new Date(time + ahead) }, [{ name: 'once a day', every: nextDigest, run: async () => void done.push(`${ahead}`) }])
    const [ahead, behind] = [server(500), server(0)]
    await ahead.start()
    time = nextDigest(new Date(time)).getTime() - 200
    await ahead.tick()
    await behind.tick()
    time += minute
    await behind.tick()
    expect(done).toEqual(['500'])
    await Promise.all([ahead.stop(), behind.stop()])
  })

  it('tries a job that failed again within a minute, and keeps why it failed', async () => {
    let runs = 0
    const clock = new Clock({ pool: fresh.database.pool, log: pino({ level: 'silent' }), watch: unwatched, now }, [{
      name: 'failing',
      every: hour,
      run: async () => {
        runs++
        throw new Error('not today')
      },
    }])
    await clock.start()
    await clock.tick()
    await eventually(async () => expect(await fresh.database.db.job.findUnique({ where: { name: 'failing' } })).toMatchObject({ lastError: 'Error: not today', dueAt: new Date(time + minute) }))
    time += minute
    await clock.tick()
    await eventually(() => expect(runs).toBe(2))
    await clock.stop()
  })

  it('runs a job that is poked at once, and once more when it is poked while it runs', async () => {
    let runs = 0
    let release = () => {}
    const clock = new Clock({ pool: fresh.database.pool, log: pino({ level: 'silent' }), watch: unwatched, now }, [{
      name: 'poked',
      every: hour,
      run: () => {
        runs++
        return new Promise<void>((done) => { release = done })
      },
    }])
    clock.poke('poked')
    clock.poke('poked')
    clock.poke('poked')
    clock.poke('unknown')
    expect(runs).toBe(1)
    release()
    await eventually(() => expect(runs).toBe(2))
    release()
    await clock.stop()
    clock.poke('poked')
    expect(runs).toBe(2)
  })

  it.each([
    ['2026-11-23T00:59:59Z', '2026-11-23T01:00:00Z'],
    ['2026-11-23T01:00:00Z', '2026-11-24T01:00:00Z'],
    ['2026-12-31T20:00:00Z', '2027-01-01T01:00:00Z'],
  ])('has the morning\'s digest at 08:00 in Bangkok: after %s at %s', (from, to) => {
    expect(nextDigest(new Date(from))).toEqual(new Date(to))
  })
})

describe('the clean-up', () => {
  it('removes what was kept only for a time, and nothing else', async () => {
    const { db, pool } = fresh.database
    const ago = (days: number) => new Date(time - days * 24 * hour)
    const event = { lane: 'U1', timestamp: 1, payload: {} }
    await db.inboundEvent.createMany({ data: [
      { ...event, id: 'old', state: 'DONE', doneAt: ago(31) },
      { ...event, id: 'new', state: 'DONE', doneAt: ago(29) },
      { ...event, id: 'parked', state: 'PARKED', receivedAt: ago(99) },
      { ...event, id: 'waiting', receivedAt: ago(99) },
    ] })
    const letter = { recipient: 'U1', messages: [], about: [] }
    await db.outboundMessage.createMany({ data: [
      { ...letter, state: 'SENT', createdAt: ago(31), error: 'old' },
      { ...letter, state: 'SENT', createdAt: ago(29), error: 'new' },
      { ...letter, state: 'FAILED', createdAt: ago(99), error: 'failed' },
    ] })
    const draft = { lane: 'U1', token: 't', answers: {} }
    await db.draft.createMany({ data: [
      { ...draft, dialogue: 'forgotten', state: 'KEPT', updatedAt: ago(8) },
      { ...draft, dialogue: 'kept', state: 'KEPT', updatedAt: ago(6) },
      { ...draft, dialogue: 'left open', state: 'OPEN', updatedAt: ago(2) },
      { ...draft, dialogue: 'open', state: 'OPEN', updatedAt: ago(0) },
    ] })
    const { id: userId } = await db.user.create({ data: { lineUserId: 'U1' } })
    const notice = { userId, level: 'SOON' as const, data: {} }
    await db.notice.createMany({ data: [
      { ...notice, kind: 'told', state: 'DELIVERED', createdAt: ago(91) },
      { ...notice, kind: 'told lately', state: 'DELIVERED', createdAt: ago(89) },
      { ...notice, kind: 'replaced', state: 'SUPPRESSED', createdAt: ago(91) },
      { ...notice, kind: 'never told', level: 'QUIET', createdAt: ago(91) },
      { ...notice, kind: 'never told, new', level: 'QUIET', createdAt: ago(89) },
      { ...notice, kind: 'to be told', createdAt: ago(91) },
      { ...notice, kind: 'held', state: 'HELD', createdAt: ago(91) },
      { ...notice, kind: 'head', about: 'audit:15', state: 'DELIVERED', createdAt: ago(91) },
    ] })
    await cleanUp({ pool, now })
    expect((await db.notice.findMany()).map(row => row.kind).sort()).toEqual(['head', 'held', 'never told, new', 'to be told', 'told lately'])
    expect((await db.inboundEvent.findMany()).map(row => row.id).sort()).toEqual(['new', 'parked', 'waiting'])
    expect((await db.outboundMessage.findMany()).map(row => row.error).sort()).toEqual(['failed', 'new'])
    expect((await db.draft.findMany()).map(row => `${row.dialogue} ${row.state}`).sort()).toEqual(['kept KEPT', 'left open KEPT', 'open OPEN'])
  })
})

import type pg from 'pg'
import type { FreshDb } from '../helpers/database'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attempt } from '../../domain/attempt'
import { Refusal } from '../../domain/refusal'
import { LazySavepoints } from '../../server/savepoints'
import { transactions } from '../../server/transaction'
import { freshDb } from '../helpers/database'

let fresh: FreshDb
beforeAll(async () => { fresh = await freshDb() })
afterAll(() => fresh.drop())

const count = { name: 'count-users', text: 'SELECT count(*)::int AS count FROM "User"' }
const users = () => fresh.database.db.user.count()

it('Prisma and plain SQL see each other in one transaction, and others see neither until it ends', async () => {
  const transact = transactions(fresh.database.pool)
  await transact(async ({ db, sql }) => {
    await db.user.create({ data: { lineUserId: 'a' } })
    expect(await sql(count, [])).toEqual([{ count: 1 }])
    expect(await users()).toBe(0)
  })
  expect(await users()).toBe(1)
})

it('nothing remains of a transaction that throws, however deep Prisma wrote', async () => {
  const transact = transactions(fresh.database.pool)
  const before = await users()
  await expect(transact(async ({ db }) => {
    await db.user.create({ data: { lineUserId: 'nested', notices: { create: { level: 'SOON', kind: 'x', data: {} } } }, include: { notices: true } })
    throw new Error('undo')
  })).rejects.toThrow('undo')
  expect([await users(), await fresh.database.db.notice.count()]).toEqual([before, 0])
})

it('a nested write of Prisma\'s that fails takes nothing else along', async () => {
  const transact = transactions(fresh.database.pool)
  await transact(async ({ db }) => {
    await db.user.create({ data: { lineUserId: 'first' } })
    await expect(db.user.create({ data: { lineUserId: 'wrong', memberships: { create: { role: 'OFFICIAL', provinceCode: '99' } } } })).rejects.toThrow()
    await db.user.create({ data: { lineUserId: 'last' } })
  })
  const found = await fresh.database.db.user.findMany({ where: { lineUserId: { in: ['first', 'wrong', 'last'] } } })
  expect(found.map(user => user.lineUserId).sort()).toEqual(['first', 'last'])
})

it('no more run at once than were asked for, and none gets another\'s connection', async () => {
  const transact = transactions(fresh.database.pool, 2)
  let running = 0
  let most = 0
  const pids = await Promise.all(Array.from({ length: 8 }, (_, i) => transact(async ({ db, sql }) => {
    most = Math.max(most, ++running)
    const own = await sql<{ pid: number }>({ name: 'pid', text: 'SELECT pg_backend_pid() AS pid' }, [])
    const [same] = await db.$queryRaw<Array<{ pid: number }>>`SELECT pg_backend_pid() AS pid`
    running--
    if (i === 3) throw new Error('one fails')
    return [own[0]!.pid, same!.pid]
  }).catch(() => [0, 0])))
  expect(most).toBe(2)
  for (const [one, other] of pids) expect(one).toBe(other)
})

it('the last statement is committed along with it; when it fails, nothing remains, and what is asked afterwards is refused', async () => {
  const transact = transactions(fresh.database.pool)
  const add = { text: 'INSERT INTO "User" (id, "lineUserId") VALUES (gen_random_uuid(), $1) RETURNING "lineUserId"' }
  const named = (lineUserId: string) => fresh.database.db.user.count({ where: { lineUserId } })
  expect(await transact(({ last }) => last(add, ['committed']))).toEqual([{ lineUserId: 'committed' }])
  expect(await named('committed')).toBe(1)

  await expect(transact(async ({ db, last }) => {
    await db.user.create({ data: { lineUserId: 'before' } })
    await last(add, ['committed'])
  })).rejects.toMatchObject({ code: '23505' })
  expect(await named('before')).toBe(0)

  await expect(transact(async ({ sql, last }) => {
    await last(add, ['too early'])
    await sql(add, ['too late'])
  })).rejects.toThrow('The transaction is over')
  expect([await named('too early'), await named('too late')]).toEqual([1, 0])
})

it('what is asked together is done in the order in which it was asked', async () => {
  const transact = transactions(fresh.database.pool)
  await transact(async ({ db }) => {
    await db.user.create({ data: { lineUserId: 'counted', displayName: '0' } })
    const steps = Array.from({ length: 20 }, (_, i) => i)
    const add = (i: number) => db.$queryRaw<Array<{ was: string }>>`UPDATE "User" SET "displayName" = "displayName" || ${`,${i}`} WHERE "lineUserId" = 'counted' RETURNING "displayName" AS was`
    const rows = await Promise.all(steps.map(add))
    expect(rows.at(-1)![0]!.was).toBe(['0', ...steps].join(','))
  })
})

it('a connection that is lost while the work fails by itself leaves no error that nobody hears of', async () => {
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('unhandledRejection', hear)
  const lost = { connection: { stream: {} }, query: () => sleep(5).then(() => { throw new Error('lost') }), release: () => {} }
  const transact = transactions({ connect: async () => lost } as unknown as pg.Pool)
  await expect(transact(async () => { throw new Error('undo') })).rejects.toThrow('undo')
  await sleep(50)
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})

it('raw statements give what Prisma gives', async () => {
  const transact = transactions(fresh.database.pool)
  const at = new Date('2026-11-23T17:00:00.123Z')
  const ask = (db: Parameters<Parameters<typeof transact>[0]>[0]['db']) => db.$queryRaw`
    SELECT ${at}::timestamptz AS at, 3::int AS int, ${1.5}::float8 AS float, true AS bool, NULL AS nothing, 'ก'::text AS text, ${['a', 'b']}::text[] AS texts,
      'TH'::"Language" AS label, '{"a": [1, null]}'::jsonb AS jsonb, json_build_object('b', 2) AS json, '018f0000-0000-7000-8000-000000000000'::uuid AS uuid`
  const direct = await transact(({ db }) => ask(db))
  expect(direct).toEqual(await ask(fresh.database.db))
  expect(direct).toMatchObject([{ at, texts: ['a', 'b'] }])
  expect(await transact(({ db }) => db.$executeRaw`UPDATE "User" SET "displayName" = 'x' WHERE "lineUserId" IN ('a', 'committed')`)).toBe(2)
})

it('of an attempt that is refused nothing remains, of those before, inside and after it what they wrote', async () => {
  const transact = transactions(fresh.database.pool)
  const writes = (lineUserId: string) => fresh.database.db.user.count({ where: { lineUserId } })
  await transact(async ({ db }) => {
    const add = (lineUserId: string) => db.user.create({ data: { lineUserId } })
    const refuse = (): never => { throw new Refusal('notFound') }
    await attempt(db, () => add('kept 1'))
    expect(await attempt(db, async () => {
      await add('undone 1')
      await attempt(db, () => add('undone 2'))
      expect(await attempt(db, async () => {
        await db.user.count()
        refuse()
      })).toBeInstanceOf(Refusal)
      refuse()
    })).toBeInstanceOf(Refusal)
    await attempt(db, async () => {
      await add('kept 2')
      await attempt(db, async () => {
        await add('undone 3')
        refuse()
      })
      await add('kept 3')
    })
    expect(await attempt(db, async () => refuse())).toBeInstanceOf(Refusal)
  })
  for (const name of ['kept 1', 'kept 2', 'kept 3']) expect(await writes(name), name).toBe(1)
  for (const name of ['undone 1', 'undone 2', 'undone 3']) expect(await writes(name), name).toBe(0)
})

it('an attempt that only reads, or ends before it began, costs no statement; one that writes costs one', () => {
  const savepoints = new LazySavepoints()
  const sent = (...texts: string[]) => texts.flatMap((text) => {
    const { first, itself } = savepoints.instead(text)
    return itself ? [...first, text] : first
  })
  expect(sent('SAVEPOINT attempt', 'SELECT 1', 'RELEASE SAVEPOINT attempt', 'SAVEPOINT attempt', 'ROLLBACK TO SAVEPOINT attempt', 'RELEASE SAVEPOINT attempt')).toEqual(['SELECT 1'])
  expect(sent('SAVEPOINT attempt', 'SAVEPOINT attempt', 'UPDATE x', 'UPDATE y', 'RELEASE SAVEPOINT attempt', 'ROLLBACK TO SAVEPOINT attempt'))
    .toEqual(['SAVEPOINT attempt_3', 'SAVEPOINT attempt_4', 'UPDATE x', 'UPDATE y', 'ROLLBACK TO SAVEPOINT attempt_3'])
  expect(sent('SAVEPOINT attempt', 'ROLLBACK'), 'an error ends the whole transaction').toEqual(['ROLLBACK'])
})

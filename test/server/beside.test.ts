import type { FreshDb } from '../helpers/database'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../../domain/attempt'
import { Refusal } from '../../domain/refusal'
import { abreast } from '../../server/abreast'
import { isConsequence } from '../../server/line/blame'
import { TurnFailed } from '../../server/line/turns'
import { goesAlone } from '../../server/savepoints'
import { transactions } from '../../server/transaction'
import { freshDb } from '../helpers/database'

let fresh: FreshDb
beforeAll(async () => { fresh = await freshDb() })
afterAll(() => fresh.drop())

const named = (prefix: string) => fresh.database.db.user.findMany({ where: { lineUserId: { startsWith: prefix } }, orderBy: { lineUserId: 'asc' } }).then(found => found.map(({ lineUserId }) => lineUserId))
const transact: ReturnType<typeof transactions> = work => transactions(fresh.database.pool)(work)

describe('parts of a transaction side by side', () => {
  it('read while another part writes, and write when that has ended', async () => {
    const told: string[] = []
    await transact(async ({ beside }) => {
      let end = () => {}
      const ended = new Promise<void>(resolve => end = resolve)
      const first = beside(async (db) => {
        await db.$executeRaw`INSERT INTO "User" (id, "lineUserId") VALUES (gen_random_uuid(), 'part-1')`
        await ended
        told.push('first ended')
      })
      const second = beside(async (db) => {
        await db.$queryRaw`SELECT 1`
        told.push('second has read')
        const writes = db.$executeRaw`UPDATE "User" SET "displayName" = 'seen' WHERE "lineUserId" = 'part-1'`
        const reads = db.$queryRaw<{ displayName: string }[]>`SELECT "displayName" FROM "User" WHERE "lineUserId" = 'part-1'`
        await sleep(20)
        end()
        expect(await writes).toBe(1)
        told.push('second has written')
        // Asked behind what had to wait, so it waited, too.
        expect(await reads).toEqual([{ displayName: 'seen' }])
      })
      await Promise.all([first, second])
    })
    expect(told).toEqual(['second has read', 'first ended', 'second has written'])
  })

  it('keep what each wrote, and nothing of what was refused, whether by Prisma or in plain SQL', async () => {
    await transact(async ({ beside }) => {
      const part = (n: number) => beside(async (db) => {
        const name = `kept-${n}`
        const said = await attempt(db, async () => {
          await db.$queryRaw`SELECT 1`
          if (n % 2) await db.user.create({ data: { lineUserId: name } })
          else await db.$executeRaw`INSERT INTO "User" (id, "lineUserId") VALUES (gen_random_uuid(), ${name})`
          expect(await db.user.count({ where: { lineUserId: name } })).toBe(1)
          if (n % 3 === 0) throw new Refusal('notFound')
        })
        expect(said instanceof Refusal).toBe(n % 3 === 0)
      })
      await Promise.all(Array.from({ length: 9 }, (_, n) => part(n)))
    })
    expect(await named('kept-')).toEqual(['kept-1', 'kept-2', 'kept-4', 'kept-5', 'kept-7', 'kept-8'])
  })

  it('do not decide by what another part is changing', async () => {
    await fresh.database.db.user.create({ data: { lineUserId: 'count', displayName: '0' } })
    await transact(({ beside }) => Promise.all(Array.from({ length: 20 }, () => beside(async (db) => {
      const [row] = await db.$queryRaw<{ displayName: string }[]>`SELECT "displayName" FROM "User" WHERE "lineUserId" = 'count' FOR NO KEY UPDATE`
      await db.$executeRaw`UPDATE "User" SET "displayName" = ${String(Number(row!.displayName) + 1)} WHERE "lineUserId" = 'count'`
    }))))
    expect(await fresh.database.db.user.findUnique({ where: { lineUserId: 'count' } })).toMatchObject({ displayName: '20' })
  })

  it('fail because one of them has failed, which is told from its failure', async () => {
    const failures: Record<string, unknown> = {}
    const wrong = transact(async ({ beside }) => {
      await beside(db => db.$queryRaw`SELECT 1 / 0`).catch((error) => { failures.first = error })
      await beside(db => db.$queryRaw`SELECT 1`).catch((error) => { failures.raw = error })
      await beside(db => db.user.count()).catch((error) => { failures.prisma = error })
      throw new TurnFailed({} as never, {} as never, failures.raw, 0)
    })
    await expect(wrong).rejects.toSatisfy(isConsequence)
    expect(Object.entries(failures).map(([name, error]) => [name, isConsequence(error)])).toEqual([['first', false], ['raw', true], ['prisma', true]])
  })

  it('are over when they have ended: what one asks afterwards is refused, and who waited does not wait for it', async () => {
    await transact(async ({ beside }) => {
      let late: Promise<unknown> = Promise.resolve()
      await beside(async (db) => {
        await db.$executeRaw`INSERT INTO "User" (id, "lineUserId") VALUES (gen_random_uuid(), 'over-1')`
        late = sleep(10).then(() => Promise.allSettled([db.$queryRaw`SELECT 1`, db.$executeRaw`DELETE FROM "User"`, db.user.count()]))
      })
      expect(await late).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: new Error('The transaction is over') })))
      await beside(db => db.user.create({ data: { lineUserId: 'over-2' } }))
    })
    expect(await named('over-')).toEqual(['over-1', 'over-2'])
  })

  it.each([
    ['SELECT * FROM "User"', false],
    ['  select 1', true],
    ['SELECT "id" FROM "User" WHERE "id" = $1 FOR NO KEY UPDATE OF u', true],
    ['SELECT "id" FROM "User" FOR UPDATE SKIP LOCKED', true],
    ['SELECT "id" FROM "Site" FOR KEY SHARE', true],
    ['SELECT pg_advisory_xact_lock(1)', true],
    ['SELECT set_config(\'x\', \'y\', true)', true],
    ['WITH x AS (INSERT INTO y DEFAULT VALUES) SELECT 1', true],
    ['UPDATE "User" SET x = 1', true],
    ['SAVEPOINT attempt', false],
    ['ROLLBACK TO SAVEPOINT attempt', false],
  ])('%s goes alone: %s', (text, alone) => expect(goesAlone(text)).toBe(alone))
})

describe('things done abreast', () => {
  it('are so many at a time, and come out in order', async () => {
    let [running, most] = [0, 0]
    const done = await abreast([5, 1, 3, 0, 2], 2, async (n) => {
      most = Math.max(most, ++running)
      await sleep(n)
      running--
      return n * 10
    }, () => false)
    expect([done, most]).toEqual([[50, 10, 30, 0, 20], 2])
    expect(await abreast([], 2, async () => 1, () => false)).toEqual([])
  })

  it('end with the first failure that has no other for its reason, when those begun have ended', async () => {
    const begun: number[] = []
    let ended = 0
    const working = abreast([30, 1, 10, 4], 3, async (n) => {
      begun.push(n)
      await sleep(n)
      ended++
      if (n === 1) throw new Error('consequence')
      if (n === 10) throw new Error('reason')
    }, failure => (failure as Error).message === 'consequence')
    await expect(working).rejects.toThrow('reason')
    expect([begun, ended]).toEqual([[30, 1, 10], 3])
  })
})

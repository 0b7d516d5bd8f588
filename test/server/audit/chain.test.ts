import type { ClockAct } from '../../../domain/act'
import type { FreshDb } from '../../helpers/database'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../../../domain/attempt'
import { audit } from '../../../domain/audit'
import { Refusal } from '../../../domain/refusal'
import { openDatabase } from '../../../prisma/client'
import { MIGRATIONS, readMigrations } from '../../../prisma/migrate/folder'
import { migrate } from '../../../prisma/migrate/migrate'
import { verifyAudit } from '../../../server/audit/verify'
import { backup } from '../../../server/backup/backup'
import { restore } from '../../../server/backup/restore'
import { diskStore } from '../../../server/photos/disk'
import { transactions } from '../../../server/transaction'
import { blankDb, freshDb } from '../../helpers/database'

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

describe('many at once', () => {
  it('fifty in one province, and across two in opposite order: no gap, no fork, nobody waits in a circle', async () => {
    const before = await heads()
    const own = transactions(fresh.database.pool, 10)
    await Promise.all(Array.from({ length: 50 }, (_, i) => own(async ({ db }) => {
      const act = { db, actor: null, now }
      const [one, other] = i % 2 ? ['21', '22'] : ['22', '21']
      await audit(act, deed(one!, `${i} first`))
      // What a lock at the writing would be held over.
      await db.$executeRaw`SELECT pg_sleep(0.002)`
      await audit(act, deed(other!, `${i} second`), deed('20', `${i}`))
    })))
    expect(await heads()).toEqual({ ...before, 20: 50, 21: 50, 22: 50 })
  })

  it('a short patience with locks is not for the chain: who commits waits for its turn', async () => {
    const { pool } = fresh.database
    const [first, second] = await Promise.all([pool.connect(), pool.connect()])
    const insert = 'INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") VALUES (\'23\', $1, \'thing:1\')'
    for (const [client, action] of [[first, 'first'], [second, 'second']] as const) {
      await client.query('BEGIN')
      await client.query('SELECT set_config(\'lock_timeout\', \'50\', true)')
      await client.query(insert, [action])
    }
    // As at the commit, but the first one stays there for a while.
    await first.query('SET CONSTRAINTS ALL IMMEDIATE')
    const committed = second.query('COMMIT')
    await first.query('SELECT pg_sleep(0.2)')
    await first.query('COMMIT')
    await committed
    first.release()
    second.release()
    expect(await actions('23')).toEqual(['1 first', '2 second'])
    expect(await heads()).toMatchObject({ 23: 2 })
  })

  it('a transaction with an old view of the chain fails rather than fork it', async () => {
    const late = 'INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") VALUES (\'25\', $1, \'thing:1\')'
    const client = new pg.Client({ connectionString: fresh.url })
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM "AuditEntry"')
    await transact(act => audit(act, deed('25', 'meanwhile')))
    await client.query(late, ['late'])
    await expect(client.query('COMMIT')).rejects.toThrow('AuditEntry_chain_seq_key')
    await client.end()
    expect(await actions('25')).toEqual(['1 meanwhile'])
  })
})

describe('what was written is not changed', () => {
  const refused = 'The audit log is only added to'

  it.each([
    'UPDATE "AuditEntry" SET "action" = \'x\' WHERE "chain" = \'15\'',
    'UPDATE "AuditEntry" SET "hash" = NULL',
    'UPDATE "AuditEntry" SET "seq" = "seq" + 100',
    'DELETE FROM "AuditEntry" WHERE "seq" = 1',
    'TRUNCATE "AuditEntry"',
    'TRUNCATE "User", "AuditEntry" CASCADE',
    'INSERT INTO "AuditEntry" ("action", "subject") VALUES (\'a\', \'b\'); UPDATE "AuditEntry" SET "action" = \'x\' WHERE "hash" IS NULL',
  ])('%s is refused, even to the owner of the table', async (sql) => {
    const before = await heads()
    await expect(fresh.database.pool.query(sql)).rejects.toThrow(refused)
    expect(await heads()).toEqual(before)
  })

  it('an account that may only add and read can do all that the product does, and nothing else', async () => {
    const { pool } = fresh.database
    const role = `audit_${randomBytes(6).toString('hex')}`
    await pool.query(`CREATE ROLE ${role}; GRANT SELECT, INSERT ON "AuditEntry" TO ${role}; GRANT USAGE ON SEQUENCE "AuditEntry_id_seq" TO ${role}`)
    const client = await pool.connect()
    try {
      await client.query(`SET ROLE ${role}`)
      await client.query('INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") VALUES (\'24\', \'added\', \'thing:1\')')
      for (const sql of ['UPDATE "AuditEntry" SET "action" = \'x\'', 'DELETE FROM "AuditEntry"', 'TRUNCATE "AuditEntry"', 'ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL']) {
        await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/)
      }
    }
    finally {
      client.release(true)
      await pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
    }
    expect(await heads()).toMatchObject({ 24: 1 })
  })
})

describe('what was there before', () => {
  it('is chained by the migration, each province by itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'songklong-migrations-'))
    const names = (await readMigrations(MIGRATIONS)).map(({ name }) => name)
    const chained = names.findIndex(name => name.endsWith('_audit_chain'))
    for (const name of names.slice(0, chained)) await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true })
    const url = await blankDb()
    await migrate(url, folder)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('INSERT INTO "AuditEntry" ("provinceCode", "action", "subject", "data") SELECT (ARRAY[\'15\', \'14\', NULL])[1 + n % 3], \'a\' || n, \'ข\', jsonb_build_object(\'n\', n, \'ก\', ARRAY[n / 4.0]) FROM generate_series(1, 60) AS n')
    await client.end()
    await migrate(url)
    const database = openDatabase(url)
    await database.pool.query('INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") VALUES (\'15\', \'new\', \'thing:1\')')
    expect(await verifyAudit(database.pool)).toMatchObject({ found: null, chains: [{ head: { chain: '00', seq: 20 } }, { head: { chain: '14', seq: 20 } }, { head: { chain: '15', seq: 21 } }] })
    await database.close()
    await rm(folder, { recursive: true })
  })
})

describe('a backup', () => {
  it('brings the chains back as they were, and they go on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'songklong-audit-'))
    const [file, store, url, before] = [join(folder, 'a.tar.gz'), diskStore(join(folder, 'photos')), await blankDb(), await verifyAudit(fresh.database.pool)]
    await backup({ url: fresh.url, store, file, version: '0.0.1', now })
    await restore({ url, store, file })
    const database = openDatabase(url)
    expect(await verifyAudit(database.pool)).toEqual(before)
    await database.pool.query('INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") VALUES (\'15\', \'new\', \'thing:1\')')
    expect(await verifyAudit(database.pool)).toMatchObject({ found: null })
    expect(await database.db.auditEntry.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({ chain: '15', seq: 7 })
    await expect(database.pool.query('DELETE FROM "AuditEntry"')).rejects.toThrow('only added to')
    await database.close()
    await rm(folder, { recursive: true })
  })
})

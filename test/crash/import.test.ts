import type { Act } from '../../domain/act'
import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import type { Servers } from './process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyImport, beginImport, endStaging, stageRows } from '../../domain/imports/commands'
import { stepImport } from '../../domain/imports/step'
import { personId } from '../../prisma/seed/demo/people'
import { freshDb } from '../helpers/database'
import { fakeLine } from '../helpers/fakeLine'
import { servers } from './process'

const rows = 8_000

let fresh: FreshDb
let fake: FakeLine
let running: Servers
beforeAll(async () => {
  fresh = await freshDb({ template: 'demo' })
  fake = await fakeLine()
  running = await servers({ databaseUrl: fresh.url, fake, alone: true })
})
afterAll(async () => {
  await running.close()
  await fake.close()
  await fresh.drop()
})

it('an import goes on to its end when the server is killed while it writes, and each row is written once', async () => {
  const { db, pool } = fresh.database
  const id = randomUUID()
  const as = <T>(work: (act: Act) => Promise<T>) => db.$transaction(tx => work({ db: tx, now: new Date(), actor: { userId: personId(5), language: 'TH', memberships: [{ role: 'SECRETARY', provinceCode: '15', agencyId: null }] } } as unknown as Act), { timeout: 60_000 })
  await as(act => beginImport(act, { id, provinceCode: '15', agencyId: null, fileName: 'กล้อง.csv', sha256: 'a'.repeat(64), headings: ['name', 'lat', 'lng'], columns: ['name', 'latitude', 'longitude'] }))
  for (let from = 0; from < rows; from += 1_000) await as(act => stageRows(act, id, { rows: Array.from({ length: 1_000 }, (_, i) => ({ line: from + i + 2, cells: [`จุดนำเข้า ${from + i}`, 14.6 + (from + i) / 1e6, 100.4] })) }))
  await as(act => endStaging(act, id, { rows }))
  await as(act => stepImport(act, id))
  await as(act => applyImport(act, id))
  const before = { cameras: await db.camera.count(), last: (await db.province.findUniqueOrThrow({ where: { code: '15' } })).lastCamera }
  const run = () => db.importRun.findUniqueOrThrow({ where: { id } })
  // Nobody's browser sees to it: the clock does, at once.
  const leave = async () => {
    await db.importRun.update({ where: { id }, data: { touchedAt: new Date(Date.now() - 3600_000) } })
    await pool.query(`UPDATE "Job" SET "dueAt" = now() WHERE "name" = 'imports'`)
  }
  const begin = async () => {
    const server = await running.prepare()
    await leave()
    await server.begin()
    return server
  }

  // Killed in the middle of a piece: its sites are written, its cameras wait for the lock on the province.
  const holder = await pool.connect()
  await holder.query('BEGIN')
  await holder.query(`SELECT FROM "Province" WHERE "code" = '15' FOR UPDATE`)
  const first = await begin()
  await expect.poll(async () => (await pool.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rowCount, { timeout: 60_000, interval: 20 }).toBe(1)
  await first.kill()
  await holder.query('ROLLBACK')
  holder.release()
  expect(await run()).toMatchObject({ state: 'APPLYING', done: 0 })

  // Killed when a piece was done, wherever it is then.
  const second = await begin()
  await expect.poll(async () => (await run()).done, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0)
  await second.kill()

  const last = await begin()
  await expect.poll(async () => (await run()).state, { timeout: 60_000, interval: 100 }).toBe('APPLIED')
  await last.kill()
  expect(await run()).toMatchObject({ created: rows, done: rows })
  const made = await db.camera.findMany({ where: { site: { name: { startsWith: 'จุดนำเข้า ' } } }, orderBy: { code: 'asc' }, select: { code: true, site: { select: { name: true } } } })
  expect(await db.camera.count()).toBe(before.cameras + rows)
  // In the order of the file, with no code left out.
  expect(made.map(({ code, site }) => `${code} ${site.name}`)).toEqual(Array.from({ length: rows }, (_, i) => `15-${String(before.last + i + 1).padStart(5, '0')} จุดนำเข้า ${i}`))
  expect(await db.change.groupBy({ by: ['subject'], where: { importId: id }, having: { subject: { _count: { gt: 1 } } } })).toEqual([])
  expect(await db.change.count({ where: { importId: id, action: 'created' } })).toBe(2 * rows)
}, 240_000)

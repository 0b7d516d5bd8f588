import pg from 'pg'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../prisma/client'
import { freshDb } from '../../helpers/database'

it('every test file works in a database of its own that has the tables', async () => {
  const [one, other] = await Promise.all([freshDb(), freshDb()])
  expect(await one.database.db.faultReport.count()).toBe(0)
  await one.database.pool.query('CREATE TABLE only_here (id int)')
  await expect(other.database.pool.query('SELECT * FROM only_here')).rejects.toThrow('does not exist')
  await one.drop()
  await other.drop()
  await expect(one.database.db.faultReport.count()).rejects.toThrow()
})

it('times are stored as they are, whatever the zone of the server and of this machine', async () => {
  const { database, drop } = await freshDb()
  const { rows } = await database.pool.query<{ zone: string }>('SELECT current_setting(\'timezone\') AS zone')
  expect(rows[0]?.zone).toBe('UTC')
  const at = new Date('2026-11-23T17:30:00.123Z')
  const entry = await database.db.auditEntry.create({ data: { at, action: 'TEST', subject: 'test' } })
  const { rows: [raw] } = await database.pool.query<{ at: Date }>('SELECT at FROM "AuditEntry" WHERE id = $1', [entry.id])
  expect([entry.at, raw?.at]).toEqual([at, at])
  await drop()
})

it('connections that the server cuts, idle or in use, do not end the process, and the next query works', async () => {
  const { url, drop } = await freshDb()
  const broken: string[] = []
  const database = openDatabase(url, { onError: error => broken.push(error.message) })
  const inUse = await database.pool.connect()
  await database.pool.query('SELECT 1')
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
  await other.end()
  await expect.poll(() => broken.length).toBeGreaterThanOrEqual(2)
  inUse.release(true)
  expect(await database.db.faultReport.count()).toBe(0)
  await database.close()
  await drop()
})

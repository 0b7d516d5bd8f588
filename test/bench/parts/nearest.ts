import type { Database, Tx } from '../../../prisma/client'
import type { Row } from '../table'
import type { World } from '../world'
import { nearestCameras } from '../../../domain/cameras/queries'
import { openDatabase } from '../../../prisma/client'
import { migrate } from '../../../prisma/migrate/migrate'
import { seedPlaces } from '../../../prisma/seed/places'
import { transactions } from '../../../server/transaction'
import { sentFor, timed } from '../statements'
import { round } from '../table'
import { besidePg } from './rounds'

const sites = 500_000
const cameras = 1_000_000
const each = 300

/** The nearest ten of a million cameras: the product's function, and the statement that it sends, by `pg` alone. */
export async function nearest(world: World): Promise<Row[]> {
  const url = await world.database('cameras')
  await fill(url)
  const database = openDatabase(url, { statementTimeout: 0 })
  // As the conversation asks: inside the transaction of a turn.
  const transact = transactions(database.pool)
  const client = await database.pool.connect()
  try {
    const statement = await nearestStatement(database)
    const byProduct = (db: Tx) => async () => void await nearestCameras({ db, actor: null, now: new Date() }, anywhere())
    const ofProduct = () => transact(({ db }) => timed(each, byProduct(db)))
    const byPg = async () => void await client.query({ name: 'nearest', text: statement.text, values: statement.values(anywhere()) })
    const { ratio, ours, theirs } = await besidePg(ofProduct, () => timed(each, byPg))
    return [{
      what: `nearest ten of ${cameras.toLocaleString('en')} cameras`,
      measured: `p50 ${round(ours.p50)} ms, p99 ${round(ours.p99)} ms`,
      baseline: `the same SQL by pg: p50 ${round(theirs.p50)} ms, p99 ${round(theirs.p99)} ms`,
      ratio: ratio.toFixed(2),
      toReach: '≤ 1.5 × its time, p99 < 10 ms',
      ok: ratio <= 1.5 && ours.p99 < 10,
    }]
  }
  finally {
    client.release()
    await database.close()
  }
}

/** A place in Thailand's rectangle. */
const anywhere = () => ({ latitude: 6 + Math.random() * 14, longitude: 98 + Math.random() * 7 })

/** The statement that the product sends, and its values for another place. */
export async function nearestStatement(database: Database): Promise<{ text: string, values: (place: { latitude: number, longitude: number }) => unknown[] }> {
  const sample = { latitude: 13.123456, longitude: 100.654321 }
  const one = await sentFor(database, db => nearestCameras({ db, actor: null, now: new Date() }, sample))
  return { text: one.text, values: place => one.values.map(value => value === sample.latitude ? place.latitude : value === sample.longitude ? place.longitude : value) }
}

/** A register of a million cameras at half a million places, all over the country. Indexes that have nothing to do with nearness are left out: they only cost time here. */
async function fill(url: string): Promise<void> {
  await migrate(url)
  const database = openDatabase(url, { statementTimeout: 0 })
  const { pool } = database
  try {
    await seedPlaces(database)
    const { rows: indexes } = await pool.query<{ name: string, definition: string }>(`
      SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename IN ('Site', 'Camera') AND indexdef NOT LIKE 'CREATE UNIQUE%'`)
    for (const { name } of indexes) await pool.query(`DROP INDEX "${name}"`)
    await pool.query(`
      INSERT INTO "Site" (id, name, latitude, longitude, "provinceCode", "subdistrictCode")
      SELECT ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'จุดที่ ' || n, 6 + random() * 14, 98 + random() * 7, '15', '150101'
      FROM generate_series(1, ${sites}) AS n`)
    await pool.query(`
      INSERT INTO "Camera" (id, code, "siteId")
      SELECT ('018f0000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '15-' || lpad(n::text, 7, '0'), ('018f0000-0000-7000-8000-' || lpad(to_hex(1 + n % ${sites}), 12, '0'))::uuid
      FROM generate_series(1, ${cameras}) AS n`)
    for (const { definition } of indexes.filter(({ definition }) => /gist|siteId/.test(definition))) await pool.query(definition)
    await pool.query('VACUUM ANALYZE "Site"')
    await pool.query('VACUUM ANALYZE "Camera"')
  }
  finally {
    await database.close()
  }
}

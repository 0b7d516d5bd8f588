import type { Actor } from '../../../domain/act'
import type { Tx } from '../../../prisma/client'
import type { Row } from '../table'
import type { World } from '../world'
import { camerasLooking } from '../../../domain/footage/looking'
import { openDatabase } from '../../../prisma/client'
import { transactions } from '../../../server/transaction'
import { fillRegister } from '../million'
import { timed } from '../statements'
import { round } from '../table'
import { nearestStatement } from './nearest'
import { besidePg } from './rounds'

const each = 300

/** Which of a million cameras look at a point, for an officer of every province; and the bare statement for the nearest ten, by `pg` alone. */
export async function looking(world: World): Promise<Row[]> {
  const url = await world.database('looking')
  await fillRegister(url)
  const database = openDatabase(url, { statementTimeout: 0 })
  const transact = transactions(database.pool)
  const client = await database.pool.connect()
  try {
    // Some see far, a few very far.
    await client.query(`UPDATE "Camera" SET "range" = CASE WHEN random() < 0.02 THEN 1000 + floor(random() * 4000) ELSE 30 + floor(random() * 200) END WHERE random() < 0.5`)
    await client.query('VACUUM ANALYZE "Camera"')
    const { rows } = await client.query<{ code: string }>('SELECT code FROM "Province"')
    const actor: Actor = { userId: crypto.randomUUID(), language: 'TH', memberships: rows.map(({ code }) => ({ role: 'POLICE', provinceCode: code, agencyId: crypto.randomUUID() })) }
    const { rows: places } = await client.query<{ latitude: number, longitude: number }>('SELECT latitude + (random() - 0.5) / 2000 AS latitude, longitude + (random() - 0.5) / 2000 AS longitude FROM "Site" ORDER BY random() LIMIT 5000')
    let last = 0
    const somewhere = () => places[last++ % places.length]!
    const statement = await nearestStatement(database)
    const byProduct = (db: Tx) => async () => void await camerasLooking({ db, actor, now: new Date() }, somewhere())
    const ofProduct = () => transact(({ db }) => timed(each, byProduct(db)))
    const byPg = async () => void await client.query({ name: 'nearest', text: statement.text, values: statement.values(somewhere()) })
    const { ratio, ours, theirs } = await besidePg(ofProduct, () => timed(each, byPg))
    return [{
      what: 'cameras that look at a point, 1,000,000 cameras',
      measured: `p50 ${round(ours.p50)} ms, p99 ${round(ours.p99)} ms`,
      baseline: `the nearest ten, bare SQL by pg: p50 ${round(theirs.p50)} ms, p99 ${round(theirs.p99)} ms`,
      ratio: ratio.toFixed(2),
      toReach: '≤ 3 × its time',
      ok: ratio <= 3,
    }]
  }
  finally {
    client.release()
    await database.close()
  }
}

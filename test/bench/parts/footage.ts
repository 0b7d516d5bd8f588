import type pg from 'pg'
import type { Actor } from '../../../domain/act'
import type { Transact } from '../../../server/transaction'
import type { Row } from '../table'
import type { World } from '../world'
import { submitRequest } from '../../../domain/footage/submit'
import { uuid7 } from '../../../domain/uuid'
import { openDatabase } from '../../../prisma/client'
import { migrate } from '../../../prisma/migrate/migrate'
import { seedDemo } from '../../../prisma/seed/demo'
import { seedPlaces } from '../../../prisma/seed/places'
import { verifyAudit } from '../../../server/audit/verify'
import { transactions } from '../../../server/transaction'
import { contacts } from '../../helpers/contacts'
import { median, round } from '../table'

const atOnce = 50
const camerasEach = 6
const rounds = 25
const warmUp = 5

/** Fifty officers of one province ask for six cameras each in the same moment; and the same rows by `pg` alone, in one transaction for each. */
export async function footage(world: World): Promise<Row[]> {
  const url = await world.database('footage')
  await migrate(url)
  const database = openDatabase(url, { poolSize: 10 })
  const { pool } = database
  try {
    await seedPlaces(database)
    await seedDemo(database, new Date(), contacts)
    const officers = await fill(pool)
    const transact = transactions(pool, 10)
    let turn = 0
    const all = async (submit: (n: number, turn: number) => Promise<unknown>): Promise<number> => {
      const now = turn++
      const since = performance.now()
      await Promise.all(officers.map((_, n) => submit(n, now)))
      return atOnce / (performance.now() - since) * 1_000
    }
    const ours = () => all((n, turn) => ask(transact, officers[n]!, turn))
    const theirs = () => all((n, turn) => bare(pool, officers[n]!, turn))
    // Code is compiled while it runs: the first rounds do not count.
    for (let i = 0; i < warmUp; i++) {
      await ours()
      await theirs()
    }
    const pairs: Array<{ ours: number, theirs: number }> = []
    for (let i = 0; i < rounds; i++) pairs.push({ ours: await ours(), theirs: await theirs() })
    const ratio = median(pairs.map(pair => pair.ours / pair.theirs))
    const verified = await verifyAudit(pool)
    const [ourRate, theirRate] = (['ours', 'theirs'] as const).map(whose => median(pairs.map(pair => pair[whose]))) as [number, number]
    return [{
      what: `requests for footage of ${camerasEach} cameras, ${atOnce} at once in one province`,
      measured: `${round(ourRate)}/s; audit chain ${verified.found ? 'BROKEN' : 'good'}`,
      baseline: `the same rows by pg: ${round(theirRate)}/s`,
      ratio: ratio.toFixed(2),
      toReach: '≥ 0.4 of its rate, chain good',
      ok: ratio >= 0.4 && verified.found === null,
    }]
  }
  finally {
    await database.close()
  }
}

interface Officer { actor: Actor, agencyId: string, cameras: string[], custodianId: string }

/** Officers of a station of their own, each with six cameras of the demo that nobody else asks for. */
async function fill(pool: pg.Pool): Promise<Officer[]> {
  const { rows: cameras } = await pool.query<{ id: string }>(`
    SELECT c.id FROM "Camera" c WHERE c.ownership = 'PUBLIC' AND c.status = 'NORMAL' AND c."agencyId" IS NOT NULL ORDER BY c.code LIMIT $1`, [atOnce * camerasEach])
  if (cameras.length < atOnce * camerasEach) throw new Error('The demo has too few cameras')
  const { rows: [custodian] } = await pool.query<{ id: string }>('SELECT id FROM "User" LIMIT 1')
  const { rows: [station] } = await pool.query<{ id: string }>('INSERT INTO "Agency" (id, "provinceCode", name, kind) VALUES (gen_random_uuid(), \'15\', \'สภ.ทดสอบ\', \'POLICE\') RETURNING id')
  const agencyId = station!.id
  const officers: Officer[] = []
  for (let n = 0; n < atOnce; n++) {
    const { rows: [user] } = await pool.query<{ id: string }>('INSERT INTO "User" (id, "lineUserId") VALUES (gen_random_uuid(), $1) RETURNING id', [`U${String(n).padStart(32, 'b')}`])
    await pool.query('INSERT INTO "Membership" (id, "userId", role, "provinceCode", "agencyId") VALUES (gen_random_uuid(), $1, \'POLICE\', \'15\', $2)', [user!.id, agencyId])
    officers.push({ actor: { userId: user!.id, language: 'TH', memberships: [{ role: 'POLICE', provinceCode: '15', agencyId }] }, agencyId, custodianId: custodian!.id, cameras: cameras.slice(n * camerasEach, (n + 1) * camerasEach).map(({ id }) => id) })
  }
  return officers
}

/** Each turn asks for another half hour, so that nothing is asked twice. */
function period(turn: number): { from: Date, to: Date } {
  const from = new Date(Date.now() - (turn + 2) * 3_600_000)
  return { from, to: new Date(from.getTime() + 1_800_000) }
}

function ask(transact: Transact, { actor, agencyId, cameras }: Officer, turn: number): Promise<unknown> {
  const said = (text: string) => ({ text, messageId: '1' })
  return transact(({ db }) => submitRequest({ db, actor, now: new Date() }, {
    agencyId,
    caseNumber: said('123/2569'),
    offence: said('ลักทรัพย์'),
    purpose: said('ติดตามผู้ต้องสงสัย'),
    legalBasis: 'CPC_131',
    urgency: 'NORMAL',
    cameras: cameras.map(cameraId => ({ cameraId, ...period(turn) })),
  }))
}

const request = { name: 'request', text: `INSERT INTO "FootageRequest" (id, number, "provinceCode", "officerId", "agencyId", "caseNumber", "caseMessageId", offence, "offenceMessageId", purpose, "purposeMessageId", "legalBasis", "createdAt")
  VALUES ($1, $2, '15', $3, $4, $5, '1', $6, '1', $7, '1', 'CPC_131', now())` }
const event = { name: 'event', text: 'INSERT INTO "FootageEvent" (id, "requestId", kind, at, "actorId") VALUES ($1, $2, \'SUBMITTED\', now(), $3)' }
const entry = { name: 'entry', text: 'INSERT INTO "AuditEntry" (at, "actorId", "provinceCode", action, subject, data) VALUES (date_trunc(\'milliseconds\', now()), $1, \'15\', \'footage.submitted\', $2, $3)' }
const items = { name: 'items', text: `INSERT INTO "FootageItem" (id, "requestId", "cameraId", "askId", "from", "to", "overwriteAt", "answerBy", "nudgeAt", "firstAskedId")
  SELECT id, $1, camera, id, $2, $3, $3, $3, $3, $4 FROM unnest($5::uuid[], $6::uuid[]) AS i (id, camera)` }
const notices = { name: 'notices', text: `INSERT INTO "Notice" (id, "userId", level, kind, about, data) SELECT gen_random_uuid(), $1, 'SOON', 'footage.asked', 'footageAsk:' || id, json_build_object('askId', id) FROM unnest($2::uuid[]) AS i (id)` }

async function bare(pool: pg.Pool, { actor: { userId }, agencyId, cameras, custodianId }: Officer, turn: number): Promise<void> {
  const client = await pool.connect()
  const [id, { from, to }, ids] = [uuid7(Date.now()), period(turn), cameras.map(() => uuid7(Date.now()))]
  try {
    await client.query('BEGIN')
    await client.query(request, [id, `R-bare-${id}`, userId, agencyId, '123/2569', 'ลักทรัพย์', 'ติดตามผู้ต้องสงสัย'])
    await client.query(event, [uuid7(Date.now()), id, userId])
    await client.query(entry, [userId, `footage:${id}`, JSON.stringify({ number: `R-bare-${id}`, cameras: cameras.map(() => '15-00012') })])
    await client.query(items, [id, from, to, custodianId, ids, cameras])
    await client.query(notices, [custodianId, ids])
    await client.query('COMMIT')
  }
  finally {
    client.release()
  }
}

import type { Config } from '../../server/config'
import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import type { RunningWorker } from '../helpers/workerd'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { demoPeople } from '../../prisma/seed/demo'
import { leftovers } from '../crash/conversations'
import { configFor } from '../helpers/config'
import { freshDb } from '../helpers/database'
import { eventually } from '../helpers/eventually'
import { fakeLine, lineId } from '../helpers/fakeLine'
import { photo } from '../helpers/photo'
import { startWorker } from '../helpers/workerd'

let fresh: FreshDb
let fake: FakeLine
let config: Config
let worker: RunningWorker

beforeAll(async () => {
  fresh = await freshDb({ template: 'demo' })
  const crowd = Array.from({ length: 12 }, (_, n) => ({ id: lineId(0x100 + n), name: `Person ${n}` }))
  fake = await fakeLine({ people: [...demoPeople.map(({ id, name }) => ({ id, name })), ...crowd], quotaLimit: null })
  config = configFor(fresh, fake, await mkdtemp(join(tmpdir(), 'songklong-worker-test-')))
  await begin()
})
afterAll(async () => {
  await worker.kill()
  await fake.close()
  await fresh.drop()
  await rm(config.dataDir, { recursive: true, force: true })
})

async function begin(): Promise<void> {
  worker = await startWorker(config, inject('workerBundle'))
  fake.line.setWebhookUrl(`${worker.url}/webhook`)
}
const says = (id: string, text: string) => fake.line.act({ do: 'text', as: id, chat: id, text })
/** The code of a camera that nobody has reported. */
async function unreported(): Promise<string> {
  const [camera] = await query<{ code: string }>(`
    SELECT c.code FROM "Camera" c JOIN "Agency" a ON a.id = c."agencyId"
    WHERE c.status = 'NORMAL' AND a.name = 'อบต.โพสะ' AND NOT EXISTS (SELECT FROM "WorkOrder" w WHERE w."cameraId" = c.id) ORDER BY c.code LIMIT 1`)
  return camera!.code
}
const query = <Row>(text: string, ...values: unknown[]) => fresh.database.pool.query(text, values).then(({ rows }) => rows as Row[])

describe('when Cloudflare\'s clock rings, the worker', () => {
  it('hears what a request stored and could not work off', async () => {
    const event = { type: 'message', webhookEventId: 'left', timestamp: Date.now(), mode: 'active', source: { type: 'user', userId: lineId(0x100) }, message: { type: 'text', id: '1', text: 'วิธีใช้' } }
    await query('INSERT INTO "InboundEvent" (id, lane, timestamp, payload) VALUES ($1, $2, $3, $4)', 'left', lineId(0x100), Date.now(), event)
    await worker.ring()
    expect(await query('SELECT state FROM "InboundEvent" WHERE id = $1', 'left')).toEqual([{ state: 'DONE' }])
    expect(fake.textsTo(lineId(0x100))).toHaveLength(1)
  })

  it('sends a letter that was written and never sent', async () => {
    await query(`INSERT INTO "OutboundMessage" (id, recipient, messages, about, attempts, "notBefore", "createdAt")
      VALUES (gen_random_uuid(), $1, '[{"type":"text","text":"late"}]', '{""}', 1, now() - interval '1 second', now() - interval '20 seconds')`, lineId(0x101))
    await worker.ring()
    expect(fake.textsTo(lineId(0x101))).toEqual(['late'])
    await worker.ring()
    expect(fake.textsTo(lineId(0x101))).toEqual(['late'])
  })

  it('does the jobs that are due: the agency is told of a report whose time to take it back is over', async () => {
    await says(lineId(8), `กล้อง ${await unreported()} ไม่มีภาพ`)
    await eventually(() => expect(fake.textsTo(lineId(8))).toHaveLength(1))
    const released = () => query<{ released: boolean }>(`SELECT r."releasedAt" IS NOT NULL AS released FROM "FaultReport" r JOIN "User" u ON u.id = r."reporterId" WHERE u."lineUserId" = $1`, lineId(8))
    await worker.ring()
    expect(await released()).toEqual([{ released: false }])
    await query(`UPDATE "FaultReport" SET "releaseAt" = now() - interval '1 second' WHERE "releasedAt" IS NULL`)
    await query(`UPDATE "Job" SET "dueAt" = now() WHERE name = 'release-reports'`)
    await worker.ring()
    expect(await released()).toEqual([{ released: true }])
  })
})

describe('a request', () => {
  it('is answered before its work is done, and the work goes on when who asked hangs up', async () => {
    await says(lineId(0x102), 'วิธีใช้')
    await eventually(() => expect(fake.saidTo(lineId(0x102)).map(({ via }) => via)).toEqual(['reply']))
  })

  it('of many at once: what one person says in several is answered in order, each once, by replies', async () => {
    const texts = ['แจ้งกล้องเสีย', 'ยกเลิก', 'วิธีใช้', 'ภาษา']
    for (const text of texts) void says(lineId(0x103), text)
    await eventually(() => expect(fake.saidTo(lineId(0x103))).toHaveLength(texts.length))
    await eventually(async () => expect(await leftovers(fresh.database.db)).toEqual([]))
    const said = fake.saidTo(lineId(0x103)).map(({ via }) => via)
    expect(said).toEqual(texts.map(() => 'reply'))
    const order = await query<{ text: string }>(`SELECT payload #>> '{message,text}' AS text FROM "InboundEvent" WHERE lane = $1 ORDER BY "doneAt", "timestamp", "receivedAt"`, lineId(0x103))
    expect(order.map(({ text }) => text)).toEqual(texts)
  })
})

it('a worker that is killed in the middle leaves everything to the next, which does it once', async () => {
  const people = Array.from({ length: 12 }, (_, n) => lineId(0x100 + n))
  const before = people.map(id => fake.textsTo(id).length)
  const [{ began }] = await query<{ began: Date }>('SELECT now() AS began') as [{ began: Date }]
  const stored = () => query<{ lane: string }>('SELECT lane FROM "InboundEvent" WHERE "receivedAt" > $1', began)
  const saying = people.map(id => says(id, 'วิธีใช้').catch(() => {}))
  await eventually(async () => expect(await stored()).not.toEqual([]))
  await worker.kill()
  await Promise.all(saying)
  const heard = (await stored()).map(({ lane }) => lane)
  await begin()
  // A letter belongs to who wrote it for 15 s; the clock rings until it is taken over.
  await eventually(async () => {
    await worker.ring()
    expect(await leftovers(fresh.database.db)).toEqual([])
  }, 60_000)
  for (const [i, id] of people.entries()) expect(fake.textsTo(id).length - before[i]!, id).toBe(heard.includes(id) ? 1 : 0)
}, 120_000)

it('photos lie in the bucket, and go from it when their sender takes them back', async () => {
  await says(lineId(7), `กล้อง ${await unreported()} ไม่มีภาพ`)
  await eventually(() => expect(fake.textsTo(lineId(7))).toHaveLength(1))
  await fake.line.photos({ as: lineId(7), chat: lineId(7), files: [{ bytes: await photo(), type: 'image/jpeg' }] })
  await eventually(async () => expect(await query('SELECT state, error FROM "Attachment" ORDER BY "createdAt" DESC LIMIT 1')).toEqual([{ state: 'STORED', error: null }]))
  await eventually(async () => expect(await worker.photos()).toHaveLength(2))
  for (const key of await worker.photos()) expect(key).toMatch(/^photos\/[0-9a-f]{32}\.(?:full|preview)$/)
  await fake.line.act({ do: 'unsend', as: lineId(7), chat: lineId(7), messageId: fake.line.linesOf(lineId(7)).filter(({ from }) => from === lineId(7)).at(-1)!.id })
  await eventually(async () => {
    await worker.ring()
    expect(await worker.photos()).toEqual([])
  })
})

it('the worker says that it is not ready when the database\'s account works in another zone than UTC', async () => {
  const elsewhere = await startWorker({ ...config, databaseUrl: Object.assign(new URL(fresh.url), { search: '?options=-c%20timezone%3DAsia/Bangkok' }).href }, inject('workerBundle'))
  const ready = await fetch(`${elsewhere.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reason: expect.stringContaining('Asia/Bangkok') }])
  await elsewhere.kill()
})

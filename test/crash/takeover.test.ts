import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import type { Servers } from './process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDb } from '../helpers/database'
import { fakeLine } from '../helpers/fakeLine'
import { insistentLine, leftovers, standing, talkers } from './conversations'
import { servers } from './process'
import { undisturbed } from './undisturbed'

let fresh: FreshDb
let fake: FakeLine
let running: Servers
beforeAll(async () => {
  fresh = await freshDb({ template: 'demo' })
  fake = await fakeLine(insistentLine)
  running = await servers({ databaseUrl: fresh.url, fake, alone: false })
})
afterAll(async () => {
  await running.close()
  await fake.close()
  await fresh.drop()
})

describe('two servers on one database', () => {
  it('share the conversations, and when one is killed in the middle the other goes on with all of them', async () => {
    const { db } = fresh.database
    const both = await Promise.all([running.prepare(), running.prepare()])
    const urls = (await Promise.all(both.map(server => server.begin()))).map(port => `http://localhost:${port}/webhook`)
    // Events come to the one and the other in turn, as from a load balancer, until one is gone.
    let turn = 0
    fake.line.setWebhookUrl(urls[0]!)
    const off = fake.line.onChange(({ type }) => type === 'delivery' && fake.line.setWebhookUrl(urls[++turn % 2]!))

    const people = await talkers(fake.line, db)
    let enough = false
    const talking = Promise.all(people.map(person => person.talk(round => !enough || round === 0)))
    const said = () => people.reduce((sum, { transcript }) => sum + transcript.length, 0)
    await expect.poll(said, { timeout: 60_000, interval: 10 }).toBeGreaterThan(20)
    off()
    await both[0]!.kill()
    fake.line.setWebhookUrl(urls[1]!)
    enough = true
    await talking
    // A photo that the killed one was fetching is taken up again after a minute.
    await expect.poll(() => leftovers(db), { timeout: 90_000, interval: 100 }).toEqual([])
    await both[1]!.kill()

    const alike = await undisturbed(people.map(person => person.rounds))
    expect(people.map(person => person.transcript)).toEqual(alike.transcripts)
    expect(await standing(db, people.map(({ id }) => id))).toEqual(alike.standing)
    for (const { id } of people) expect(fake.saidTo(id).filter(({ via }) => via !== 'reply')).toEqual([])
  }, 300_000)

  it('leaves no lane locked behind: a person whose turn was running when the server died is heard at once', async () => {
    const [first, second] = await Promise.all([running.prepare(), running.prepare()])
    await Promise.all([first.begin(), second.begin()])
    const id = 'U'.padEnd(33, 'd')
    const { pool } = fresh.database
    const event = { type: 'message', webhookEventId: 'locked', timestamp: Date.now(), mode: 'active', source: { type: 'user', userId: id }, message: { type: 'text', id: '1', text: 'วิธีใช้' } }
    await pool.query('INSERT INTO "InboundEvent" (id, lane, timestamp, payload) VALUES ($1, $2, $3, $4)', ['locked', id, Date.now(), event])
    await sleep(Math.random() * 50)
    await first.kill()
    await expect.poll(async () => (await pool.query('SELECT state FROM "InboundEvent" WHERE id = $1', ['locked'])).rows[0].state, { timeout: 20_000 }).toBe('DONE')
    const { rows } = await pool.query('SELECT count(*)::int AS letters FROM "OutboundMessage" WHERE recipient = $1', [id])
    expect(rows[0].letters).toBe(1)
  })
})

import type { SimulatorChange } from '../../simulator/contract'
import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import type { ServerProcess, Servers } from './process'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDb } from '../helpers/database'
import { fakeLine } from '../helpers/fakeLine'
import { insistentLine, leftovers, standing, talkers } from './conversations'
import { dice } from './dice'
import { servers } from './process'
import { undisturbed } from './undisturbed'

const kills = 30
/** Set CRASH_SEED to the number that a failure names to have the same moments again, as far as a machine repeats itself. */
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)

let fresh: FreshDb
let fake: FakeLine
let running: Servers
beforeAll(async () => {
  fresh = await freshDb({ template: 'demo' })
  fake = await fakeLine(insistentLine)
  running = await servers({ databaseUrl: fresh.url, fake, alone: true })
})
afterAll(async () => {
  await running.close()
  await fake.close()
  await fresh.drop()
})

describe('a server that is killed', () => {
  it(`loses nothing and does nothing twice, killed at ${kills} random moments of running conversations`, async () => {
    const { db } = fresh.database
    const delivered = new Set<string>()
    fake.line.onChange(change => change.type === 'delivery' && change.delivery.webhookEventIds.forEach(id => delivered.add(id)))
    const people = await talkers(fake.line, db)
    let enough = false
    fake.line.setWebhookUrl('http://localhost:9/webhook')
    const talking = Promise.all(people.map(person => person.talk(round => !enough || round === 0)))
    const state = { failed: false }
    talking.catch(() => void (state.failed = true))

    const random = dice(seed)
    let next = await running.prepare()
    for (let kill = 0; kill < kills && !state.failed; kill++) {
      const server = await begin(next)
      next = await running.prepare()
      // However slow the machine is, people get on: every other server lives until somebody was answered.
      if (kill % 2) await someAnswer()
      await someMoment(random)
      await server.kill()
    }
    enough = true
    const last = await begin(next)
    await talking.catch((error: Error) => { throw new Error(`${error.message} (CRASH_SEED=${seed})`) })
    // A photo that a killed process was fetching is taken up again after a minute.
    await expect.poll(() => leftovers(db), { timeout: 90_000, interval: 100, message: `CRASH_SEED=${seed}` }).toEqual([])
    await last.kill()

    const rounds = people.map(person => person.rounds)
    const asIfNothingHappened = await undisturbed(rounds)
    expect(people.map(person => person.transcript), `CRASH_SEED=${seed}`).toEqual(asIfNothingHappened.transcripts)
    expect(await standing(db, people.map(({ id }) => id)), `CRASH_SEED=${seed}`).toEqual(asIfNothingHappened.standing)
    expect(new Set((await db.inboundEvent.findMany({ select: { id: true } })).map(({ id }) => id))).toEqual(delivered)
    for (const { id } of people) expect(fake.saidTo(id).filter(({ via }) => via !== 'reply'), `CRASH_SEED=${seed}`).toEqual([])
  }, 600_000)
})

async function begin(server: ServerProcess): Promise<ServerProcess> {
  const port = await server.begin()
  fake.line.setWebhookUrl(`http://localhost:${port}/webhook`)
  return server
}

/** Either any moment, or shortly after something happened: an event came, an answer went out. */
async function someMoment(random: () => number): Promise<void> {
  await sleep(random() * 600)
  if (random() < 0.4) return
  await somethingHappens()
  await sleep(random() * 30)
}

const somethingHappens = () => change(({ type }) => type === 'delivery' || type === 'line', 1_000)
const someAnswer = () => change(seen => seen.type === 'line' && seen.line.from === 'bot', 20_000)

/** Resolves when such a change is seen, or after some ms. */
function change(isIt: (change: SimulatorChange) => boolean, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const off = fake.line.onChange(change => isIt(change) ? done() : undefined)
    const timer = setTimeout(done, patience)
    function done() {
      off()
      clearTimeout(timer)
      resolve()
    }
  })
}

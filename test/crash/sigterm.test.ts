import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import type { Balancer } from './balancer'
import type { Servers } from './process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDb } from '../helpers/database'
import { fakeLine } from '../helpers/fakeLine'
import { balancer } from './balancer'
import { insistentLine, leftovers, standing, talkers } from './conversations'
import { servers } from './process'
import { undisturbed } from './undisturbed'

let fresh: FreshDb
let fake: FakeLine
let running: Servers
let front: Balancer | undefined
beforeAll(async () => {
  fresh = await freshDb({ template: 'demo' })
  // What is refused is lost here: nobody delivers it again.
  fake = await fakeLine({ ...insistentLine, redeliver: false, webhookTimeout: 30_000 })
  running = await servers({ databaseUrl: fresh.url, fake, alone: false })
})
afterAll(async () => {
  await front?.close()
  await running.close()
  await fake.close()
  await fresh.drop()
})

it('a server behind a balancer ends in the middle of conversations: nothing is refused, lost or said twice', async () => {
  const { db } = fresh.database
  const [leaving, staying] = await Promise.all([running.prepare(), running.prepare()])
  const [goes, stays] = await Promise.all([leaving!.begin(), staying!.begin()])
  front = await balancer([goes, stays])
  fake.line.setWebhookUrl(`${front.url}/webhook`)

  const people = await talkers(fake.line, db)
  let enough = false
  const talking = Promise.all(people.map(person => person.talk(round => !enough || round === 0)))
  const answeredBy = (port: number) => front!.answered.get(port) ?? 0
  await expect.poll(() => Math.min(answeredBy(goes), answeredBy(stays)), { timeout: 120_000, interval: 50 }).toBeGreaterThan(5)

  const ended = leaving!.stop()
  await expect.poll(() => front!.ready(), { timeout: 20_000, interval: 10 }).toEqual([stays])
  expect(await fetch(`http://localhost:${goes}/health/ready`).then(answer => answer.json(), () => 'gone')).toSatisfy(said => said === 'gone' || said.reason === 'the server is stopping')
  expect(await ended).toBe(0)
  const then = answeredBy(stays)
  await expect.poll(() => answeredBy(stays), { timeout: 120_000, interval: 50 }).toBeGreaterThan(then + 10)
  enough = true
  await talking
  await expect.poll(() => leftovers(db), { timeout: 60_000, interval: 100 }).toEqual([])
  await staying!.kill()

  expect(front.refused).toEqual([])
  const alike = await undisturbed(people.map(person => person.rounds))
  expect(people.map(person => person.transcript)).toEqual(alike.transcripts)
  expect(await standing(db, people.map(({ id }) => id))).toEqual(alike.standing)
  for (const { id } of people) expect(fake.saidTo(id).filter(({ via }) => via !== 'reply')).toEqual([])
}, 600_000)

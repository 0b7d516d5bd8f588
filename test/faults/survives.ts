import type { Product } from '../helpers/product'
import { expect } from 'vitest'
import { demoPeople } from '../../prisma/seed/demo'
import { leftovers, standing, talkers } from '../crash/conversations'
import { undisturbed } from '../crash/undisturbed'

/** What a disturbance may look at. */
export interface Scene {
  /** Answers that people have got so far. */
  answers: () => number
  /** Resolves when there are this many more. Rejects when somebody is not answered. */
  moreAnswers: (count: number) => Promise<void>
  /** Somebody else writes until this many webhooks were not accepted: refused, or not reached. */
  refusals: (count: number) => Promise<void>
}

/** Somebody who only asks for help, and gets one message for it. */
const bystander = demoPeople.at(-1)!.id

/** What there is to talk to. */
type Talked = Pick<Product, 'line' | 'fake' | 'db'>

/**
 * People talk while `disturb` does its worst. In the end everybody was told, and stands, exactly as if nothing had happened: each answer
 * once, each as a free reply, nothing left over.
 */
export async function survives({ line, fake, db }: Talked, disturb: (scene: Scene) => Promise<void>, { reading = 0 } = {}): Promise<void> {
  const people = await talkers(line, db, { reading })
  const answers = () => people.reduce((sum, { transcript }) => sum + transcript.length, 0)
  const seen = { refused: 0, written: 0 }
  const off = line.onChange(change => void (change.type === 'delivery' && change.delivery.status !== 200 && seen.refused++))
  let enough = false
  const talking = Promise.all(people.map(person => person.talk(round => !enough || round === 0)))
  const unanswered = new Promise<never>((_, fail) => talking.catch(fail))
  unanswered.catch(() => {})
  const scene: Scene = {
    answers,
    async refusals(count) {
      const before = seen.refused
      const giveUpAt = Date.now() + 60_000
      while (seen.refused < before + count) {
        if (Date.now() > giveUpAt) throw new Error(`Only ${seen.refused - before} webhooks were not accepted`)
        seen.written++
        await line.act({ do: 'text', as: bystander, chat: bystander, text: 'วิธีใช้' })
      }
    },
    async moreAnswers(count) {
      const until = answers() + count
      await Promise.race([unanswered, expect.poll(answers, { timeout: 60_000 + 200 * count, interval: 10 }).toBeGreaterThanOrEqual(until)])
    },
  }
  try {
    await Promise.race([unanswered, disturb(scene)])
  }
  finally {
    enough = true
    off()
  }
  await talking
  await expect.poll(() => leftovers(db), { timeout: 90_000, interval: 100 }).toEqual([])

  const alike = await undisturbed(people.map(({ rounds }) => rounds))
  expect(people.map(({ transcript }) => transcript)).toEqual(alike.transcripts)
  expect(await standing(db, people.map(({ id }) => id))).toEqual(alike.standing)
  expect(fake.saidTo(bystander)).toHaveLength(seen.written)
  for (const id of [bystander, ...people.map(({ id }) => id)]) expect(fake.saidTo(id).filter(({ via }) => via !== 'reply')).toEqual([])
}

import { expect } from 'vitest'
import { startProduct } from '../helpers/product'
import { insistentLine, leftovers, standing, talkers } from './conversations'

/** The same conversations with a server that nobody disturbs: what was said to each person, and where they stand in the end. */
export async function undisturbed(rounds: number[]) {
  const product = await startProduct({ template: 'demo', line: { ...insistentLine, redeliver: false, webhookTimeout: 30_000 } })
  try {
    const people = await talkers(product.line, product.db)
    await Promise.all(people.map((person, i) => person.talk(round => round < rounds[i]!)))
    await expect.poll(() => leftovers(product.db), { timeout: 30_000 }).toEqual([])
    return { transcripts: people.map(person => person.transcript), standing: await standing(product.db, people.map(({ id }) => id)) }
  }
  finally {
    await product.stop()
  }
}

import type { Database, Tx } from '../../prisma/client'

/** A statement and its values. */
export interface Statement { text: string, values: unknown[] }

/** The one statement that the product sends for some work. Throws when it sends more. */
export async function sentFor({ db, pool }: Database, work: (db: Tx) => Promise<unknown>): Promise<Statement> {
  const all: Statement[] = []
  const query = pool.query.bind(pool)
  pool.query = ((asked: Statement) => {
    all.push(asked)
    return query(asked)
  }) as never
  await work(db as never)
  pool.query = query
  const [one, ...more] = all
  if (!one || more.length) throw new Error(`${all.length} statements instead of one: ${all.map(({ text }) => text.slice(0, 80)).join(' | ')}`)
  return one
}

/** How long something takes, ms, each of so many times. */
export async function timed(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const since = performance.now()
    await ask()
    took.push(performance.now() - since)
  }
  return took
}

/** All of them together. */
export const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)

import type { z } from 'zod'
import type { Reader } from '../../../domain/cameras/sight'
import type { Tx } from '../../../prisma/client'
import type { Row } from '../table'
import type { World } from '../world'
import { publicSight } from '../../../domain/cameras/sight'
import { registerList } from '../../../domain/register/page'
import { registerPage } from '../../../domain/register/schema'
import { openDatabase } from '../../../prisma/client'
import { transactions } from '../../../server/transaction'
import { speedOf } from '../line/speed'
import { fillRegister } from '../million'
import { sentFor, sum, timed } from '../statements'
import { median, round } from '../table'

const rounds = 5
const each = 20
/** Pages before the one deep inside. */
const deep = 100

type Wish = z.input<typeof registerPage>

/** What is asked of the register every day; the last one without a province, as the national office asks. */
const usual: Wish[] = [
  { province: '15' },
  { province: '15', status: 'DAMAGED,UNUSABLE', sort: 'since' },
  { province: '15', district: '1502', kind: 'FIXED,DOME', sort: 'place' },
  { province: '15', network: 'not,unknown', retention: '0-6', completeness: '0-79' },
  { sort: 'completeness', status: 'NORMAL' },
]

/** A page of the register of a million cameras: the product's function, and the statement that it sends, by `pg` alone. First pages, and pages deep inside. */
export async function register(world: World): Promise<Row[]> {
  const url = await world.database('register')
  await fillRegister(url)
  const database = openDatabase(url, { statementTimeout: 0 })
  const transact = transactions(database.pool)
  const client = await database.pool.connect()
  try {
    const reader = (db: Tx): Reader => ({ db, english: false, sight: { ...publicSight, everywhere: true } })
    const list = (db: Tx, wish: Wish) => registerList(reader(db), registerPage.parse(wish))
    const wishes = [...usual]
    for (const wish of usual) {
      // The cursor of a page deep inside, or of the last but one.
      let cursor: string | undefined
      for (let i = 0; i < deep; i++) {
        const { next } = await transact(({ db }) => list(db, { ...wish, cursor }))
        if (!next) break
        cursor = next
      }
      if (cursor) wishes.push({ ...wish, cursor })
    }
    const statements: Array<{ text: string, values: unknown[] }> = []
    for (const wish of wishes) statements.push(await sentFor(database, db => list(db, wish)))
    const theirs = async () => {
      const took: number[] = []
      for (const [i, { text, values }] of statements.entries()) took.push(...await timed(each, () => client.query({ name: `page ${i}`, text, values })))
      return took
    }
    const ours = async () => {
      const took: number[] = []
      for (const wish of wishes) took.push(...await transact(({ db }) => timed(each, () => list(db, wish))))
      return took
    }
    await ours()
    await theirs()
    const pairs: Array<{ ours: number[], theirs: number[] }> = []
    for (let i = 0; i < rounds; i++) pairs.push({ ours: await ours(), theirs: await theirs() })
    const ratio = median(pairs.map(pair => sum(pair.ours) / sum(pair.theirs)))
    const [product, pg] = [speedOf(pairs.flatMap(pair => pair.ours), 1), speedOf(pairs.flatMap(pair => pair.theirs), 1)]
    const p95 = at95(pairs.flatMap(pair => pair.ours))
    return [{
      what: `register page of 1,000,000 cameras, ${wishes.length} filters, first and deep`,
      measured: `p50 ${round(product.p50)} ms, p95 ${round(p95)} ms`,
      baseline: `the same SQL by pg: p50 ${round(pg.p50)} ms, p95 ${round(at95(pairs.flatMap(pair => pair.theirs)))} ms`,
      ratio: ratio.toFixed(2),
      toReach: '≤ 2 × its time, p95 < 60 ms',
      ok: ratio <= 2 && p95 < 60,
    }]
  }
  finally {
    client.release()
    await database.close()
  }
}

const at95 = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)]!

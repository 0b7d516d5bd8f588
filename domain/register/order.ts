import type { Sort } from './filter'
import { Buffer } from 'node:buffer'
import * as z from 'zod'
import { Prisma } from '../../prisma/client'
import { Refusal } from '../refusal'

/** What columns are, in the database and in a cursor. */
const types = {
  text: z.string().max(300).refine(text => !text.includes('\0')),
  bpchar: z.string().regex(/^\d{2}$/),
  uuid: z.uuid(),
  int: z.int(),
  timestamptz: z.iso.datetime(),
}

/** What rows are ordered by. All columns go the same way, so that an index goes along. `site`: some are of the site. */
interface Order { columns: [column: string, type: keyof typeof types][], descending?: boolean, site?: boolean }

const orders: Record<'code' | 'completeness' | 'since' | 'place', Order> = {
  code: { columns: [['c."code"', 'text']] },
  completeness: { columns: [['c."completeness"', 'int'], ['c."code"', 'text']] },
  since: { columns: [['c."statusSince"', 'timestamptz'], ['c."code"', 'text']], descending: true },
  place: { columns: [['s."provinceCode"', 'bpchar'], ['s."name"', 'text'], ['s."id"', 'uuid'], ['c."code"', 'text']], site: true },
}

/** An order as SQL: columns to select (`k0`, `k1` …), how rows follow each other there and in what is made of them (`page`), and those after a cursor. */
export interface Ordered { select: Prisma.Sql, by: Prisma.Sql, outer: Prisma.Sql, after: (cursor: string) => Prisma.Sql, write: (row: Record<string, unknown>) => string, site: boolean }

/** The order of a list. */
export function ordered(sort: Sort): Ordered {
  const { columns, descending = false, site = false } = orders[sort.replace('-', '') as keyof typeof orders]
  const down = descending !== sort.startsWith('-')
  const way = down ? ' DESC' : ''
  const raw = (each: (column: string, i: number) => string) => Prisma.raw(columns.map(([column], i) => each(column, i)).join(', '))
  return {
    site,
    select: raw((column, i) => `${column} AS "k${i}"`),
    by: raw(column => column + way),
    outer: raw((_, i) => `page."k${i}"${way}`),
    after(cursor) {
      const keys = readCursor(cursor, sort, columns.map(([, type]) => types[type]))
      const values = keys.map((key, i) => Prisma.sql`${key}${Prisma.raw(`::${columns[i]![1]}`)}`)
      return Prisma.sql`(${raw(column => column)}) ${Prisma.raw(down ? '<' : '>')} (${Prisma.join(values)})`
    },
    write: row => Buffer.from(JSON.stringify([sort, ...columns.map((_, i) => row[`k${i}`])])).toString('base64url'),
  }
}

/** Refused as `cursorUnknown` when it is none, or of a list in another order. */
function readCursor(cursor: string, sort: Sort, keys: z.ZodType<string | number>[]): (string | number)[] {
  const [of, ...values] = parsed(cursor)
  const read = keys.map((key, i) => key.safeParse(values[i]))
  if (of !== sort || values.length !== keys.length || read.some(({ success }) => !success)) throw new Refusal('cursorUnknown')
  return read.map(({ data }) => data!)
}

/** What a cursor is made of; nothing when it is none. */
function parsed(cursor: string): unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  }
  catch {
    return []
  }
}

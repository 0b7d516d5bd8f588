import type { Act } from '../act'
import { Prisma } from '../../prisma/client'
import { readable } from './rules'

/** One page of a list. `page` from 1. */
export interface Page<Item> { items: Item[], total: number, page: number, pages: number }

/** Which page, and how many items it has; 10 when not given. `withdrawn`: of what was taken back. */
export interface Paging { page?: number, limit?: number, withdrawn?: boolean }

/**
 * A page of what the actor may read of a table and was not withdrawn (or was); past the last one it is the last one. `read` reads rows of the
 * table (as `x`) that fulfil a condition, in the order that it ends with.
 */
export async function pageOf<Item>(act: Act, table: Prisma.Sql, order: Prisma.Sql, { page = 1, limit = 10, withdrawn = false }: Paging, read: (which: Prisma.Sql) => Promise<Item[]>): Promise<Page<Item>> {
  const which = Prisma.sql`${readable(act)} AND (x."withdrawnAt" IS NOT NULL) = ${withdrawn}::boolean`
  const [{ total }] = await act.db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS "total" FROM ${table} x WHERE ${which}`
  const pages = Math.max(1, Math.ceil(total / limit))
  const shown = Math.min(Math.max(1, page), pages)
  const items = await read(Prisma.sql`${which} ORDER BY ${order} LIMIT ${limit}::int OFFSET ${(shown - 1) * limit}::int`)
  return { items, total, page: shown, pages }
}

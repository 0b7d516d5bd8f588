import type pg from 'pg'
import type { Tx } from '../prisma/client'
import type { Seat } from './seat'
import { Seats } from './seats'

/** A statement. With a name, of this text alone, PostgreSQL plans it once per connection. */
export interface Statement { name?: string, text: string }

type Ask = <Row>(statement: Statement, values: unknown[]) => Promise<Row[]>

/**
 * An open transaction: Prisma and plain SQL on one connection, in the order in which they are asked. What is asked without waiting
 * for the answer before goes to the server in one packet.
 */
export interface Work {
  db: Tx
  sql: Ask
  /** Parts of the work side by side: what they read is asked together, and who writes goes alone until its part has ended. Nothing else may be asked meanwhile. */
  beside: <T>(part: (db: Tx) => Promise<T>) => Promise<T>
  /** The last statement of a transaction: it is committed along with it. */
  last: Ask
}

/** Runs work in a transaction of its own: committed when it resolves, undone when it throws. */
export type Transact = <T>(work: (work: Work) => Promise<T>) => Promise<T>

/**
 * Transactions for the paths where each statement counts: a statement through Prisma costs several times one through `pg`, so what the
 * server itself stores goes by `sql`, and what the conversation does goes by `db`, on the same connection.
 * Takes its connections from `pool`; at most `most` at once, the others wait, because each keeps a Prisma client (10 MB).
 * `seats`: where those clients come from, when several products of a process share them.
 */
export function transactions(pool: pg.Pool, most = 3, seats = new Seats()): Transact {
  const waiting: Array<() => void> = []
  let seated = 0

  async function sit(): Promise<Seat> {
    if (seated >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else seated++
    return seats.take()
  }
  function leave(seat: Seat): void {
    seats.give(seat)
    const next = waiting.shift()
    if (next) next()
    else seated--
  }

  return async (work) => {
    const seat = await sit()
    try {
      return await during(seat, await pool.connect(), work)
    }
    finally {
      leave(seat)
    }
  }
}

async function during<T>(seat: Seat, client: pg.PoolClient, work: (work: Work) => Promise<T>): Promise<T> {
  seat.begin(client)
  let broken: Error | undefined
  let committed: Promise<unknown> | undefined
  // Each answer comes after those before it: what is asked behind a BEGIN that failed rejects with it.
  const begun = seat.ask({ text: 'BEGIN' })
  // Work that has failed for a reason of its own never looks at it.
  begun.catch(() => {})
  const commit = () => committed ??= seat.end({ text: 'COMMIT' })
  const sql: Ask = async (statement, values) => (await Promise.all([seat.ask({ ...statement, values }), begun]))[0].rows
  const last: Ask = async (statement, values) => (await Promise.all([sql(statement, values), commit()]))[0] as never
  try {
    const result = await work({ db: seat.db, sql, beside: part => seat.beside(part), last })
    await Promise.all([begun, commit()])
    return result
  }
  catch (error) {
    await (committed ?? seat.end({ text: 'ROLLBACK' })).catch((failure: Error) => void (broken = failure))
    throw error
  }
  finally {
    client.release(broken)
  }
}

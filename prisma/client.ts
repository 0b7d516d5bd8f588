import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#prisma'

export { Prisma, PrismaClient } from '#prisma'
export * from './generated/node/enums'

/** What domain code reads and writes with. */
export type Db = PrismaClient

/** The same inside `db.$transaction(async tx => …)`: no nested transaction, no connect or disconnect. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** One pool of connections, and the Prisma client that uses it. `pool` is for the SQL that Prisma cannot say. */
export interface Database {
  readonly db: Db
  pool: pg.Pool
  /** Waits for the queries that run, then closes every connection. May be called twice. */
  close: () => Promise<void>
}

export interface DatabaseOptions {
  /** Most connections at once; 10 when not given. */
  poolSize?: number
  /** A statement that runs longer is cancelled by the server, in ms; 30,000 when not given, 0 for never. */
  statementTimeout?: number
  /** Shown in `pg_stat_activity`; `songklong` when not given. */
  applicationName?: string
  /** Told when a connection breaks; the pool replaces it by itself. */
  onError?: (error: Error) => void
}

/** Opens a PostgreSQL database by its URL. Connects with the first query, so it never throws itself. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = openPool(url, options)
  let db: Db | undefined
  let closed: Promise<void> | undefined
  return {
    // Made when it is first wanted: it is large, and a start has no need of it.
    get db() {
      return db ??= new PrismaClient({
        adapter: new PrismaPg(pool, { statementNameGenerator: statementNames('songklong') }),
        transactionOptions: { maxWait: 10_000, timeout: 30_000 },
      })
    },
    pool,
    close: () => closed ??= Promise.resolve(db?.$disconnect()).then(() => pool.end()),
  }
}

/** The connections alone, for who needs no Prisma client of its own. Whoever opens it ends it. */
export function openPool(url: string, options: DatabaseOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // What is asked while another answer is awaited goes out at once.
    pipeline: true,
    application_name: options.applicationName ?? 'songklong',
    statement_timeout: options.statementTimeout ?? 30_000,
    // Prisma sends and reads times without a zone: any other zone would shift them. One plan for all values is as good here, and planning
    // anew costs more than most statements do. A plan made while a table is empty must be good when it is full: by an index where there is one.
    // Pages are in memory or on flash.
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c random_page_cost=1.1',
  })
  // Without listeners a lost connection would end the process, idle (the pool's) or in use (its own).
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', error => options.onError?.(error)))
  return pool
}

/**
 * Named statements are planned once per connection. Queries whose text varies without end (long lists) must not fill the server's memory.
 * `prefix` of the names must differ between clients that share connections.
 */
export function statementNames(prefix: string, most = 500): (query: { sql: string, args: unknown[] }) => string {
  const names = new Map<string, string>()
  return ({ sql, args }) => {
    const known = names.get(sql)
    if (known || !args.length || names.size >= most) { return known ?? '' }
    const name = `${prefix}_${names.size}`
    names.set(sql, name)
    return name
  }
}

import type { Tx } from '../prisma/client'
import type { Question } from './hand'
import process from 'node:process'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, statementNames } from '../prisma/client'
import { Hand, rawWays } from './hand'
import { Pen } from './pen'
import { LazySavepoints } from './savepoints'

// Seats share connections, so they share names.
const prismaNames = statementNames('seat')

/** A Prisma client for one transaction at a time, on a connection that it is lent for it. */
export class Seat {
  readonly db: Tx
  private readonly connection = new OneConnection()
  private readonly prisma = new PrismaClient({ adapter: new PrismaPg(this.connection, { statementNameGenerator: prismaNames }) })

  constructor() {
    this.db = Object.assign(Object.create(this.prisma) as PrismaClient, rawWays(question => this.ask(question)))
  }

  /** From now on everything is asked of this connection. */
  begin(client: pg.PoolClient): void {
    this.connection.begin(client)
  }

  /** Asks the last thing; what is asked after it rejects. */
  end(question: Question): Promise<pg.QueryResult> {
    const answer = this.ask(question)
    this.connection.client = undefined
    return answer
  }

  /** Asks the connection; what is asked in one go leaves in one packet. */
  ask(question: Question): Promise<pg.QueryResult> {
    return this.connection.query(question)
  }

  /** A part of the work, beside others of the same transaction: see Hand. Nobody else may ask meanwhile. */
  async beside<T>(work: (db: Tx) => Promise<T>): Promise<T> {
    const hand = new Hand(this.prisma, this.connection)
    try {
      return await work(hand.db)
    }
    finally {
      hand.end()
    }
  }
}

/** What a statement that was left out came to. */
const nothing = { rowCount: 0, rows: [], fields: [] }

/**
 * What Prisma takes for a pool, with one connection that is inside a transaction already.
 * Where Prisma begins a transaction by itself (nested writes), it gets a savepoint.
 */
class OneConnection extends pg.Pool {
  client: pg.PoolClient | undefined
  pen = new Pen<Hand>()
  private savepoints = new LazySavepoints()
  private depth = 0

  begin(client: pg.PoolClient): void {
    this.client = client
    this.pen = new Pen()
    this.savepoints = new LazySavepoints()
  }

  // Prisma calls only the forms that give a promise.
  override query: any = (question: Question, ...values: unknown[]) => this.say(this.pen.holder?.savepoints ?? this.savepoints, question, ...values)

  async say(savepoints: LazySavepoints, question: Question, ...values: unknown[]): Promise<any> {
    const { client } = this
    if (!client) throw new Error('The transaction is over')
    packed(client)
    const { first, itself } = savepoints.instead(question.text)
    // When one of these fails, so does everything behind it.
    for (const text of first) client.query(text).catch(() => {})
    return itself ? client.query(question as pg.QueryConfig, ...values as [unknown[]]) : nothing
  }

  override connect: any = async () => {
    const savepoint = `inner_${++this.depth}`
    const instead: Record<string, string> = {
      BEGIN: `SAVEPOINT ${savepoint}`,
      COMMIT: `RELEASE SAVEPOINT ${savepoint}`,
      ROLLBACK: `ROLLBACK TO SAVEPOINT ${savepoint}`,
    }
    return {
      query: (query: { text: string }) => this.query({ ...query, text: instead[query.text] ?? query.text }),
      on: () => {},
      removeListener: () => {},
      release: () => void this.depth--,
    }
  }
}

/** Keeps what is written to the connection until all that is asked at the moment was. */
function packed(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: { cork?: () => void, uncork: () => void } } }).connection
  if (!stream.cork) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

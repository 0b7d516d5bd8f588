import type pg from 'pg'
import type { PrismaClient, Tx } from '../prisma/client'
import type { Pen } from './pen'
import { Prisma, statementNames } from '../prisma/client'
import { goesAlone, LazySavepoints } from './savepoints'

export interface Question { text: string, name?: string, values?: unknown[] }
type Ask = (question: Question) => Promise<pg.QueryResult>
/** The connection that several share: who may write, and how to ask with savepoints of one's own. */
interface Shared { pen: Pen<Hand>, say: (savepoints: LazySavepoints, question: Question) => Promise<pg.QueryResult> }

const rawNames = statementNames('raw')

/** Prisma's ways to say SQL, straight to the connection: Prisma gives the same rows for several times the work. */
export function rawWays(ask: Ask) {
  const raw = async (...said: Parameters<typeof Prisma.sql> | [Prisma.Sql]) => {
    const { text, values } = 'text' in said[0] ? said[0] : Prisma.sql(...said as Parameters<typeof Prisma.sql>)
    return ask({ text, values, name: rawNames({ sql: text, args: values }) })
  }
  return {
    $queryRaw: (...said: Parameters<typeof raw>) => raw(...said).then(({ rows }) => rows),
    $executeRaw: (...said: Parameters<typeof raw>) => raw(...said).then(({ rowCount }) => rowCount ?? 0),
    $executeRawUnsafe: (text: string, ...values: unknown[]) => ask({ text, values }).then(({ rowCount }) => rowCount ?? 0),
  } as object
}

/**
 * One of several who work in a transaction side by side. What each reads is asked beside the others; who is about to write or to lock something
 * goes on alone until it has ended, so that what is refused can be undone without what others wrote, and nobody decides, behind a lock, by what another
 * is changing. What it read before that may be changed or undone since, as between transactions; and may be what another part has not ended with.
 */
export class Hand {
  readonly db: Tx
  /** Prisma's own statements are asked with those of who goes alone. */
  readonly savepoints = new LazySavepoints()
  private readonly pen: Pen<Hand>
  /** Resolves when it goes alone; undefined while it only reads. */
  private turn: Promise<void> | undefined
  private isAlone = false
  private hasEnded = false

  constructor(prisma: PrismaClient, private readonly shared: Shared) {
    this.pen = shared.pen
    const raw = rawWays(question => this.ask(question)) as Record<string | symbol, unknown>
    // Prisma's own statements do not tell whose they are: they belong to who goes alone.
    const model = (delegate: Record<string | symbol, unknown>) => new Proxy(delegate, {
      get: (_, name) => typeof delegate[name] === 'function' ? async (...given: unknown[]) => this.alone().then(() => (delegate[name] as (...given: unknown[]) => unknown)(...given)) : delegate[name],
    })
    this.db = new Proxy(prisma, {
      get(_, name) {
        if (name in raw) return raw[name]
        const value = Reflect.get(prisma, name) as unknown
        return typeof value === 'object' && value !== null ? model(value as Record<string | symbol, unknown>) : value
      },
    })
  }

  end(): void {
    this.hasEnded = true
    this.pen.drop(this)
  }

  /** What is asked behind something that waits for its turn waits, too: the order is kept. */
  private async ask(question: Question): Promise<pg.QueryResult> {
    if (this.turn || goesAlone(question.text)) {
      const turn = this.alone()
      if (this.hasEnded || !this.isAlone) await turn
    }
    if (this.hasEnded) throw over()
    return this.shared.say(this.savepoints, question)
  }

  private alone(): Promise<void> {
    if (this.hasEnded) return Promise.reject(over())
    if (!this.turn) {
      const waits = this.pen.take(this)
      if (!waits) this.isAlone = true
      this.turn = (waits ?? Promise.resolve()).then(() => void (this.isAlone = true))
    }
    return this.turn
  }
}

const over = () => new Error('The transaction is over')

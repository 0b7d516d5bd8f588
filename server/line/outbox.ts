import type pg from 'pg'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics'
import type { Trail } from '../watch/trail'
import type { LineClient } from './client'
import type { Dispatch, Result } from './send'
import type { Letter } from './written'
import { setTimeout as sleep } from 'node:timers/promises'
import { gather } from '../gather'
import { currentTrail, during } from '../watch/trail'
import { blame } from './blame'
import { adoptLetters, claimLetters, dueLetters, isAnyWaiting, letGoLetters, markLetters } from './letters'
import { send } from './send'

export interface OutboxDeps {
  pool: pg.Pool
  client: Pick<LineClient, 'reply' | 'push'>
  /** How many recipients LINE counts for a push to this id. */
  weight: (recipient: string) => Promise<number>
  metrics: Pick<Metrics, 'turnSeconds' | 'sent'>
  log: Logger
  watch: Trail['watch']
  now: () => Date
}

/** What a letter answers: when that came (epoch ms), and the trail that its call belongs to. */
export interface Answered { receivedAt?: number, trail?: Trail }

/** Calls to LINE at once. */
const mostAtOnce = 100
const sweepEvery = 1_000
/** Who waits for letters in other hands looks again after this, ms, and then less often. */
const releasedPause = 100
/** Outcomes that come within this many milliseconds are stored together: nobody waits for that, and what is lost of them in a crash LINE knows. */
const together = 10
/** Another server's letter to the same person is mostly at LINE already, and only not written down yet: looked at again so often, after these ms. */
const passes = [20, 40, 80, 160]
/** When the database is not reached, an outcome is stored again after this, ms. */
const storeAgain = 250
/** After an outage of the database whoever knows what became of a letter has this long to store it, ms, before anybody takes it for left behind. */
const grace = 4 * storeAgain

/** So many attempts in a row that LINE did not take mean that LINE is away, not that a letter is to blame. */
const outage = 5

/** Sends what was written, each once, to each recipient in order. */
export class Outbox {
  /** Letters that this process has in hand, until their outcome is stored. */
  private mine = new Set<string>()
  /** Letters whose outcome was stored in this second and the one before: a transaction that began earlier still believes they wait. */
  private settled = { now: new Set<string>(), before: new Set<string>() }
  /** The last send to each recipient; false when it did not go out and those behind it must not either. */
  private chains = new Map<string, Promise<boolean>>()
  private running = new Set<Promise<unknown>>()
  /** Letters given to whoever sweeps, because those before them are in other hands. */
  private released = new Set<string>()
  private atOnce = 0
  /** Attempts that failed since the last that LINE took. */
  private failedInARow = 0
  private queued: Array<() => void> = []
  private timer: NodeJS.Timeout | undefined
  private sweeping: Promise<boolean> | undefined
  private stopped = false
  private isDatabaseAway = false
  private readonly record: (row: Record<string, unknown>) => Promise<void>

  constructor(private readonly deps: OutboxDeps) {
    this.record = gather(rows => markLetters(deps.pool, rows, deps.now()), { linger: together })
  }

  /** Begins to look by itself for letters that are due: left behind by a crash, to be tried again, or written by a job. */
  start(): void {
    const again = () => this.timer = setTimeout(() => {
      this.settled = { now: new Set(), before: this.settled.now }
      this.released.clear()
      void this.sweep().finally(() => this.stopped || again())
    }, sweepEvery)
    again()
  }

  /**
   * Sends letters that were just stored by this process, straight from memory. `behind`: for letters that must wait for earlier ones,
   * the ids of those. `answers`: what they answer, by letter.
   */
  send(letters: Letter[], behind: Map<string, string[]>, answers = new Map<string, Answered>()): void {
    const trail = currentTrail() ?? { watch: this.deps.watch }
    const createdAt = this.deps.now().getTime()
    for (const letter of letters) {
      const before = this.chains.get(letter.recipient)
      const inOtherHands = behind.get(letter.id)?.filter(id => !this.isMine(id)) ?? []
      this.mine.add(letter.id)
      const sent = (before ?? Promise.resolve(true)).then(async (clear) => {
        // What stays before it is left to the sweeper, which takes both when their turn comes.
        if (!clear || !await this.arePast(inOtherHands)) return this.release(letter)
        const result = await this.attempt({ ...letter, attempts: 0, createdAt, reachable: true }, answers.get(letter.id)?.trail ?? trail)
        const came = answers.get(letter.id)?.receivedAt
        if (came !== undefined && result) this.deps.metrics.turnSeconds.observe((this.deps.now().getTime() - came) / 1000)
        return result
      })
      this.chains.set(letter.recipient, sent)
      void this.track(sent).then(() => {
        if (this.chains.get(letter.recipient) === sent) this.chains.delete(letter.recipient)
      })
    }
  }

  /** Something was written by others that may be due. */
  poke(): void {
    if (!this.stopped) void this.sweep()
  }

  /** Takes back letters that a process which is known to be dead had in hand. Only when no other server runs. */
  async adopt(): Promise<void> {
    await adoptLetters(this.deps.pool, this.deps.now())
  }

  /** Resolves when nothing due is left; for tests and an orderly end. */
  async idle(): Promise<void> {
    do await Promise.all(this.running)
    while (await this.sweep() || this.running.size)
  }

  /** Resolves when what was given to this outbox is at LINE or waits for its time; takes up others only on the way. */
  async delivered(): Promise<void> {
    for (let pause = releasedPause; !this.stopped;) {
      await Promise.all(this.running)
      if (this.running.size) continue
      if (!await this.isAnyReleased()) return
      await sleep(pause)
      pause = Math.min(pause * 2, sweepEvery)
      await this.sweep()
    }
  }

  /** Sends what it was given and stores what came of it; looks for no more. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.sweeping
    while (this.running.size) await Promise.all(this.running)
  }

  /** Claims what is due and begins to send it. Resolves to whether there was anything. */
  private sweep(): Promise<boolean> {
    return this.sweeping ??= this.claimDue().finally(() => this.sweeping = undefined)
  }

  private async claimDue(): Promise<boolean> {
    const { pool, now, log } = this.deps
    const room = mostAtOnce - this.atOnce - this.queued.length
    if (room <= 0 || this.stopped) return false
    try {
      if (this.isDatabaseAway) await this.databaseBack()
      const letters = await claimLetters(pool, room, now())
      for (const letter of letters.filter(({ id }) => !this.mine.has(id))) {
        this.mine.add(letter.id)
        const sent = this.attempt(letter, { watch: this.deps.watch })
        this.chains.set(letter.recipient, sent)
        void this.track(sent).then((final) => {
          if (this.chains.get(letter.recipient) === sent) this.chains.delete(letter.recipient)
          if (final) this.poke()
        })
      }
      return letters.length > 0
    }
    catch (error) {
      this.isDatabaseAway = blame(error) === 'unreached'
      log.error({ err: error }, 'The outbox could not be read')
      return false
    }
  }

  /** Resolves when the database answers again, and those who could not store what they know have had time to. */
  private async databaseBack(): Promise<void> {
    await this.deps.pool.query('SELECT 1')
    await sleep(grace)
    this.isDatabaseAway = false
  }

  /** One attempt, and its outcome stored. True when the letter holds nothing up any more. */
  private async attempt(letter: Dispatch, trail: Trail): Promise<boolean> {
    const { client, now, log, metrics, weight } = this.deps
    if (this.atOnce >= mostAtOnce) await new Promise<void>(go => this.queued.push(go))
    this.atOnce++
    let result: Result
    try {
      result = await during(trail, () => send(client, letter, now().getTime()))
    }
    finally {
      this.atOnce--
      this.queued.shift()?.()
    }
    metrics.sent.inc({ as: result.sentAs ?? 'none', state: result.state })
    if (result.state === 'FAILED') log.error({ letter: letter.id, status: result.status, requestId: result.requestId, reason: result.error }, 'LINE refused a message')
    else if (result.state === 'WAITING') log.warn({ letter: letter.id, status: result.status, reason: result.error }, 'A message could not be sent now; it will be tried again')
    const isUnanswered = result.status === null || result.status >= 500
    if (!isUnanswered) this.lineAnswers()
    else if (result.state === 'WAITING') this.failedInARow++
    const { sentIds = [], counted, ...columns } = result
    await this.store({
      ...columns,
      id: letter.id,
      recipient: letter.recipient,
      counted: counted ? await during(trail, () => weight(letter.recipient)) : 0,
      sent: sentIds.flatMap((messageId, i) => messageId && letter.about[i] ? { messageId, about: letter.about[i] } : []),
    })
    return result.state !== 'WAITING' || result.sentAs === 'quota'
  }

  /** LINE answered. After an outage what waited because of it is tried again at once, as many at a time as always, each person's in order. */
  private lineAnswers(): void {
    const wasAway = this.failedInARow >= outage
    this.failedInARow = 0
    if (!wasAway) return
    const { pool, now, log } = this.deps
    void this.track(letGoLetters(pool, now()).then(() => this.poke(), error => log.error({ err: error }, 'Messages could not be let go')))
  }

  /** Whether letters that other servers have in hand are done with, which may be in a moment. */
  private async arePast(letters: string[]): Promise<boolean> {
    if (!letters.length) return true
    for (const pause of passes) {
      await sleep(pause)
      if (this.stopped || !await isAnyWaiting(this.deps.pool, letters).catch(() => true)) return !this.stopped
    }
    return false
  }

  /** Whether a letter that was released still waits to be taken up. */
  private async isAnyReleased(): Promise<boolean> {
    if (!this.released.size) return false
    this.released = new Set(await dueLetters(this.deps.pool, [...this.released], this.deps.now()))
    return this.released.size > 0
  }

  /** Gives a letter to the sweeper without having tried it. */
  private async release({ id, recipient }: Letter): Promise<boolean> {
    this.released.add(id)
    await this.store({ id, recipient, state: 'WAITING', untried: true, notBefore: this.deps.now().getTime() })
    this.poke()
    return false
  }

  private async store(row: { id: string, state: string } & Record<string, unknown>): Promise<void> {
    // What became of a message is known only here until it is stored: a database that comes back late must not have it sent again.
    for (let stored = false; !stored;) {
      try {
        await this.record(row)
        stored = true
      }
      catch (error) {
        this.deps.log.error({ err: error, letter: row.id }, 'What became of a message could not be stored')
        // When its lease is over it is sent again, and LINE knows the token or the retry key.
        if (this.stopped || blame(error) !== 'unreached') break
        await sleep(storeAgain)
      }
    }
    this.mine.delete(row.id)
    if (row.state !== 'WAITING') this.settled.now.add(row.id)
  }

  private isMine(id: string): boolean {
    return this.mine.has(id) || this.settled.now.has(id) || this.settled.before.has(id)
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work)
    return work.finally(() => this.running.delete(work))
  }
}

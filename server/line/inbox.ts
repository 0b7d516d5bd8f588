import type pg from 'pg'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics'
import type { Watch } from '../watch/watch'
import type { Outbox } from './outbox'
import type { Rush } from './rush'
import type { TurnDeps } from './turns'
import { setTimeout as sleep } from 'node:timers/promises'
import { blame } from './blame'
import { recordFailure } from './failures'
import { Floods } from './floods'
import { waitingLanes } from './lanes'
import { Pace } from './pace'
import { takeTurns, TurnFailed } from './turns'

export interface InboxDeps extends TurnDeps {
  pool: pg.Pool
  outbox: Pick<Outbox, 'send'>
  metrics: Pick<Metrics, 'handled' | 'failed' | 'parked'>
  log: Logger
  watch: Pick<Watch, 'heard'>
  /** Whether events are being received at the moment. */
  isBusy?: () => boolean
  /** Whether more come than can be answered. */
  rush?: Pick<Rush, 'answered' | 'isOn'>
  /** Told after turns were stored: something may have to be done because of them. */
  onTurns?: (menusChanged: boolean) => void
}

const sweepEvery = 1_000
/**
 * What waits for less than this, ms, is in the hands of the server that received it: several would only be in each other's way. More than anybody waits
 * where all servers have much to do, or they would take from each other just then.
 */
const inOtherHands = 5_000
/** A lane that another server has is looked at again after this, ms. */
const takenPause = 30

/**
 * Hears the events that wait, one person's after another and different people's together.
 * Events of a lane are handled in the order in which they happened, by one server at a time; a crash at any moment loses none.
 */
export class Inbox {
  /** Lanes with something waiting, and whether they must go alone because a batch failed with them. In order of arrival. */
  private queue = new Map<string, { alone: boolean, since: number }>()
  private busy = new Map<string, { since: number }>()
  private running = new Set<Promise<void>>()
  private floods = new Floods()
  /** Lanes that another server has, looked at again in a moment. */
  private pauses = new Set<NodeJS.Timeout>()
  private pace = new Pace()
  private resting: NodeJS.Timeout | undefined
  private timer: NodeJS.Timeout | undefined
  private sweeping: Promise<void> | undefined
  private closing = false
  private stopped = false

  constructor(private readonly deps: InboxDeps) {}

  /** Begins to look by itself for what waits: after a crash, a failure, or written by another server. */
  start(): void {
    const again = () => this.closing || (this.timer = setTimeout(() => void this.sweep(inOtherHands).finally(again), sweepEvery))
    void this.sweep().finally(again)
  }

  /** Something of these lanes waits. */
  poke(lanes: Iterable<string>, alone = false): void {
    for (const lane of lanes) {
      if (this.floods.rests(lane)) continue
      const queued = this.queue.get(lane)
      if (!queued) this.queue.set(lane, { alone, since: performance.now() })
      else queued.alone ||= alone
    }
    this.pump()
  }

  /** Lanes that were in a batch and had no time there: they are next. */
  private putFirst(lanes: string[], alone: boolean): void {
    if (!lanes.length) return
    const again = lanes.map(lane => [lane, { alone: alone || this.queue.get(lane)?.alone || false, since: this.busy.get(lane)?.since ?? performance.now() }] as const)
    this.queue = new Map([...again, ...[...this.queue].filter(([lane]) => !lanes.includes(lane))])
    this.pump()
  }

  /** Lanes that have been waiting for their turn, or are in it, for longer than this many milliseconds. */
  slowerThan(ms: number): string[] {
    const before = performance.now() - ms
    return [...this.queue, ...this.busy].filter(([, { since }]) => since < before).map(([lane]) => lane)
  }

  /** Looks once for lanes with something waiting whose time has come: for `age` ms already, when it was never tried. */
  private sweep(age = 0): Promise<void> {
    return this.sweeping ??= this.look(age).finally(() => this.sweeping = undefined)
  }

  /** Resolves when nothing waits whose time has come; for tests and an orderly end. */
  async idle(): Promise<void> {
    do {
      await Promise.all(this.running)
      await this.sweeping
      await this.sweep()
      if (this.floods.resting) await sleep(5)
    } while (!this.stopped && (this.running.size || this.queue.size || this.floods.resting))
  }

  /** Resolves when nothing that this inbox was told of waits any more, or is to be tried again later; looks for nothing else. */
  async settled(): Promise<void> {
    while (!this.stopped && (this.running.size || this.queue.size || this.pauses.size || this.floods.resting)) {
      await (this.running.size ? Promise.race(this.running) : sleep(takenPause / 2))
    }
  }

  /**
   * Hears what it was told of (`atOnce`: only what it has begun with), looks for no more, and then begins nothing. What other servers have in
   * hand it leaves to them.
   */
  async stop({ atOnce = false } = {}): Promise<void> {
    this.closing = true
    this.stopped ||= atOnce
    clearTimeout(this.timer)
    this.floods.stop()
    await this.sweeping
    this.pump()
    while (this.running.size) await Promise.all(this.running)
    this.stopped = true
    clearTimeout(this.resting)
  }

  private async look(age: number): Promise<void> {
    try {
      const lanes = await waitingLanes(this.deps.pool, this.deps.now(), age)
      this.poke(lanes.filter(({ failed }) => failed).map(({ lane }) => lane), true)
      this.poke(lanes.filter(({ failed }) => !failed).map(({ lane }) => lane))
    }
    catch (error) {
      this.deps.log.error({ err: error }, 'The inbox could not be read')
    }
  }

  private pump(): void {
    while (!this.stopped && this.queue.size && this.pace.hasRoom(this.running.size, this.queue.size) && !this.mustRest()) {
      const { lanes, alone } = this.next()
      if (!lanes.length) return
      const ended = this.pace.began(lanes.length)
      const batch = this.batch(lanes, alone).finally(() => {
        ended()
        for (const lane of lanes) this.busy.delete(lane)
        this.running.delete(batch)
        this.pump()
      })
      this.running.add(batch)
    }
  }

  private mustRest(): boolean {
    const { isBusy, rush } = this.deps
    if (!rush?.isOn() || !isBusy?.()) return false
    const rest = this.pace.restLeft()
    if (rest > 0) {
      this.resting ??= setTimeout(() => {
        this.resting = undefined
        this.pump()
      }, rest)
    }
    return rest > 0 || this.running.size > 0
  }

  private next(): { lanes: string[], alone: boolean } {
    const lanes: string[] = []
    for (const [lane, { alone, since }] of this.queue) {
      const apart = alone || this.floods.has(lane)
      if (this.busy.has(lane) || (apart && lanes.length)) continue
      this.queue.delete(lane)
      this.busy.set(lane, { since })
      lanes.push(lane)
      if (apart) return { lanes, alone }
      if (lanes.length >= this.pace.lanes) break
    }
    return { lanes, alone: false }
  }

  private async batch(lanes: string[], alone: boolean): Promise<void> {
    const { outbox, metrics, onTurns, rush, watch } = this.deps
    try {
      const began = performance.now()
      const outcome = await takeTurns({ ...this.deps, floods: this.floods.lanes }, lanes, alone ? 1 : Infinity)
      const handled = outcome.turns.length
      metrics.handled.inc(handled)
      rush?.answered(handled)
      const answers = new Map(outcome.turns.flatMap(({ letter, ...turn }) => {
        const trail = watch.heard({ ...turn, outcome: letter ? 'answered' : 'silent' })
        return letter ? [[letter.id, { receivedAt: turn.event.receivedAt, trail }] as const] : []
      }))
      outbox.send(outcome.letters, outcome.behind, answers)
      if (handled) onTurns?.(outcome.menusChanged)
      this.pace.served(lanes.length - outcome.unserved.length, lanes.length)
      for (const lane of lanes) {
        if (![...outcome.unserved, ...outcome.taken, ...outcome.flooded].includes(lane)) this.floods.over(lane)
      }
      for (const lane of outcome.flooded) this.floods.rest(lane, performance.now() - began, () => this.poke([lane], alone))
      this.putFirst(outcome.unserved, alone)
      // Who was just served waits for those who were not.
      this.poke(outcome.more.filter(lane => !outcome.flooded.includes(lane)), alone)
      if (outcome.taken.length) this.pokeLater(outcome.taken)
    }
    catch (error) {
      await this.failed(lanes, alone, error)
    }
  }

  private pokeLater(lanes: string[]): void {
    const pause = setTimeout(() => {
      this.pauses.delete(pause)
      this.poke(lanes)
    }, takenPause)
    pause.unref()
    this.pauses.add(pause)
  }

  private async failed(lanes: string[], alone: boolean, error: unknown): Promise<void> {
    const { transact, conversation, outbox, metrics, log, watch, now } = this.deps
    const blamed = blame(error)
    if (!alone && blamed === 'gave way' && lanes.length > 1 && error instanceof TurnFailed) {
      // Only this lane has to wait for somebody. Without it the others have what they need.
      const { key } = error.lane
      this.putFirst(lanes.filter(lane => lane !== key), false)
      return this.poke([key])
    }
    if (!alone && blamed !== 'unreached') return this.poke(lanes, true)
    if (blamed !== 'bug' || !(error instanceof TurnFailed)) {
      // The next sweep finds them again.
      return log.warn({ err: error, lanes: lanes.length }, 'Events could not be handled now; they will be tried again')
    }
    metrics.failed.inc()
    const { event, ms } = error
    log.error({ err: error.cause, event: event.id, attempt: event.attempts + 1 }, 'An event could not be handled')
    try {
      const { parked, letter, behind } = await transact(work => recordFailure(work, error, conversation, now()))
      const trail = watch.heard({ event, lane: error.lane.key, began: Date.now() - ms, ms, outcome: parked ? 'parked' : 'failed' })
      if (parked) {
        metrics.parked.inc()
        this.poke(lanes)
      }
      if (letter) outbox.send([letter], behind, new Map([[letter.id, { trail }]]))
    }
    catch (failure) {
      log.error({ err: failure, event: event.id }, 'A failure could not be recorded; the event will be tried again')
    }
  }
}

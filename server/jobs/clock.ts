import type pg from 'pg'
import type { Logger } from 'pino'
import type { Watch } from '../watch/watch'

/** Something done by the clock. Of several servers one does it each time. */
export interface Job {
  name: string
  /** When it is due next: so many ms from now, or as this says. */
  every: number | ((now: Date) => Date)
  run: () => Promise<unknown>
}

const tickEvery = 500
/** A job that ends in an error is tried again after this at the latest, ms. */
const retryAfter = 60_000
/** The clocks of two servers differ by less than this, ms. */
const mostApart = 60_000

/** When a job that runs at this time is due again. */
const next = ({ every }: Job, at: Date) => typeof every === 'number' ? new Date(at.getTime() + every) : every(at)

/** Whether it is due later than it can ever be: the clock was ahead when that was written, and has gone back since. */
const hasStrayed = (job: Job, dueAt: Date, now: Date) => dueAt > next(job, new Date(now.getTime() + mostApart))

/** Runs jobs when they are due. The server that moves `dueAt` on does the work. */
export class Clock {
  private readonly jobs: Map<string, Job>
  private running = new Map<string, Promise<void>>()
  private again = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private ticking: Promise<unknown> | undefined
  private stopped = false

  constructor(private readonly deps: { pool: pg.Pool, log: Logger, watch: Pick<Watch, 'job'>, now: () => Date }, jobs: Job[]) {
    this.jobs = new Map(jobs.map(job => [job.name, job]))
  }

  /** Makes the jobs known. One that was never run is due at once, unless it has an hour of its own. */
  async register(): Promise<void> {
    const { pool, now } = this.deps
    const jobs = Array.from(this.jobs.values(), job => ({ name: job.name, dueAt: typeof job.every === 'number' ? now() : next(job, now()) }))
    await pool.query(
      'INSERT INTO "Job" (name, "dueAt") SELECT name, "dueAt" FROM json_to_recordset($1::json) AS j(name text, "dueAt" timestamptz) ON CONFLICT (name) DO NOTHING',
      [JSON.stringify(jobs)],
    )
  }

  /** Begins, and goes on by itself. */
  async start(): Promise<void> {
    await this.register()
    const again = () => this.timer = setTimeout(() => {
      this.ticking = this.tick().finally(() => this.stopped || again())
    }, tickEvery)
    again()
  }

  /** Runs what is due. Resolves when it has begun. */
  async tick(): Promise<void> {
    const { pool, log, now } = this.deps
    try {
      const { rows } = await pool.query<{ name: string, dueAt: Date }>('SELECT name, "dueAt" FROM "Job"')
      for (const { name, dueAt } of rows) {
        const job = this.jobs.get(name)
        const at = now()
        const isDue = dueAt <= at
        if (!job || this.running.has(name) || !(isDue || hasStrayed(job, dueAt, at))) continue
        const { rowCount } = await pool.query('UPDATE "Job" SET "dueAt" = $3, "lastError" = NULL WHERE name = $1 AND "dueAt" = $2', [name, dueAt, next(job, at)])
        if (rowCount && isDue) this.begin(job)
      }
    }
    catch (error) {
      log.error({ err: error }, 'The clock could not be read')
    }
  }

  /** Runs a job now, on this server, whenever it is due: something has happened that it ought to see. */
  poke(name: string): void {
    const job = this.jobs.get(name)
    if (!job || this.stopped) return
    if (this.running.has(name)) this.again.add(name)
    else this.begin(job)
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    while (this.running.size) await Promise.all(this.running.values())
  }

  /** Waits for what runs and begins no more. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.ticking
    await Promise.all(this.running.values())
  }

  private begin(job: Job): void {
    const running = this.run(job).finally(() => {
      this.running.delete(job.name)
      if (this.again.delete(job.name)) this.poke(job.name)
    })
    this.running.set(job.name, running)
  }

  private async run({ name, run }: Job): Promise<void> {
    const { pool, watch, now } = this.deps
    try {
      await watch.job(name, run)
    }
    catch (error) {
      const retryAt = new Date(now().getTime() + retryAfter)
      await pool.query('UPDATE "Job" SET "lastError" = $2, "dueAt" = least("dueAt", $3) WHERE name = $1', [name, String(error).slice(0, 1_000), retryAt]).catch(() => {})
    }
  }
}

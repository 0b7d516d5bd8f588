import type pg from 'pg'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { standingNumbers } from './standing'
import { version } from './version'

/** What `/metrics` tells, counted by one server. */
export type Metrics = ReturnType<typeof createMetrics>

/** Metrics of their own for each server, so that two in one process do not mix. What the database knows is read at each scrape. */
export function createMetrics(pool: pg.Pool, { isReady = async () => true, ofProcess = true }: { isReady?: () => Promise<boolean>, ofProcess?: boolean } = {}) {
  const register = new Registry()
  // Where no process lives on, counting begins anew all the time and would tell nothing: only what the database knows is told.
  const registers = [ofProcess ? register : new Registry()]
  if (ofProcess) collectDefaultMetrics({ register })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) => new Counter({ name, help, labelNames, registers })
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[], collect: (gauge: Gauge<Label>) => unknown) => register.registerMetric(new Gauge<Label>({
    name,
    help,
    labelNames,
    registers: [],
    async collect() {
      await collect(this)
    },
  }))

  gauge('songklong_database_connections', 'Connections of this server to its database.', ['state'], (gauge) => {
    gauge.set({ state: 'used' }, pool.totalCount - pool.idleCount)
    gauge.set({ state: 'idle' }, pool.idleCount)
  })
  gauge('songklong_database_connections_max', 'Most connections that this server opens.', [], gauge => gauge.set(pool.options.max))
  gauge('songklong_database_waiting', 'Work that waits for a connection.', [], gauge => gauge.set(pool.waitingCount))
  gauge('songklong_build_info', 'Always 1; which version this is.', ['version'], gauge => gauge.set({ version }, 1))
  // After those of the pool: reading them takes a connection.
  gauge('songklong_ready', 'Whether this server may be asked: 1, or 0 while it stops, or its database is not reached or not up to date.', [], async gauge => gauge.set(await isReady() ? 1 : 0))
  standingNumbers(pool, gauge)

  const sent = counter('songklong_messages_total', 'Attempts at sending a message, by how and what came of it.', ['as', 'state'])
  // There from the beginning, so that the first failure is seen as an increase.
  sent.inc({ as: 'none', state: 'FAILED' }, 0)
  return {
    register,
    received: counter('songklong_events_received_total', 'Webhook events stored (those that came again are counted again).'),
    handled: counter('songklong_events_processed_total', 'Webhook events handled.'),
    failed: counter('songklong_events_failed_total', 'Attempts at handling an event that ended in an error.'),
    parked: counter('songklong_events_parked_total', 'Events given up after three attempts.'),
    sent,
    jobRuns: counter('songklong_job_runs_total', 'Runs of a job by this server, by what came of it.', ['name', 'outcome']),
    jobSucceeded: new Gauge({ name: 'songklong_job_last_success_timestamp_seconds', help: 'When a job last ended well on this server.', labelNames: ['name'], registers }),
    turnSeconds: new Histogram({
      name: 'songklong_turn_seconds',
      help: 'From an event stored to its answer accepted by LINE.',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    callSeconds: new Histogram({
      name: 'songklong_line_call_seconds',
      help: 'Calls to LINE, by what was asked and what came of it.',
      labelNames: ['call', 'outcome'],
      buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  }
}

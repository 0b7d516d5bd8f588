import type { Logger } from 'pino'
import type { WaitingEvent } from '../line/lanes'
import type { Metrics } from '../metrics'
import type { Span, Tracing } from './tracing'
import type { Trail } from './trail'
import { pathTemplate } from './path'
import { personHash } from './person'
import { during } from './trail'

/** A call to an outside system that is over. */
export interface CallSeen {
  method: string
  /** Its path is told as `pathTemplate` does, its query not at all. */
  url: URL
  /** Told instead of the path. */
  template?: string
  /** Null when no answer came. */
  status: number | null
  /** LINE's id of the request. */
  requestId?: string | null
  retryKey?: string
  /** Why no answer came. */
  reason?: string
  /** Epoch ms. */
  began: number
  ms: number
}

/** An event that was heard. */
export interface TurnSeen {
  event: WaitingEvent
  lane: string
  outcome: 'answered' | 'silent' | 'failed' | 'parked'
  /** Epoch ms. */
  began: number
  ms: number
}

/** Tells the log, the metrics and the traces what happens. One place, so that a thing has the same name and the same care for people in all of them. */
export type Watch = ReturnType<typeof createWatch>

/** Puts it together. `sessionSecret` hides who people are. */
export function createWatch({ log, metrics, tracing, sessionSecret }: { log: Logger, metrics: Pick<Metrics, 'callSeconds' | 'jobRuns' | 'jobSucceeded'>, tracing: Tracing, sessionSecret: string }) {
  const person = personHash(sessionSecret)
  // Lines of fixed fields, none of them secret, at each turn: looking for secrets in them would take longer than all the rest of them.
  const plain = log.child({}, { redact: [] })
  const rounded = (ms: number) => Math.round(ms * 100) / 100

  const watch = {
    /** A request begins; the span is for the one who answers it to end with `answered`. */
    asked: (method: string, path: string): Span => tracing.begin({ name: `${method} ${path}`, kind: 'server', attributes: { 'http.request.method': method, 'http.route': path } }),

    /** A request was answered. One line, at level debug. */
    answered(span: Span, { request, method, path, status, ms }: { request: string, method: string, path: string, status: number, ms: number }): void {
      plain.debug({ request, method, path, status, ms: rounded(ms) }, 'request')
      span.end({ attributes: { 'http.response.status_code': status, 'songklong.request_id': request }, failed: status >= 500 ? String(status) : undefined })
    },

    /** An event was heard, and what came of it is stored. One line. Gives the trail for what is sent because of it. */
    heard({ event, lane, outcome, began, ms }: TurnSeen): Trail {
      const type = event.payload.type ?? '?'
      const attempt = event.attempts + 1
      const line = { event: event.id, type, person: person(lane), request: event.requestId ?? undefined, attempt, outcome, waited: Math.max(0, began - event.receivedAt), ms: rounded(ms) }
      if (outcome === 'failed' || outcome === 'parked') plain.error(line, 'event')
      else plain.info(line, 'event')
      const span = tracing.begin({
        name: `turn ${type}`,
        kind: 'consumer',
        under: event.traceparent ?? undefined,
        at: began,
        attributes: { 'songklong.event.id': event.id, 'songklong.event.type': type, 'songklong.request_id': line.request, 'songklong.attempt': attempt, 'songklong.outcome': outcome, 'songklong.waited_ms': line.waited },
      })
      span.end({ at: began + ms, failed: outcome === 'failed' || outcome === 'parked' ? outcome : undefined })
      return { watch, event: event.id, request: line.request, traceparent: span.traceparent }
    },

    /** A call is over. One line. */
    called({ method, url, template, status, requestId, retryKey, reason, began, ms }: CallSeen, { request, event, job, traceparent }: Trail): void {
      const path = template ?? pathTemplate(url.pathname)
      const outcome = outcomeOf(status)
      plain.info({ method, host: url.host, path, status, outcome, reason, lineRequest: requestId ?? undefined, retryKey, request, event, job, ms: rounded(ms) }, 'call')
      metrics.callSeconds.observe({ call: `${method} ${path}`, outcome }, ms / 1000)
      tracing.begin({
        name: `${method} ${path}`,
        kind: 'client',
        under: traceparent,
        at: began,
        attributes: { 'http.request.method': method, 'server.address': url.hostname, 'url.template': path, 'http.response.status_code': status ?? undefined, 'songklong.line_request_id': requestId ?? undefined, 'songklong.request_id': request },
      }).end({ at: began + ms, failed: outcome === 'ok' ? undefined : outcome })
    },

    /** Does a job, with its calls told as its own. Rejects as the job does. */
    async job(name: string, run: () => Promise<unknown>): Promise<void> {
      const span = tracing.begin({ name: `job ${name}`, kind: 'internal', attributes: { 'songklong.job': name } })
      const began = performance.now()
      try {
        await during({ watch, job: name, traceparent: span.traceparent }, run)
        metrics.jobRuns.inc({ name, outcome: 'done' })
        metrics.jobSucceeded.set({ name }, Date.now() / 1000)
        log.debug({ job: name, ms: rounded(performance.now() - began) }, 'job')
        span.end()
      }
      catch (error) {
        metrics.jobRuns.inc({ name, outcome: 'failed' })
        log.error({ err: error, job: name, ms: rounded(performance.now() - began) }, 'A job failed')
        span.end({ failed: 'failed' })
        throw error
      }
    },
  }
  return watch
}

/** What came of a call, in a word: done, refused, too many, it failed, or no answer. */
function outcomeOf(status: number | null): 'ok' | 'refused' | 'limited' | 'failed' | 'unreached' {
  if (status === null) return 'unreached'
  if (status < 400) return 'ok'
  if (status === 429) return 'limited'
  return status < 500 ? 'refused' : 'failed'
}

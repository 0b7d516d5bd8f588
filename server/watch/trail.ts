import type { Watch } from './watch'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What an outside call is made for, so that its line in the log and its span are found with those of the request, the event or the job. */
export interface Trail {
  watch: Pick<Watch, 'called'>
  /** The webhook request that brought the event. */
  request?: string
  event?: string
  job?: string
  /** Of the span that the call belongs to (W3C trace context). */
  traceparent?: string
}

const trails = new AsyncLocalStorage<Trail>()

/** Does work of which everybody that it calls may ask what it is for. Gives what the work gives. */
export function during<T>(trail: Trail, work: () => T): T {
  return trails.run(trail, work)
}

/** What the work at hand is for; undefined when nobody has said so. */
export function currentTrail(): Trail | undefined {
  return trails.getStore()
}

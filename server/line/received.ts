import type { webhook } from '@line/bot-sdk'
import type pg from 'pg'
import { createHash } from 'node:crypto'
import { gather } from '../gather'
import { toJson } from './json'

/** The request that brought events, as the log and the traces know it. */
export interface Origin { requestId?: string, traceparent?: string }

/** One event as it is stored. */
export interface Received extends Origin {
  id: string
  /** Whose turn it is; see `laneOf`. */
  lane: string
  /** LINE's, epoch ms. */
  timestamp: number
  payload: object
  /** Another system answers now: kept, never answered. */
  standby: boolean
}

/** What LINE sends about an event, as far as it can be relied on: anything may be missing. */
type Loose = Partial<Omit<webhook.EventBase, 'source'>> & { type?: unknown, source?: { userId?: unknown, groupId?: unknown, roomId?: unknown } }

/** Reads a webhook body that is JSON already. Null when it is not what LINE sends: an object with a list of events. */
export function readEvents(body: unknown, origin: Origin = {}): Received[] | null {
  const events = (body as { events?: unknown } | null)?.events
  if (!Array.isArray(events) || !events.every(event => typeof event === 'object' && event !== null && !Array.isArray(event))) return null
  return events.map(event => ({ ...readEvent(event), ...origin }))
}

function readEvent(event: Loose): Received {
  const { webhookEventId } = event
  const id = typeof webhookEventId === 'string' && isOwnId.test(webhookEventId)
    ? webhookEventId
    : createHash('sha256').update(JSON.stringify(event)).digest('hex')
  return { id, lane: laneOf(event, id), timestamp: readTime(event.timestamp) ?? Date.now(), payload: event, standby: event.mode === 'standby' }
}

/** The LINE user id, or `groupId/userId` in a group or room, or the group alone when LINE does not say who spoke, or `event:<id>`. */
function laneOf({ source }: Loose, id: string): string {
  const place = [source?.groupId, source?.roomId].find(isId)
  const user = isId(source?.userId) ? source.userId : undefined
  return (place && user ? `${place}/${user}` : place ?? user) ?? `event:${id}`
}

/** What LINE gives people, groups and rooms for a name. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value)
const isOwnId = /^[^\0]{1,100}$/

const latest = Date.UTC(2100)

/** LINE's time of something, epoch ms; undefined when it cannot be one. */
export const readTime = (value: unknown): number | undefined => Number.isSafeInteger(value) && value as number >= 0 && value as number < latest ? value as number : undefined

// In order of ids, so that two servers which are given the same events never wait for each other.
const store = {
  name: 'store-events',
  text: `
    INSERT INTO "InboundEvent" (id, lane, "timestamp", payload, "requestId", traceparent, state, "doneAt")
    SELECT id, lane, "timestamp", payload, "requestId", traceparent, CASE WHEN standby THEN 'DONE' ELSE 'WAITING' END::"InboundState", CASE WHEN standby THEN now() END
    FROM json_to_recordset($1::json) AS e(id text, lane text, "timestamp" bigint, payload jsonb, "requestId" text, traceparent text, standby boolean)
    ORDER BY id
    ON CONFLICT (id) DO NOTHING`,
}

/** Errors that are about the data given: nested too deep, and PostgreSQL's classes 22 (data exception) and 54 (limit exceeded). */
const blamesData = (error: unknown) => error instanceof RangeError || /^(?:22|54)/.test((error as { code?: string })?.code ?? '')

/** No database takes what these events hold, however often it is tried. */
export class NotStorable extends Error {
  constructor(cause: unknown) {
    super('These events cannot be stored', { cause })
  }
}

/** Stores events. */
export interface EventStore {
  /** Resolves when the events are safely stored, once however often they come. Rejects with NotStorable when it is for what they hold. */
  store: (events: Received[]) => Promise<void>
  /** Whether a request is being stored at the moment. */
  isBusy: () => boolean
}

/** A store in which requests that arrive while an earlier write runs are written together. */
export function eventStore(pool: pg.Pool): EventStore {
  let waiting = 0
  const gathered = gather<Received[]>(
    requests => pool.query({ ...store, values: [toJson(requests.flat())] }),
    { linger: 2, most: 64, divisible: blamesData },
  )
  return {
    store(events) {
      waiting++
      return gathered(events)
        .catch((error) => { throw blamesData(error) ? new NotStorable(error) : error })
        .finally(() => waiting--)
    },
    isBusy: () => waiting > 0,
  }
}

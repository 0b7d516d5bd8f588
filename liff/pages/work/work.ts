import type { InferResponseType } from 'hono/client'
import type { WorkOrderState } from '../../../domain/enums'
import type { Locale } from '../../locales/th'
import { api } from '../../api'

/** A repair with everything about it. */
export type Work = InferResponseType<typeof api.work[':number']['$get'], 200>
/** A repair in a list. */
export type WorkItem = InferResponseType<typeof api.work.$get, 200>['items'][number]
/** What somebody can do with a repair. */
export type Move = Work['moves'][number]
/** What the server is asked for a move. */
export type MoveRequest = Parameters<typeof api['work-orders'][':id']['moves']['$post']>[0]['json']

/** The order in which moves are likely to be wanted; the first is the filled button. */
const likely: Partial<Record<WorkOrderState, Move[]>> = {
  NEW: ['acknowledge', 'forward', 'assign'],
  ACKNOWLEDGED: ['assign', 'start'],
  ASSIGNED: ['start'],
  IN_PROGRESS: ['repair', 'wait'],
  WAITING: ['resume', 'repair'],
}

/** The moves of a repair, the likeliest first. */
export function ranked({ state, moves }: Pick<Work, 'state' | 'moves'>): Move[] {
  const first = (likely[state] ?? []).filter(move => moves.includes(move))
  return [...first, ...moves.filter(move => !first.includes(move))]
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** Until when, and how long that is; that the clock stands still; null once it is repaired. */
export function dueWords({ state, dueAt, overdue }: Pick<WorkItem, 'state' | 'dueAt' | 'overdue'>, t: Locale, dateTime: (at: string) => string): string | null {
  if (!['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'].includes(state)) return null
  if (state === 'WAITING' && !overdue) return `${dateTime(dueAt)} (${t.work.clockStands})`
  const away = Math.abs(new Date(dueAt).getTime() - Date.now())
  const time = away >= DAY ? t.work.days(Math.floor(away / DAY)) : t.work.hours(Math.max(1, Math.floor(away / HOUR)))
  return `${dateTime(dueAt)} (${overdue ? t.work.late(time) : t.work.left(time)})`
}

/** Makes a move; `key` makes it once, however often it is asked for. */
export const ask = (id: string, json: MoveRequest, key: string) => api['work-orders'][':id'].moves.$post({ param: { id }, json }, { headers: { 'idempotency-key': key } })

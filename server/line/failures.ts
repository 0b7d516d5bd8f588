import type { Work } from '../transaction'
import type { Conversation } from './conversation'
import type { TurnFailed } from './turns'
import type { Letter } from './written'
import { answer } from './turns'
import { writeTurns } from './written'

/** Milliseconds until an event that could not be handled is tried again; after the last it is parked. */
const pauses = [1_000, 5_000]

const record = {
  text: `
    UPDATE "InboundEvent" SET attempts = attempts + 1, error = $2, "notBefore" = $3, state = $4::"InboundState"
    WHERE id = $1 AND state = 'WAITING' AND attempts = $5 RETURNING id`,
}

/**
 * Keeps an event that could not be handled for another try, or, after the third, parks it and tells the person that it is kept.
 * Nothing happens when another server has handled it meanwhile, or counted this attempt.
 */
export async function recordFailure(work: Work, { event, lane, cause }: TurnFailed, conversation: Conversation, now: Date): Promise<{ parked: boolean, letter: Letter | null, behind: Map<string, string[]> }> {
  const pause = pauses[event.attempts]
  const notBefore = pause === undefined ? null : new Date(now.getTime() + pause)
  const rows = await work.sql(record, [event.id, describe(cause), notBefore, notBefore ? 'WAITING' : 'PARKED', event.attempts])
  if (notBefore || !rows.length) return { parked: false, letter: null, behind: new Map() }
  const letter = answer(event, { messages: [conversation.sorry(lane.person?.language ?? 'TH')], about: [''] }, now)
  const behind = letter ? await writeTurns(work, { doneEvents: [], lanes: [], letters: [letter], deliveredNotices: [] }, now) : new Map<string, string[]>()
  return { parked: true, letter, behind }
}

const describe = (cause: unknown) => (cause instanceof Error ? cause.stack ?? cause.message : String(cause)).replaceAll('\0', '').slice(0, 4_000)

/**
 * Who is to blame for an error: the database was not reached, this transaction gave way to another one, or it is a bug.
 * Only a bug counts as an attempt.
 */
export function blame(error: unknown): 'unreached' | 'gave way' | 'bug' {
  const { code, syscall, cause, meta, message = '' } = (error ?? {}) as { code?: string, syscall?: string, cause?: unknown, message?: string, meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }
  const codes = [code, meta?.driverAdapterError?.cause?.originalCode].filter(Boolean).join(' ')
  if (/\b(?:08\w{3}|53\w{3}|57P0[123]|P1001|P1002|P1008|P1017|P2024|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)\b/.test(codes)) return 'unreached'
  // A socket that is not there.
  if (code === 'ENOENT' && syscall === 'connect') return 'unreached'
  if (/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message)) return 'unreached'
  if (/\b(?:40001|40P01|55P03|P2034)\b/.test(codes)) return 'gave way'
  return cause === undefined || cause === error ? 'bug' : blame(cause)
}

import type { Work } from '../transaction'
import type { Conversation } from './conversation'
import type { TurnFailed } from './turns'
import type { Letter } from './written'
import { answer } from './answer'
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

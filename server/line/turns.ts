import type { webhook } from '@line/bot-sdk'
import type { Lane, Turn } from '../../bot/lane'
import type { Links } from '../../bot/message'
import type { Contacts } from '../../domain/owners/contact'
import type { Tx } from '../../prisma/client'
import type { Transact, Work } from '../transaction'
import type { Context, Conversation } from './conversation'
import type { LoadedLane, WaitingEvent } from './lanes'
import type { Letter, Written } from './written'
import { abreast } from '../abreast'
import { announced, answer } from './answer'
import { isConsequence } from './blame'
import { floodIn } from './flood'
import { mostEvents, takeLanes } from './lanes'
import { isId } from './received'
import { writeTurns } from './written'

export interface TurnDeps {
  transact: Transact
  conversation: Conversation
  links: Links
  contacts: Contacts
  now: () => Date
  /** Lanes whose people were told that there is a flood. */
  floods?: ReadonlySet<string>
}

/** One event that was heard: when that began (epoch ms), how long it took, and the letter that answers it. */
export interface HeardTurn { event: WaitingEvent, lane: string, began: number, ms: number, letter: Letter | null }

/** What came of a batch, after it was committed. */
export interface Outcome {
  letters: Letter[]
  /** Letters that wait for earlier ones to the same recipient, and the ids of those. */
  behind: Map<string, string[]>
  /** Each event that was heard, in order. */
  turns: HeardTurn[]
  /** Lanes that another server has at the moment. */
  taken: string[]
  /** Lanes that there was no time for. */
  unserved: string[]
  /** Lanes that were served and have more to do. */
  more: string[]
  /** Those of `more` where a flood goes on; their people know. */
  flooded: string[]
  menusChanged: boolean
}

/** A handler threw: the event, and with what. Nothing of its batch was stored. */
export class TurnFailed extends Error {
  /** `ms` is how long it was tried. */
  constructor(readonly event: WaitingEvent, readonly lane: Lane, cause: unknown, readonly ms: number) {
    super(`Event ${event.id} could not be handled`, { cause })
  }
}

/** What one lane came to. */
interface Served { before: Lane, after: Lane, turns: HeardTurn[], delivered: string[], more: boolean, flooded: boolean }

/** Lanes that are heard side by side: what they ask the database goes together, and while it answers some, others are heard. */
const mostAbreast = 12
/** Work of this many milliseconds, or this many events, is enough for one transaction; what remains is taken up in the next. */
const timeBox = 100
const eventsAtOnce = 64

/** A batch while its lanes are heard: its transaction, its moment, how many events of a lane it takes at most, and whether it has done enough. */
interface Batch { deps: TurnDeps, work: Work, at: Date, most: number, isEnough: () => boolean, count: () => void }

/**
 * Hears what the people of these lanes said, all in one transaction: turns, what they changed and the letters that answer, or nothing.
 * Throws TurnFailed when a handler throws, or when what came of a single event cannot be stored; else what the database throws.
 * Takes at most `most` events of each lane.
 */
export function takeTurns(deps: TurnDeps, lanes: string[], most = Infinity): Promise<Outcome> {
  return deps.transact(async (work) => {
    const at = deps.now()
    const { mine, loaded } = await takeLanes(work, lanes, at)
    const until = performance.now() + timeBox
    let events = 0
    const batch = { deps, work, at, most, isEnough: () => events >= eventsAtOnce || (events > 0 && performance.now() > until), count: () => void events++ }
    const all = await abreast(loaded, mostAbreast, found => hearLane(found, batch), isConsequence)
    const served = all.filter(one => one !== null)
    const turns = served.flatMap(one => one.turns)
    const written: Written = {
      doneEvents: turns.map(({ event }) => event.id),
      lanes: served.map(({ before, after }) => ({ before, person: after.person, drafts: after.drafts })),
      letters: turns.flatMap(({ letter }) => letter ?? []),
      deliveredNotices: served.flatMap(({ delivered }) => delivered),
    }
    const last = turns.at(-1)
    const behind = last
      ? await writeTurns(work, written, at).catch((cause) => { throw most === 1 ? new TurnFailed(last.event, served[0]!.before, cause, last.ms) : cause })
      : new Map<string, string[]>()
    return {
      letters: written.letters,
      behind,
      turns,
      taken: lanes.filter(lane => !mine.includes(lane)),
      unserved: loaded.filter((_, i) => all[i] === null).map(({ lane }) => lane.key),
      more: served.filter(({ more }) => more).map(({ before }) => before.key),
      flooded: served.filter(({ flooded }) => flooded).map(({ before }) => before.key),
      menusChanged: written.lanes.some(({ before, person }) => person?.menuWanted !== before.person?.menuWanted),
    }
  })
}

/** What one lane says, as long as there is time; null when there is none at all. */
async function hearLane(found: LoadedLane, { deps: { conversation, links, contacts, floods }, work, at, most, isEnough, count }: Batch): Promise<Served | null> {
  if (isEnough()) return null
  const { lane: before } = found
  const flood = floodIn(found, floods?.has(before.key) ?? false, at, () => conversation.busy(before.person?.language ?? 'TH'))
  const due = ready(found.events, at)
  const turns: HeardTurn[] = []
  const delivered: string[] = []
  let after = before
  for (const event of due.slice(0, most)) {
    if (turns.length && isEnough()) break
    count()
    const unanswered = flood?.isTooLate(turns.length) ?? false
    const lane = unanswered ? { ...after, notices: [] } : after
    const [began, from] = [Date.now(), performance.now()]
    const turn = await work.beside(async (db) => {
      const turn = await heard(event, lane, { db, now: at, links, contacts }, conversation)
      if (event.payload.type === 'unsend') await eraseUnsent(db, event.payload as webhook.UnsendEvent, before.key)
      return turn
    })
    after = { ...after, person: turn.person, drafts: turn.drafts, notices: after.notices.filter(({ id }) => !turn.delivered.includes(id)) }
    delivered.push(...turn.delivered)
    const letter = unanswered ? null : answer(event, turns.length || !flood?.notice ? turn : announced(turn, flood.notice), at)
    turns.push({ event, lane: before.key, began, ms: performance.now() - from, letter })
  }
  const more = turns.length < due.length || due.length === mostEvents
  return { before, after, turns, delivered, more, flooded: more && flood !== null }
}

async function heard(event: WaitingEvent, lane: Lane, context: Context, { hear }: Conversation): Promise<Turn> {
  const from = performance.now()
  try {
    return await hear(context, lane, event.payload)
  }
  catch (cause) {
    throw new TurnFailed(event, lane, cause, performance.now() - from)
  }
}

/** The events up to the first that is to be tried again later: those behind it wait, so that order is kept. */
function ready(events: WaitingEvent[], now: Date): WaitingEvent[] {
  const delayed = events.findIndex(({ notBefore }) => notBefore !== null && notBefore > now.getTime())
  return delayed < 0 ? events : events.slice(0, delayed)
}

/** LINE asks that a message taken back be deleted: it goes from the stored event, too. */
async function eraseUnsent(db: Tx, { unsend }: Partial<webhook.UnsendEvent>, lane: string): Promise<void> {
  if (isId(unsend?.messageId)) await db.$executeRaw`UPDATE "InboundEvent" SET payload = payload - 'message' WHERE lane = ${lane} AND payload #>> '{message,id}' = ${unsend.messageId}`
}

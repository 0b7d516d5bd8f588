import type { webhook } from '@line/bot-sdk'
import type { Lane, Turn } from '../../bot/lane'
import type { Links, Message } from '../../bot/message'
import type { Contacts } from '../../domain/owners/contact'
import type { Transact, Work } from '../transaction'
import type { Context, Conversation } from './conversation'
import type { WaitingEvent } from './lanes'
import type { Letter, Written } from './written'
import { uuid7 } from '../../domain/uuid'
import { floodIn } from './flood'
import { mostEvents, takeLanes } from './lanes'
import { isId, readTime } from './received'
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

/** Work of this many milliseconds, or this many events, is enough for one transaction; what remains is taken up in the next. */
const timeBox = 100
const eventsAtOnce = 64

/**
 * Hears what the people of these lanes said, all in one transaction: turns, what they changed and the letters that answer, or nothing.
 * Throws TurnFailed when a handler throws, or when what came of a single event cannot be stored; else what the database throws.
 * Takes at most `most` events of each lane.
 */
export function takeTurns({ transact, conversation, links, contacts, now, floods = new Set() }: TurnDeps, lanes: string[], most = Infinity): Promise<Outcome> {
  return transact(async (work) => {
    const at = now()
    const { mine, loaded } = await takeLanes(work, lanes, at)
    const written: Written = { doneEvents: [], lanes: [], letters: [], deliveredNotices: [] }
    const turns: HeardTurn[] = []
    const [unserved, more, flooded] = [[], [], []] as [string[], string[], string[]]
    const until = performance.now() + timeBox
    const enough = () => written.doneEvents.length >= eventsAtOnce || (written.doneEvents.length > 0 && performance.now() > until)
    let last: { event: WaitingEvent, lane: Lane } | undefined

    for (const found of loaded) {
      const { lane: before, events } = found
      if (enough()) {
        unserved.push(before.key)
        continue
      }
      const flood = floodIn(found, floods.has(before.key), at, () => conversation.busy(before.person?.language ?? 'TH'))
      let lane = before
      const due = ready(events, at)
      let handled = 0
      for (const event of due.slice(0, most)) {
        if (handled && enough()) break
        last = { event, lane }
        const unanswered = flood?.isTooLate(handled) ?? false
        const [began, from] = [Date.now(), performance.now()]
        const turn = await heard(event, unanswered ? { ...lane, notices: [] } : lane, { db: work.db, now: at, links, contacts }, conversation)
        lane = { ...lane, person: turn.person, drafts: turn.drafts, notices: lane.notices.filter(({ id }) => !turn.delivered.includes(id)) }
        written.doneEvents.push(event.id)
        written.deliveredNotices.push(...turn.delivered)
        const letter = unanswered ? null : answer(event, handled || !flood?.notice ? turn : announced(turn, flood.notice), at)
        handled++
        if (letter) written.letters.push(letter)
        turns.push({ event, lane: before.key, began, ms: performance.now() - from, letter })
        if (event.payload.type === 'unsend') await eraseUnsent(work, event.payload as webhook.UnsendEvent, before.key)
      }
      written.lanes.push({ before, person: lane.person, drafts: lane.drafts })
      if (handled < due.length || due.length === mostEvents) {
        more.push(before.key)
        if (flood) flooded.push(before.key)
      }
    }

    const behind = last
      ? await writeTurns(work, written, at).catch((cause) => { throw most === 1 ? new TurnFailed(last!.event, last!.lane, cause, turns.at(-1)!.ms) : cause })
      : new Map<string, string[]>()
    return {
      letters: written.letters,
      behind,
      turns,
      taken: lanes.filter(lane => !mine.includes(lane)),
      unserved,
      more,
      flooded,
      menusChanged: written.lanes.some(({ before, person }) => person?.menuWanted !== before.person?.menuWanted),
    }
  })
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

/** LINE takes at most 5 messages in one reply. */
const mostMessages = 5

/** A turn that says something before its own answer, where that leaves room. */
function announced(turn: Turn, first: Message): Turn {
  if (turn.messages.length >= mostMessages) return turn
  return { ...turn, messages: [first, ...turn.messages], about: ['', ...turn.about] }
}

/** The events up to the first that is to be tried again later: those behind it wait, so that order is kept. */
function ready(events: WaitingEvent[], now: Date): WaitingEvent[] {
  const delayed = events.findIndex(({ notBefore }) => notBefore !== null && notBefore > now.getTime())
  return delayed < 0 ? events : events.slice(0, delayed)
}

/** What an event says of where to answer, as far as it can be relied on. */
interface Loose { source?: { groupId?: unknown, roomId?: unknown, userId?: unknown }, replyToken?: unknown, timestamp?: unknown }

/** A letter with what is said about an event; null when nothing is. */
export function answer(event: WaitingEvent, { messages, about }: Pick<Turn, 'messages' | 'about'>, now: Date): Letter | null {
  const { source, replyToken, timestamp } = event.payload as Loose
  const recipient = [source?.groupId, source?.roomId, source?.userId].find(isId)
  const token = isToken(replyToken) ? replyToken : null
  if (!messages.length || !(recipient || token)) return null
  return {
    id: uuid7(now.getTime()),
    recipient: recipient ?? 'nobody',
    messages,
    about: messages.map((_, i) => about[i] ?? ''),
    replyToken: token,
    replyTokenAt: token === null ? null : readTime(timestamp) ?? event.receivedAt,
  }
}

const isToken = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,200}$/.test(value)

const erase = {
  text: `UPDATE "InboundEvent" SET payload = payload - 'message' WHERE lane = $1 AND payload #>> '{message,id}' = $2`,
}

/** LINE asks that a message taken back be deleted: it goes from the stored event, too. */
async function eraseUnsent({ sql }: Work, { unsend }: Partial<webhook.UnsendEvent>, lane: string): Promise<void> {
  if (isId(unsend?.messageId)) await sql(erase, [lane, unsend.messageId])
}

import type { Turn } from '../../bot/lane'
import type { Message } from '../../bot/message'
import type { WaitingEvent } from './lanes'
import type { Letter } from './written'
import { uuid7 } from '../../domain/uuid'
import { isId, readTime } from './received'

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

/** LINE takes at most 5 messages in one reply. */
const mostMessages = 5

/** A turn that says something before its own answer, where that leaves room. */
export function announced(turn: Turn, first: Message): Turn {
  if (turn.messages.length >= mostMessages) return turn
  return { ...turn, messages: [first, ...turn.messages], about: ['', ...turn.about] }
}

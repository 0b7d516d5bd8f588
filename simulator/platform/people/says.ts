import type { Chat, ChatLine, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { randomUUID } from 'node:crypto'
import { newQuoteToken } from '../messages/say'
import { newEvent } from '../webhook/events'

type Message = ChatLine['message']

/** A person's message: its line in the chat and, where the account listens, its event. */
export function says(world: World, person: Person, chat: Chat, message: Message, quotedMessageId?: string): { line: ChatLine, events: WebhookEvent[] } {
  const line = putLine(world, person, chat, message, quotedMessageId)
  if (!chat.botJoined) return { line, events: [] }
  const markAsReadToken = randomUUID()
  world.readTokens.set(markAsReadToken, chat.id)
  const quoting = quotedMessageId && { quotedMessageId }
  const sent = { id: line.id, ...message, ...(line.quoteToken && { quoteToken: line.quoteToken }), ...quoting, markAsReadToken }
  return { line, events: [newEvent(world, chat, 'message', { message: sent }, { by: person })] }
}

/** What stands in the chat without being sent to the account: the `displayText` of a tapped button. */
export function shows(world: World, person: Person, chat: Chat, text: string): void {
  putLine(world, person, chat, { type: 'text', text })
}

function putLine(world: World, person: Person, chat: Chat, message: Message, quotedMessageId?: string): ChatLine {
  const id = world.nextId()
  const line: ChatLine = {
    id,
    chatId: chat.id,
    from: person.id,
    via: 'person',
    at: world.now(),
    message: { id, ...message },
    ...(message.type !== 'location' && { quoteToken: newQuoteToken(world, chat.id, id) }),
    ...(quotedMessageId && { quotedMessageId }),
  }
  world.say(line)
  return line
}

/** A text message; with `mentionBot` it calls the account by name. */
export function textOf(world: World, text: string, mentionBot: boolean): Message {
  if (!mentionBot) return { type: 'text', text }
  const name = `@${world.bot.displayName}`
  const whole = text.includes(name) ? text : `${name} ${text}`
  const self = { index: whole.indexOf(name), length: name.length, type: 'user', userId: world.bot.userId, isSelf: true }
  return { type: 'text', text: whole, mention: { mentionees: [self] } }
}

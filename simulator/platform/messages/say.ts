import type { Chat, Via } from '../../contract'
import type { Json } from '../http'
import type { SentMessage, World } from '../world/world'
import { randomUUID } from 'node:crypto'

/** Messages that can be quoted. Source: "Get quote tokens". */
const QUOTABLE = new Set(['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex', 'imagemap'])

/** Puts messages of the bot into a chat; gives their ids and quote tokens. */
export function say(world: World, chatId: string, messages: Array<Json & { type: string }>, via: Via): SentMessage[] {
  return messages.map((message) => {
    const id = world.nextId()
    const quoted = typeof message.quoteToken === 'string' ? world.quoteTokens.get(message.quoteToken) : undefined
    const quoteToken = QUOTABLE.has(message.type) ? newQuoteToken(world, chatId, id) : undefined
    world.say({
      id,
      chatId,
      from: 'bot',
      via,
      at: world.now(),
      message,
      ...(quoteToken && { quoteToken }),
      ...(quoted && { quotedMessageId: quoted.messageId }),
    })
    return { id, ...(quoteToken && { quoteToken }) }
  })
}

/** A token with which a message can be quoted in its chat. */
export function newQuoteToken(world: World, chatId: string, messageId: string): string {
  const token = randomUUID()
  world.quoteTokens.set(token, { chatId, messageId })
  return token
}

/** The chat of this id that the bot may write to, if there is one. */
export function openChat(world: World, id: string): Chat | undefined {
  const chat = world.chats.get(id)
  return chat?.kind === 'user' || chat?.botJoined ? chat : undefined
}

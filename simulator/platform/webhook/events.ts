import type { Chat, Person } from '../../contract'
import type { World } from '../world/world'
import { randomUUID } from 'node:crypto'
import { monotonicFactory } from 'ulid'

/** A webhook event as LINE sends it. Source: LINE's webhook OpenAPI definition, `Event`. */
export interface WebhookEvent {
  type: string
  timestamp: number
  mode: 'active' | 'standby'
  webhookEventId: string
  deliveryContext: { isRedelivery: boolean }
  source?: Source
  replyToken?: string
  [field: string]: unknown
}

export type Source = { type: 'user', userId: string } | { type: 'group', groupId: string, userId?: string }

/** A reply token lives one minute; that of a redelivered event until 20 minutes after the event. Source: "Send reply message". */
export const REPLY_TOKEN_LIFE = { first: 60_000, redelivered: 20 * 60_000 }

const nextUlid = monotonicFactory(Math.random)

/** Who did it and where; in a group `person` may be left out. */
function sourceOf(chat: Chat, person?: Person): Source {
  if (chat.kind === 'user') return { type: 'user', userId: chat.id }
  return { type: 'group', groupId: chat.id, ...(person && { userId: person.id }) }
}

/** Makes an event and keeps it for redelivery; with a reply token unless `silent`. */
export function newEvent(world: World, chat: Chat, type: string, fields: Record<string, unknown>, options: { by?: Person, silent?: boolean } = {}): WebhookEvent {
  const timestamp = world.now()
  const event: WebhookEvent = {
    type,
    ...fields,
    webhookEventId: nextUlid(timestamp),
    deliveryContext: { isRedelivery: false },
    timestamp,
    source: sourceOf(chat, options.by),
    mode: 'active',
  }
  if (!options.silent) {
    event.replyToken = randomUUID().replaceAll('-', '')
    world.replyTokens.set(event.replyToken, { chatId: chat.id, until: timestamp + REPLY_TOKEN_LIFE.first, used: false })
  }
  world.events.set(event.webhookEventId, event)
  return event
}

/** The same event as a redelivery; its reply token lives longer from now on. */
export function redelivered(world: World, event: WebhookEvent): WebhookEvent {
  const token = event.replyToken && world.replyTokens.get(event.replyToken)
  if (token) token.until = event.timestamp + REPLY_TOKEN_LIFE.redelivered
  return { ...event, deliveryContext: { isRedelivery: true } }
}

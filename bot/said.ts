import type { webhook } from '@line/bot-sdk'

/** What a person said or did, free of LINE's event shapes. */
export type Said
  = | { kind: 'text', text: string, messageId: string, quotedMessageId?: string, toBot: boolean }
    | { kind: 'tap', data: string, picked?: string }
    | { kind: 'place', latitude: number, longitude: number, title?: string, messageId: string }
    | { kind: 'photo', messageId: string, sourceUrl?: string, lastOfSet: boolean }
    | { kind: 'other', what: string }
    | { kind: 'follow', again: boolean }
    | { kind: 'unfollow' }
    | { kind: 'unsend', messageId: string }
    | { kind: 'join' }
    | { kind: 'leave' }
    | { kind: 'nothing' }

/** One event as the conversation hears it. `group` is the group's or room's LINE id, null one-to-one. */
export interface Heard {
  said: Said
  group: string | null
}

/** What LINE sends, as far as it can be relied on: any part may be missing or something else. */
type Loose = Record<string, unknown>

/** Reads a LINE webhook event: the only place that knows LINE's event shapes. What is unknown becomes `nothing`. */
export function heard(event: webhook.Event): Heard {
  const source = part(event, 'source')
  return { said: readEvent(event as unknown as Loose), group: id(source.groupId) ?? id(source.roomId) ?? null }
}

function readEvent(event: Loose): Said {
  switch (event.type) {
    case 'message': return readMessage(part(event, 'message'))
    case 'postback': {
      const { data, params } = part(event, 'postback')
      const { datetime, date, time } = loose(params)
      const picked = text(datetime) ?? text(date) ?? text(time)
      return typeof data === 'string' ? { kind: 'tap', data, ...(picked ? { picked } : {}) } : nothing
    }
    case 'follow': return { kind: 'follow', again: part(event, 'follow').isUnblocked === true }
    case 'unfollow': return { kind: 'unfollow' }
    case 'unsend': {
      const messageId = id(part(event, 'unsend').messageId)
      return messageId ? { kind: 'unsend', messageId } : nothing
    }
    case 'join': return { kind: 'join' }
    case 'leave': return { kind: 'leave' }
    default: return nothing
  }
}

function readMessage(message: Loose): Said {
  const messageId = id(message.id)
  const other: Said = { kind: 'other', what: text(message.type)?.slice(0, 40) ?? 'unknown' }
  if (!messageId) return other
  switch (message.type) {
    case 'text': {
      const words = text(message.text)
      if (words === undefined) return other
      const named = ownNames(message)
      const quotedMessageId = id(message.quotedMessageId)
      return { kind: 'text', text: withoutMention(words, named), messageId, toBot: named.length > 0, ...(quotedMessageId ? { quotedMessageId } : {}) }
    }
    case 'location': {
      const { latitude, longitude } = message
      const title = text(message.title) || text(message.address)
      if (!within(latitude, 90) || !within(longitude, 180)) return other
      return { kind: 'place', latitude, longitude, messageId, ...(title ? { title } : {}) }
    }
    case 'image': {
      const { type, originalContentUrl } = part(message, 'contentProvider')
      const { index, total } = part(message, 'imageSet')
      const lastOfSet = typeof index !== 'number' || index === total
      const sourceUrl = type === 'external' ? text(originalContentUrl) : undefined
      return { kind: 'photo', messageId, lastOfSet, ...(sourceUrl ? { sourceUrl } : {}) }
    }
    default: return other
  }
}

/** Where in the text the bot is called by its name. */
function ownNames(message: Loose): Array<{ index: number, length: number }> {
  const { mentionees } = part(message, 'mention')
  return (Array.isArray(mentionees) ? mentionees.map(loose) : [])
    .filter(({ isSelf }) => isSelf === true)
    .map(({ index, length }) => ({ index: Number(index) || 0, length: Number(length) || 0 }))
}

/** The text without the words that call the bot by name. */
function withoutMention(words: string, named: Array<{ index: number, length: number }>): string {
  if (!named.length) return words
  return named.sort((a, b) => b.index - a.index).reduce((rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length), words).trim()
}

const nothing: Said = { kind: 'nothing' }
const loose = (value: unknown): Loose => typeof value === 'object' && value !== null ? value as Loose : {}
const part = (of: object, name: string): Loose => loose((of as Loose)[name])
const text = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined
const id = (value: unknown): string | undefined => typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined
const within = (value: unknown, most: number): value is number => typeof value === 'number' && Math.abs(value) <= most

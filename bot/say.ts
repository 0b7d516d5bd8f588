import type { messagingApi } from '@line/bot-sdk'
import type { Message } from './message'
import { clipped } from './text'

/** One thing said: a message, and what it speaks of (`report:<id>`, `workOrder:<id>`) so that quoting it asks about that. */
export interface Utterance {
  message: Message
  about?: string
  /** What a list shows: a waiting notice about one of these has nothing to add. */
  shows?: string[]
}

/** A quick reply under the last message. */
export type Choice
  = | { label: string, data: string, shown?: string }
    | { label: string, word: string }
    | { label: string, open: 'camera' | 'cameraRoll' | 'location' }
    | { label: string, copy: string }
    | { label: string, url: string }
    | { label: string, pick: string, mode: 'datetime' | 'date', min?: string, max?: string, initial?: string }

/** What a dialogue says: utterances in order, and choices that stand under the last one. */
export interface Saying {
  say: Utterance[]
  choices?: Choice[]
}

/** LINE's limits for quick replies. */
export const mostChoices = 13
const labelLength = 20

/** A plain text message (at most 5,000 UTF-16 units; the rest is cut). */
export function text(words: string, about?: string): Utterance {
  const message: Message = { type: 'text', text: words.length > 5000 ? `${words.slice(0, 4999)}…` : words }
  return about ? { message, about } : { message }
}

/** Puts choices under the last message as quick replies; a choice past the thirteenth is left out. */
export function withChoices(said: Utterance[], choices: Choice[]): Utterance[] {
  const last = said.at(-1)
  if (!last || choices.length === 0) return said
  const items = choices.slice(0, mostChoices).map(choice => ({ type: 'action' as const, action: action(choice, labelLength) }))
  return [...said.slice(0, -1), { ...last, message: { ...last.message, quickReply: { items } } }]
}

/** A choice as LINE's action object; labels are cut to `most` characters as people count them. */
export function action(choice: Choice, most: number): messagingApi.Action {
  const label = clipped(choice.label, most)
  if ('data' in choice) return { type: 'postback', label, data: choice.data, displayText: choice.shown ?? choice.label }
  if ('word' in choice) return { type: 'message', label, text: choice.word }
  if ('open' in choice) return { type: choice.open, label }
  if ('copy' in choice) return { type: 'clipboard', label, clipboardText: choice.copy }
  if ('url' in choice) return { type: 'uri', label, uri: choice.url }
  const { mode, min, max, initial } = choice
  return { type: 'datetimepicker', label, data: choice.pick, mode, ...(min && { min }), ...(max && { max }), ...(initial && { initial }) }
}

import type { webhook } from '@line/bot-sdk'
import type { Lane, Turn } from '../../bot/lane'
import type { Context, Conversation } from '../../server/line/conversation'

/** A conversation that says what it was told; enough to see what the transport does. */
export const echo: Conversation = {
  hear: async (_ctx, lane, event) => says(lane, textOf(event)),
  putIntoWords: async (_ctx, notice) => ({ messages: [{ type: 'text', text: String((notice.data as { text?: string }).text) }], about: [`notice:${notice.id}`] }),
  sorry: language => ({ type: 'text', text: language === 'TH' ? 'ขออภัย' : 'sorry' }),
  busy: language => ({ type: 'text', text: language === 'TH' ? 'รอสักครู่' : 'busy' }),
}

/** The same with another way of hearing. */
export const hearing = (hear: (ctx: Context, lane: Lane, event: webhook.Event) => Promise<Turn>): Conversation => ({ ...echo, hear })

/** A turn that says one text (nothing when undefined) and changes nothing. */
export function says(lane: Lane, text: string | undefined, about = ''): Turn {
  return { messages: text ? [{ type: 'text', text }] : [], about: [about], person: lane.person, drafts: lane.drafts, delivered: [] }
}

export function textOf(event: webhook.Event): string | undefined {
  const { message } = event as webhook.MessageEvent
  return message?.type === 'text' ? (message as webhook.TextMessageContent).text : undefined
}

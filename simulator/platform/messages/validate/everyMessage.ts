import type { Rule } from './rule'
import { action } from './action'
import { list, need, object, oneOf, wrong } from './rule'
import { mediaUrl, text } from './text'

const RESERVED = /\bline\b/i

const senderName: Rule = (value, at, scope) => {
  text(20)(value, at, scope)
  if (typeof value === 'string' && RESERVED.test(value)) wrong(scope, at, 'Must not contain a reserved word')
}

/** What every message may carry. */
export const COMMON: Record<string, Rule> = {
  type: () => {},
  quickReply: object({
    items: need(list(object({ type: need(oneOf('action')), imageUrl: mediaUrl, action: need(action('quickReply')) }), 1, 13)),
  }),
  sender: object({ name: senderName, iconUrl: mediaUrl }),
}

/** A token of a message in the same chat. */
export const quoteToken: Rule = (value, at, scope) => {
  if (typeof value !== 'string' || !scope.canQuote(value)) wrong(scope, at, 'The quote token is invalid')
}

/** Shown where a message cannot be: 1 to 1,500 UTF-16 units. */
export const altText = need(text(1_500))

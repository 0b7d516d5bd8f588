import type { Json } from '../../http'
import type { Scope } from './rule'
import { isJson } from '../../http'
import { COMMON, quoteToken } from './everyMessage'
import { below, byType, list, need, object, whole, wrong } from './rule'
import { text } from './text'

const ESCAPED = /\{\{|\}\}/g
const PLACE = /\{([^{}]*)\}/g
const BRACKET = /[{}]/
const KEY = /^\w{1,20}$/

const emojis = list(object({ index: need(whole(0)), productId: need(text(100)), emojiId: need(text(100)) }), 0, 20)

/** A text message; LINE emoji stand where its text has `$`. */
export const textMessage = object({ ...COMMON, text: need(text(5_000)), emojis, quoteToken }, (value, at, scope) => {
  for (const [index, emoji] of (Array.isArray(value.emojis) ? value.emojis : []).entries()) {
    if (isJson(emoji) && String(value.text)[Number(emoji.index)] !== '$') wrong(scope, `${below(at, 'emojis', scope)}[${index}].index`, 'Must be the index of a $ in the text')
  }
})

const substitute = byType({
  emoji: object({ type: () => {}, productId: need(text(100)), emojiId: need(text(100)) }),
  mention: object({
    type: () => {},
    mentionee: need(byType({ user: object({ type: () => {}, userId: need(text(33)) }), all: object({ type: () => {} }) })),
  }),
})

/** A text message with `{key}` places for mentions and emoji. Source: "Text message (v2)". */
export const textV2Message = object({ ...COMMON, text: need(text(5_000)), quoteToken, substitution: () => {} }, (value, at, scope) => {
  const substitution = isJson(value.substitution) ? value.substitution : {}
  if (Object.keys(substitution).length > 100) wrong(scope, below(at, 'substitution', scope), 'Size must be between 0 and 100')
  for (const [key, given] of Object.entries(substitution)) substitute(given, `${below(at, 'substitution', scope)}.${key}`, scope)
  places(value, at, scope, substitution)
  mentions(substitution, below(at, 'substitution', scope), scope)
})

function places(value: Json, at: string, scope: Scope, substitution: Json): void {
  const bare = String(value.text).replace(ESCAPED, '')
  const found = Array.from(bare.matchAll(PLACE), ([, key]) => key!)
  const property = below(at, 'text', scope)
  for (const key of found) {
    if (!KEY.test(key)) wrong(scope, property, `The key '${key}' enclosed in '{}' does not match the pattern '^[a-zA-Z0-9_]{1,20}$'.`)
    else if (!Object.hasOwn(substitution, key)) wrong(scope, property, `The key '${key}' enclosed in '{}' is not in the substitution`)
  }
  if (BRACKET.test(bare.replace(PLACE, ''))) wrong(scope, property, 'Curly brackets must be used in pairs')
  for (const type of ['mention', 'emoji']) {
    if (found.filter(key => isJson(substitution[key]) && substitution[key].type === type).length > 20) wrong(scope, property, `There can be at most 20 of type ${type}`)
  }
}

function mentions(substitution: Json, at: string, scope: Scope): void {
  for (const [key, given] of Object.entries(substitution)) {
    if (!isJson(given) || given.type !== 'mention' || scope.to === 'unknown') continue
    const who = isJson(given.mentionee) ? given.mentionee : {}
    if (scope.to === 'many' || scope.to.kind === 'user') wrong(scope, `${at}.${key}`, 'A mention can only be sent to a group')
    else if (who.type === 'user' && !scope.to.members.includes(String(who.userId))) wrong(scope, `${at}.${key}.mentionee.userId`, 'The user is not a member of the group')
  }
}

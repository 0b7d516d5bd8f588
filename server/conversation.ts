import type { Conversation } from './line/conversation'
import { hear } from '../bot/conversation'
import { localeOf } from '../bot/locale'
import { putIntoWords } from '../bot/notices'

/** The product's own conversation. */
export const conversation: Conversation = {
  hear,
  putIntoWords,
  sorry: language => ({ type: 'text', text: localeOf(language).manners.sorry }),
  busy: language => ({ type: 'text', text: localeOf(language).manners.busy }),
}

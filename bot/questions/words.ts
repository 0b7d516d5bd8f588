import type { Question } from '../dialogue'
import type { Locale } from '../locale'
import * as z from 'zod'
import { text } from '../say'

/** Free words, and the LINE message that said them: when it is taken back, so are they. */
export const wordsSchema = z.object({ text: z.string(), messageId: z.string() })
export type Words = z.infer<typeof wordsSchema>

interface Settings<A> {
  key: string
  label: (t: Locale) => string
  ask: (t: Locale, answers: Partial<A>) => string
  /** Most characters (UTF-16 units). */
  most: number
  when?: (answers: Partial<A>) => boolean
  optional?: true
  /** Texts that are often meant: one tap says them. */
  suggestions?: (t: Locale) => string[]
}

/** Asks for free text of 1 to `most` characters. */
export function freeWords<A = any>({ key, label, ask, most, when, optional, suggestions }: Settings<A>): Question<Words, A> {
  return {
    schema: wordsSchema,
    label,
    ...(when && { when }),
    ...(optional && { optional }),
    ask: (talk, answers) => ({ say: [text(ask(talk.t, answers))], choices: suggestions?.(talk.t).map(word => ({ label: word, word })) ?? [] }),
    read: (said, talk) => {
      if (said.kind !== 'text' || said.text.trim() === '') return null
      const words = said.text.trim()
      if (words.length > most) return { misread: talk.t.manners.tooLong(most) }
      return { answers: { [key]: { text: words, messageId: said.messageId } } }
    },
    show: value => value.text,
  }
}

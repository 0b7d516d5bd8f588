import type { Question, Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Choice } from '../say'
import * as z from 'zod'
import { text } from '../say'
import { answerTap } from '../tap'
import { folded } from '../text'

/** One thing to choose, with its name in the reader's language. */
export interface Option { value: string, label: string, also?: string[] }

interface Settings<A> {
  key: string
  label: (t: Locale) => string
  ask: (t: Locale, answers: Partial<A>) => string
  options: (talk: Talk, answers: Partial<A>) => Option[] | Promise<Option[]>
  when?: (answers: Partial<A>) => boolean
  optional?: true
  known?: Question<string, A>['known']
}

/** Asks to choose one of some options (at most 11): by tapping, or by typing its name. */
export function choice<V extends string, A = any>(settings: Settings<A>, schema: z.ZodType<V> = z.string() as unknown as z.ZodType<V>): Question<V, A> {
  const { key, label, ask, options, when, optional, known } = settings
  return {
    schema,
    label,
    ...(when && { when }),
    ...(optional && { optional }),
    ...(known && { known: known as Question<V, A>['known'] }),
    ask: async (talk, answers) => ({
      say: [text(ask(talk.t, answers))],
      choices: (await options(talk, answers)).map((o): Choice => ({ label: o.label, data: answerTap(talk.token, { [key]: o.value }) })),
    }),
    read: async (said, talk, answers) => {
      if (said.kind !== 'text') return null
      const words = folded(said.text)
      const found = (await options(talk, answers)).find(o => [o.label, o.value, ...(o.also ?? [])].some(name => folded(name) === words))
      return found ? { answers: { [key]: found.value } } : null
    },
    show: async (value, talk) => (await options(talk, {})).find(o => o.value === value)?.label ?? value,
  }
}

import type { Language } from '../../domain/enums'
import * as z from 'zod'
import { Language as languages } from '../../domain/enums'
import { setLanguage } from '../../domain/people/commands'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { localeOf } from '../locale'
import { choice } from '../questions/choice'
import { text } from '../say'

/** ภาษา: the person's language, kept with the account. */
export const language = dialogue<{ language: Language }>({
  name: 'language',
  word: t => t.menu.language,
  title: t => t.menu.language,
  help: t => t.manners.helpLanguage,
  passing: true,
  questions: {
    language: choice({
      key: 'language',
      label: t => t.menu.language,
      ask: t => t.manners.languageAsk,
      options: ({ t }) => [
        { value: 'TH', label: t.manners.thai, also: ['ไทย', 'ภาษาไทย', 'thai'] },
        { value: 'EN', label: t.manners.english, also: ['อังกฤษ', 'ภาษาอังกฤษ', 'english'] },
      ],
    }, z.enum(languages)),
  },
  finish: async ({ language }, talk) => {
    await setLanguage(talk.act, language)
    const person = { ...talk.person, language }
    const t = localeOf(language)
    return { person, saying: { say: [text(t.manners.languageSet)], choices: mainChoices({ ...talk, t }) } }
  },
})

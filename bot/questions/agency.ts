import type { AgencyChoice } from '../../domain/people/queries'
import type { Question, Talk } from '../dialogue'
import type { Choice } from '../say'
import * as z from 'zod'
import { agencyIn, shortAgency } from '../../domain/labels/agency'
import { agencyById } from '../../domain/people/queries'
import { text } from '../say'
import { answerTap } from '../tap'

/** LINE shows at most 13 quick replies, two of them are back and cancel. */
const mostShown = 10

interface Settings<A> {
  key: string
  when?: (answers: Partial<A>) => boolean
  /** Agencies to choose from whose name is like what was typed, best first; all when nothing was. */
  find: (talk: Talk, answers: Partial<A>, typed: string, limit: number) => Promise<AgencyChoice[]>
}

/** Which agency: part of its name is typed, then one of those that fit is tapped; where there are few, none is typed. */
export function whichAgency<A>({ key, when, find }: Settings<A>): Question<string, A> {
  const listed = (first: string, agencies: AgencyChoice[], { token, person: { language } }: Talk) => ({
    say: [text([first, ...agencies.map(agency => `• ${agencyIn(agency, language)}`)].join('\n'))],
    choices: agencies.map((agency): Choice => ({ label: shortAgency(agency, language), data: answerTap(token, { [key]: agency.id }), shown: agencyIn(agency, language)! })),
  })
  return {
    schema: z.uuid(),
    ...(when && { when }),
    label: t => t.people.agency,
    ask: async (talk, answers) => {
      const all = await find(talk, answers, '', mostShown + 1)
      return all.length > mostShown ? { say: [text(talk.t.people.askAgency)] } : listed(talk.t.people.whichAgency, all, talk)
    },
    read: async (said, talk, answers) => {
      if (said.kind !== 'text') return null
      const typed = said.text.trim()
      const found = typed.length > 200 ? [] : await find(talk, answers, typed, mostShown)
      if (found.length === 0) return { misread: talk.t.people.noAgency }
      if (found.length === 1 || found[0]!.name === typed) return { answers: { [key]: found[0]!.id } }
      return { saying: listed(talk.t.people.whichAgency, found, talk) }
    },
    show: async (id, talk) => agencyIn(await agencyById(talk.act, id), talk.person.language) ?? '',
  }
}

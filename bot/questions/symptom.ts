import type { Question, Talk } from '../dialogue'
import * as z from 'zod'
import { Symptom } from '../../domain/enums'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { text } from '../say'
import { readSymptom } from '../sentence'
import { answerTap } from '../tap'

/** What is wrong: the nine symptoms as quick replies, or in the person's own words. */
export function symptomQuestion<A>(asks: (talk: Talk, answers: Partial<A>) => Promise<string>): Question<Symptom, A> {
  return {
    schema: z.enum(Symptom),
    label: t => t.report.symptom,
    ask: async (talk, answers) => ({
      say: [text(await asks(talk, answers))],
      choices: Object.values(Symptom).map(s => ({ label: inLanguage(symptomLabels[s], talk.person.language), data: answerTap(talk.token, { symptom: s }) })),
    }),
    read: (said) => {
      const symptom = said.kind === 'text' ? readSymptom(said.text) : null
      return symptom ? { answers: { symptom } } : null
    },
    show: (value, talk) => inLanguage(symptomLabels[value], talk.person.language),
  }
}

import type { ProblemTopic } from '../../domain/enums'
import type { ProblemView } from '../../domain/survey/problems'
import type { Ending, Talk } from '../dialogue'
import type { Words } from '../questions/words'
import * as z from 'zod'
import * as enums from '../../domain/enums'
import { readTrackingNumber } from '../../domain/faults/number'
import { topicLabels } from '../../domain/labels/survey'
import { problem as readOne, problems as readProblems, withdrawProblem as setWithdrawn, tellProblem } from '../../domain/survey/problems'
import { mayReadSurvey, maySurvey } from '../../domain/survey/rules'
import { mostWords } from '../../domain/survey/schema'
import { cardMessage, carousel } from '../cards/card'
import { problemCard } from '../cards/survey'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { named } from '../questions/named'
import { ownAgency } from '../questions/ownAgency'
import { freeWords } from '../questions/words'
import { text } from '../say'
import { startTap } from '../tap'

/** ปัญหาและข้อเสนอแนะ: stored at the last answer, can be withdrawn. */
export const problem = dialogue<{ topic: ProblemTopic, text: Words, suggestion: Words | null, agency: string }>({
  name: 'problem',
  word: t => t.menu.problem,
  title: t => t.menu.problem,
  help: t => t.survey.helpProblem,
  may: maySurvey,
  questions: {
    topic: choice({ key: 'topic', label: t => t.survey.topic, ask: t => t.survey.askTopic, options: named(topicLabels) }, z.enum(enums.ProblemTopic)),
    text: freeWords({ key: 'text', label: t => t.survey.problem, ask: t => t.survey.askProblem, most: mostWords }),
    suggestion: freeWords({ key: 'suggestion', label: t => t.survey.suggestion, ask: t => t.survey.askSuggestion, most: mostWords, optional: true }),
    agency: ownAgency,
  },
  finish: async ({ agency, topic, text: words, suggestion }, talk) => {
    const view = await tellProblem(talk.act, { agencyId: agency, topic, text: words, suggestion: suggestion ?? null })
    return { saying: { say: [text(talk.t.survey.told(view.number)), card(view, talk)], choices: mainChoices(talk) } }
  },
})

/** ปัญหาที่แจ้งไว้: those of one's agency (a secretary's province), ten at a time; one of them by its card, its number, or by quoting it. */
export const problems = dialogue<{ page?: number, id?: string, number?: string }>({
  name: 'problems',
  word: t => t.menu.problems,
  title: t => t.menu.problems,
  help: t => t.survey.helpProblems,
  may: mayReadSurvey,
  questions: { page: carried(z.int().min(1), 'may'), id: carried(z.uuid(), 'may'), number: carried(z.string().max(20), 'may') },
  hears: (words) => {
    const number = words.length <= 60 ? readTrackingNumber(words) : null
    return number?.startsWith('S') ? { number } : null
  },
  finish: async ({ page, id, number }, talk) => {
    if (id || number) return one(await readOne(talk.act, number ? { number } : { id: id! }), talk)
    const { t: { survey, manners } } = talk
    const list = await readProblems(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(maySurvey(talk.person) ? survey.noProblems : survey.noneTold)], choices: mainChoices(talk) } }
    const words = survey.problemList(list.total) + (list.pages > 1 ? ` ${survey.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('problems', { page: list.page + 1 }) }] : []
    return { saying: { say: [text(words), carousel(words, list.items.map(item => problemCard(item, talk, 'kilo')))], choices: [...more, ...mainChoices(talk)] } }
  },
})

const card = (view: ProblemView, talk: Talk) => cardMessage(`${view.number} ${view.text}`, problemCard(view, talk, 'mega'), `problem:${view.id}`)

const one = (view: ProblemView, talk: Talk): Ending => ({ saying: { say: [card(view, talk)], choices: mainChoices(talk) } })

/** ถอนเรื่องนี้: at once, and it can be told again. */
export const withdrawProblem = dialogue<{ id: string }>({
  name: 'withdrawProblem',
  title: t => t.survey.undo,
  may: mayReadSurvey,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => {
    const { number } = await setWithdrawn(talk.act, { id }, true)
    const again = { label: talk.t.survey.tellAgain, data: startTap('restoreProblem', { id }), shown: `${talk.t.survey.tellAgain} ${number}` }
    return { saying: { say: [text(talk.t.survey.wasWithdrawn(number))], choices: [again, ...mainChoices(talk)] } }
  },
})

/** แจ้งอีกครั้ง: takes the withdrawal back. */
export const restoreProblem = dialogue<{ id: string }>({
  name: 'restoreProblem',
  title: t => t.survey.tellAgain,
  may: mayReadSurvey,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => {
    const view = await setWithdrawn(talk.act, { id }, false)
    return { saying: { say: [text(talk.t.survey.restored(view.number)), card(view, talk)], choices: mainChoices(talk) } }
  },
})

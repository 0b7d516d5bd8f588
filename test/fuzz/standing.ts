import type { Answers } from '../../bot/dialogue'
import { openQuestion, withAnswers } from '../../bot/dialogue'
import { dialogues } from '../../bot/dialogues'
import { unlisted } from '../../bot/questions/camera'

/** Where somebody can stand: a question that is asked, and answers after which it is. */
export interface Standing { dialogue: string, question: string, answers: Answers }

/** Answers that lead to questions which are asked only then. */
const turns: Answers[] = [{}, { camera: unlisted }, { approve: 'no' }, { verdict: 'STILL_BROKEN' }, { verdict: 'FIXED' }, { role: 'OFFICIAL' }, { what: 'none' }, { got: 'NOTHING' }, { near: true }]

/** Every question of every dialogue that is ever asked, by name. */
export function everyQuestion(): Array<{ dialogue: string, question: string }> {
  return Object.values(dialogues).flatMap(({ name, questions }) => Object.entries(questions)
    .filter(([, { when }]) => !when || turns.some(turn => when(turn)))
    .map(([question]) => ({ dialogue: name, question })))
}

/** A way to stand before this question, with answers taken from `own`; null when there is none. */
export function standing(dialogue: string, question: string, own: Answers): Standing | null {
  const of = dialogues[dialogue]!
  const keys = Object.keys(of.questions)
  for (const turn of turns) {
    const answers = keys.slice(0, keys.indexOf(question)).reduce<Answers>((so, key) => {
      const value = turn[key] ?? own[key]
      return value === undefined ? so : withAnswers(of, so, { [key]: value }) ?? so
    }, {})
    if (openQuestion(of, answers) === question) return { dialogue, question, answers }
  }
  return null
}

import type { Dialogue } from './dialogue'
import type { DraftState } from './lane'
import type { Said } from './said'
import type { Saying } from './say'
import type { Session } from './session'
import { attempt } from '../domain/attempt'
import { Refusal } from '../domain/refusal'
import { applying, backed, openQuestion, withAnswers, without } from './dialogue'
import { dialogues } from './dialogues'
import { text } from './say'
import { put, talkOf } from './session'
import { words } from './start'
import { asking, finishing, proceed, withControls } from './step'
import { editTap } from './tap'

/** Reads what was said as the answer to the open question; null when it is none. */
export async function read(session: Session, draft: DraftState, said: Said): Promise<Saying | null> {
  const of = dialogues[draft.dialogue]!
  const key = openQuestion(of, draft.answers)
  if (!key) return null
  const question = of.questions[key]!
  const reading = question.acts
    ? await attempt(session.ctx.db, async () => question.read(said, talkOf(session), draft.answers))
    : await question.read(said, talkOf(session), draft.answers)
  if (!reading) return null
  if (reading instanceof Refusal) return repeat(session, draft, reading.say(session.person.language))
  if ('saying' in reading) {
    return withControls(session, put(session, { ...draft, misses: 0, aside: null }), reading.saying)
  }
  if ('misread' in reading) return missed(session, draft, reading.misread)
  const answers = withAnswers(of, draft.answers, reading.answers)
  return answers ? proceed(session, put(session, { ...draft, answers, misses: 0, aside: null })) : null
}

/** What was not understood: the question again in other words; after the second time a way out. */
export async function missed(session: Session, draft: DraftState, why?: string): Promise<Saying> {
  const { t } = talkOf(session)
  const again = await asking(session, put(session, { ...draft, misses: draft.misses + 1, aside: null }))
  const hint = draft.misses > 0 ? `${why ?? t.manners.again}\n${t.manners.wayOut}` : why ?? t.manners.again
  const help = draft.misses > 0 ? words(t.menu.help) : []
  return { say: [text(hint), ...again.say], choices: [...again.choices ?? [], ...help] }
}

/** Answers given by a button of this draft. */
export async function tapped(session: Session, draft: DraftState, given: Record<string, unknown>): Promise<Saying> {
  const answers = withAnswers(dialogues[draft.dialogue]!, draft.answers, given)
  if (!answers) return missed(session, draft)
  return proceed(session, put(session, { ...draft, answers, misses: 0, aside: null }))
}

/** Back, skip, confirm, edit: the words that work in every dialogue. Null when `word` is none of them. */
export async function controlled(session: Session, draft: DraftState, word: Control): Promise<Saying> {
  const of = dialogues[draft.dialogue]!
  const { t } = talkOf(session)
  if (word === 'back') {
    const answers = backed(of, draft.answers)
    if (!answers) return repeat(session, draft, t.manners.nothingBefore)
    return asking(session, put(session, { ...draft, answers, misses: 0, aside: null }))
  }
  const key = openQuestion(of, draft.answers)
  if (word === 'skip') {
    if (!key || !of.questions[key]!.optional) return repeat(session, draft, t.manners.cannotSkip)
    return proceed(session, put(session, { ...draft, answers: { ...draft.answers, [key]: null }, misses: 0, aside: null }))
  }
  if (word === 'confirm') return key || !of.card ? repeat(session, draft, t.manners.again) : finishing(session, draft)
  return editWhich(session, draft, of)
}

export type Control = 'back' | 'skip' | 'confirm' | 'edit'

function editWhich(session: Session, draft: DraftState, of: Dialogue): Saying {
  const { t } = talkOf(session)
  const keys = Object.keys(of.questions).filter(key => key in draft.answers && (of.questions[key]!.when?.(draft.answers) ?? true))
  if (keys.length === 0) return { say: [text(t.manners.nothingToEdit)], choices: words(t.menu.cancel) }
  const choices = keys.map(key => ({ label: of.questions[key]!.label(t), data: editTap(draft.token, key) }))
  return { say: [text(t.manners.editWhich)], choices: [...choices, ...words(t.menu.cancel)] }
}

/** Asks one answered question again; the others stay. */
export async function edit(session: Session, draft: DraftState, key: string): Promise<Saying> {
  if (!applying(dialogues[draft.dialogue]!, draft.answers).includes(key)) return repeat(session, draft, talkOf(session).t.manners.deadButton)
  return asking(session, put(session, { ...draft, answers: without(draft.answers, key), misses: 0, aside: null }))
}

/** Says something, then the present step again. */
export async function repeat(session: Session, draft: DraftState, first: string): Promise<Saying> {
  const again = await asking(session, put(session, { ...draft, aside: null }))
  return { ...again, say: [text(first), ...again.say] }
}

import type { Answers, Dialogue } from './dialogue'
import type { DraftState } from './lane'
import type { Choice, Saying } from './say'
import type { Aside, Session } from './session'
import { Refusal } from '../domain/refusal'
import { hasNeeded, openQuestion, stillFitting, withAnswers } from './dialogue'
import { dialogues } from './dialogues'
import { text } from './say'
import { begin, drop, keptDraft, openDraft, put, talkOf } from './session'
import { asking, atOnce, losesNothing, proceed, setAside, withResume } from './step'

/**
 * Starts a dialogue, unless another one is open (asks whether to leave it) or the same one was left half-done
 * (asks whether to go on with it). One that needs no question is done at once and leaves the open one alone.
 */
export async function start(session: Session, name: string, given: Answers = {}): Promise<Saying> {
  const { t } = talkOf(session)
  const of = Object.hasOwn(dialogues, name) ? dialogues[name]! : undefined
  if (!of || of.follows) return { say: [text(t.manners.deadButton)] }
  if (session.group && !of.inGroups) return { say: [text(t.manners.privately)] }
  if (of.may && !of.may(session.person)) return { say: [text(new Refusal('notAllowed').say(session.person.language))] }
  const answers = withAnswers(of, {}, given)
  if (!answers || !hasNeeded(of, answers)) return { say: [text(t.manners.deadButton)] }
  const instead = await of.instead?.(answers, talkOf(session))
  if (instead) return withReminder(session, instead)
  if (!openQuestion(of, answers) && !of.card) return withReminder(session, await atOnce(session, of, answers))
  const open = openDraft(session)
  const further = session.drafts.find(draft => dialogues[draft.dialogue]?.begunBy === name)
  if (further) return further === open ? asking(session, open) : askToResume(session, dialogues[further.dialogue]!)
  if (open && open.dialogue !== name && !losesNothing(open)) return askToLeave(session, open, of, given)
  setAside(session)
  if (keptDraft(session, name) && Object.keys(given).length === 0) return askToResume(session, of)
  return proceed(session, begin(session, of, answers))
}

/** After something done in between: the open question again, so that nobody loses the thread. */
async function withReminder(session: Session, saying: Saying): Promise<Saying> {
  const open = openDraft(session)
  if (!open || dialogues[open.dialogue]?.passing || saying.choices?.length) return saying
  const again = await asking(session, open)
  return saying.say.length + again.say.length <= 5 ? { say: [...saying.say, ...again.say], choices: again.choices } : saying
}

function askToLeave(session: Session, open: DraftState, to: Dialogue, answers: Answers): Saying {
  const { t } = talkOf(session)
  const aside: Aside = { kind: 'leave', dialogue: to.name, answers }
  put(session, { ...open, aside })
  const from = dialogues[open.dialogue]!.title(t)
  return { say: [text(t.manners.leave(from, to.title(t)))], choices: words(t.menu.leave, t.menu.goOn) }
}

/** Leaves the open draft (it is kept) for the dialogue that was asked for. */
export async function leaveFor(session: Session, aside: Aside & { kind: 'leave' }): Promise<Saying> {
  setAside(session)
  return start(session, aside.dialogue, aside.answers)
}

function askToResume(session: Session, of: Dialogue): Saying {
  const { t } = talkOf(session)
  const kept = keptDraft(session, of.name)!
  const aside: Aside = { kind: 'resume' }
  put(session, { ...kept, state: 'OPEN', aside })
  return { say: [text(t.manners.resume(of.title(t)))], choices: words(t.menu.goOn, t.menu.startAgain) }
}

/** Takes a kept draft up where it stood; answers that no longer fit are asked again. */
export async function resume(session: Session, name: string): Promise<Saying> {
  const kept = keptDraft(session, name)
  const of = dialogues[name]
  if (!kept || !of) return { say: [text(talkOf(session).t.manners.deadButton)] }
  const answers = stillFitting(of, kept.answers)
  if (!hasNeeded(of, answers)) {
    drop(session, name)
    return { say: [text(talkOf(session).t.manners.deadButton)] }
  }
  const instead = await of.instead?.(answers, talkOf(session))
  if (instead) {
    drop(session, name)
    return withReminder(session, instead)
  }
  setAside(session)
  return proceed(session, put(session, { ...kept, state: 'OPEN', aside: null, misses: 0, answers }))
}

/** Ends the open dialogue without doing it. */
export function cancel(session: Session): Saying {
  const { t } = talkOf(session)
  const open = openDraft(session)
  if (!open) return withResume(session, { say: [text(t.manners.nothingToCancel)] })
  drop(session, open.dialogue)
  return withResume(session, { say: [text(t.manners.cancelled(dialogues[open.dialogue]?.title(t) ?? ''))] })
}

/** Choices that are simply words. */
export const words = (...labels: string[]): Choice[] => labels.map(label => ({ label, word: label }))

import type { Answers, Dialogue, Ending } from './dialogue'
import type { DraftState } from './lane'
import type { Choice, Saying, Utterance } from './say'
import type { Session } from './session'
import { attempt } from '../domain/attempt'
import { Refusal } from '../domain/refusal'
import { applying, backed, openQuestion, progress } from './dialogue'
import { dialogues } from './dialogues'
import { mostChoices, text } from './say'
import { begin, drop, openDraft, put, talkOf } from './session'
import { resumeTap } from './tap'

/** The present step of an open draft: its question, its card, or, when all is answered, what it does. */
export async function proceed(session: Session, draft: DraftState): Promise<Saying> {
  const of = dialogues[draft.dialogue]!
  const key = openQuestion(of, draft.answers)
  const known = key ? await of.questions[key]!.known?.(talkOf(session), draft.answers) : undefined
  if (key && known !== undefined) return proceed(session, put(session, { ...draft, answers: { ...draft.answers, [key]: known } }))
  if (key) return asking(session, draft)
  return of.card ? carding(session, draft) : finishing(session, draft)
}

/** Asks the open question, with its number and the words that always work. */
export async function asking(session: Session, draft: DraftState): Promise<Saying> {
  const of = dialogues[draft.dialogue]!
  const key = openQuestion(of, draft.answers)
  if (!key) return of.card ? carding(session, draft) : { say: [] }
  const asked = withControls(session, draft, await of.questions[key]!.ask(talkOf(session), draft.answers, draft.misses))
  return { ...asked, say: numbered(asked.say, progress(of, draft.answers)) }
}

/** Adds the words that always work while the open question stands: skip where it may be, back, cancel. */
export function withControls(session: Session, draft: DraftState, { say, choices = [] }: Saying): Saying {
  const of = dialogues[draft.dialogue]!
  const question = of.questions[openQuestion(of, draft.answers) ?? '']
  if (of.passing || !question || say.length === 0) return { say, choices }
  const { menu } = talkOf(session).t
  const controls: Choice[] = [
    ...(question.optional ? [{ label: menu.skip, word: menu.skip }] : []),
    ...(backed(of, draft.answers) ? [{ label: menu.back, word: menu.back }] : []),
    { label: menu.cancel, word: menu.cancel },
  ]
  return { say, choices: [...choices.slice(0, mostChoices - controls.length), ...controls] }
}

function numbered(said: Utterance[], number: string): Utterance[] {
  const at = said.findIndex(u => u.message.type === 'text')
  const found = said[at]
  if (!number || found?.message.type !== 'text') return said
  return said.with(at, { ...found, message: { ...found.message, text: `(${number}) ${found.message.text}` } })
}

async function carding(session: Session, draft: DraftState): Promise<Saying> {
  const talk = talkOf(session)
  const card = await dialogues[draft.dialogue]!.card!(draft.answers, talk)
  const { menu } = talk.t
  const words = [menu.confirm, menu.edit, menu.cancel].map(word => ({ label: word, word }))
  return { say: card.say, choices: [...words, ...(card.choices ?? [])] }
}

/** Does what the dialogue is for. A refusal is said, and the last answer asked again; nothing else is lost. */
export async function finishing(session: Session, draft: DraftState): Promise<Saying> {
  const of = dialogues[draft.dialogue]!
  const done = await attempt(session.ctx.db, async () => of.finish(draft.answers, talkOf(session)))
  if (done instanceof Refusal) return refused(session, of, draft, done)
  drop(session, of.name)
  return ended(session, done)
}

/** Says how a dialogue ended and goes on with the next one, if it names one. */
export async function ended(session: Session, ending: Ending): Promise<Saying> {
  if (ending.person) session.person = ending.person
  ending.closes?.forEach(name => drop(session, name))
  if (!ending.next) return withResume(session, ending.saying)
  setAside(session)
  const next = begin(session, dialogues[ending.next.dialogue]!, ending.next.answers)
  const gone = await proceed(session, next)
  return { say: [...ending.saying.say, ...gone.say], choices: gone.choices }
}

async function refused(session: Session, of: Dialogue, draft: DraftState, refusal: Refusal): Promise<Saying> {
  const instead = await of.instead?.(draft.answers, talkOf(session))
  if (instead) {
    drop(session, of.name)
    return withResume(session, instead)
  }
  const said = text(refusal.say(session.person.language))
  if (of.card) {
    const card = await carding(session, draft)
    return { ...card, say: [said, ...card.say] }
  }
  const answers = backed(of, draft.answers)
  if (!answers || !applying(of, answers).some(key => !(key in answers))) {
    drop(session, of.name)
    return withResume(session, { say: [said] })
  }
  const again = await asking(session, put(session, { ...draft, answers, misses: 0 }))
  return { ...again, say: [said, ...again.say] }
}

/** Runs a dialogue whose answers are all given, beside whatever draft is open. */
export async function atOnce(session: Session, of: Dialogue, answers: Answers): Promise<Saying> {
  const done = await attempt(session.ctx.db, async () => of.finish(answers, talkOf(session)))
  if (done instanceof Refusal) return await of.instead?.(answers, talkOf(session)) ?? { say: [text(done.say(session.person.language))] }
  return ended(session, done)
}

/** Makes room for another dialogue: what has answers is kept to be taken up again, the rest goes. */
export function setAside(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  if (losesNothing(open)) drop(session, open.dialogue)
  else put(session, { ...open, state: 'KEPT', aside: null, misses: 0 })
}

/** Whether nothing a person has said is lost when this draft is left. */
export function losesNothing(draft: DraftState): boolean {
  return Boolean(dialogues[draft.dialogue]?.passing) || Object.keys(draft.answers).length === 0
}

/** Offers what was left unfinished, where nothing is open. */
export function withResume(session: Session, saying: Saying): Saying {
  if (openDraft(session)) return saying
  const { manners } = talkOf(session).t
  const offers = session.drafts
    .filter(draft => draft.state === 'KEPT' && dialogues[draft.dialogue])
    .map(draft => ({ label: manners.resumeShort(dialogues[draft.dialogue]!.title(talkOf(session).t)), data: resumeTap(draft.dialogue) }))
  return { ...saying, choices: [...(saying.choices ?? []), ...offers] }
}

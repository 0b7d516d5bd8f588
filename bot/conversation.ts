import type { webhook } from '@line/bot-sdk'
import type { Answers } from './dialogue'
import type { DraftState, Lane, Turn } from './lane'
import type { Said } from './said'
import type { Choice, Saying, Utterance } from './say'
import type { Aside, Context, Session } from './session'
import { attempt } from '../domain/attempt'
import { takeChatPhoto } from '../domain/cameras/chatPhotos'
import { readTrackingNumber } from '../domain/faults/number'
import { Refusal } from '../domain/refusal'
import { controlled, edit, missed, read, repeat, tapped } from './answer'
import { dialogues } from './dialogues'
import { groupEvent } from './groups'
import { lifecycle } from './lifecycle'
import { misunderstood } from './misunderstood'
import { putIntoWords } from './notices'
import { quoted } from './quoted'
import { heard } from './said'
import { text, withChoices } from './say'
import { drop, openDraft, put, talkOf } from './session'
import { cancel, leaveFor, resume, start } from './start'
import { proceed, withResume } from './step'
import { readTap } from './tap'
import { wordIs } from './wordIs'
import { controlOf, dialogueOf } from './words'

/** LINE takes at most 5 messages in one reply. */
const mostMessages = 5

/** One event in, messages out. Commands run in the transaction of `ctx`; nothing is sent from here. */
export async function hear(ctx: Context, lane: Lane, event: webhook.Event): Promise<Turn> {
  const { said, group } = heard(event)
  const ofGroup = await groupEvent(ctx, said, group)
  if (ofGroup || !lane.person) return { ...spokenAs(ofGroup?.say ?? [], ofGroup?.choices), person: lane.person, drafts: lane.drafts, delivered: [] }
  const session: Session = { ctx, lane, group, person: lane.person, drafts: lane.drafts }
  const saying = await lifecycle(session, said) ?? await answered(session, said)
  const spoken = withChoices(saying.say.slice(0, mostMessages), saying.choices ?? [])
  const riding = group || spoken.length === 0 ? none : await ride(session, mostMessages - spoken.length, shownBy(spoken))
  return { ...spokenAs([...riding.say, ...spoken]), person: session.person, drafts: session.drafts, delivered: riding.delivered }
}

function spokenAs(said: Utterance[], choices: Choice[] = []) {
  const all = withChoices(said, choices)
  return { messages: all.map(u => u.message), about: all.map(u => u.about ?? '') }
}

const none: { say: Utterance[], delivered: string[] } = { say: [], delivered: [] }
const quiet: Saying = { say: [] }

/** What the reply speaks of and its lists show: a notice about the same would say it twice. */
const shownBy = (spoken: Utterance[]) => new Set(spoken.flatMap(({ about, shows = [] }) => about ? [about, ...shows] : shows))

/** Notices that waited for this person's next reply: they cost nothing here. */
async function ride(session: Session, room: number, shown: Set<string>) {
  const said: Utterance[] = []
  const delivered: string[] = []
  for (const notice of session.lane.notices) {
    const words = await putIntoWords(session.ctx, notice, { language: session.person.language, person: session.person })
    if (words?.about.some(about => shown.has(about))) {
      delivered.push(notice.id)
      continue
    }
    if (words && said.length + words.messages.length > room) break
    delivered.push(notice.id)
    words?.messages.forEach((message, i) => said.push({ message, about: words.about[i] ?? '' }))
  }
  return { say: said, delivered }
}

/** The answer; or, when what an open question is about has gone to somebody else meanwhile, that it has, and the question is over. */
async function answered(session: Session, said: Said): Promise<Saying> {
  const { person, drafts } = session
  const saying = await attempt(session.ctx.db, () => answer(session, said))
  if (!(saying instanceof Refusal)) return saying
  Object.assign(session, { person, drafts })
  const open = openDraft(session)
  if (open) drop(session, open.dialogue)
  const instead = open && await dialogues[open.dialogue]?.instead?.(open.answers, talkOf(session))
  return withResume(session, instead || { say: [text(saying.say(session.person.language))] })
}

async function answer(session: Session, said: Said): Promise<Saying> {
  expire(session)
  const open = openDraft(session)
  if (session.group && !spokenTo(session, said, open)) return quiet
  if (said.kind === 'tap') return onTap(session, said, open)
  if (said.kind === 'text') return onText(session, said, open)
  if (said.kind === 'nothing') return quiet
  const reply = open ? await read(session, open, said) : null
  if (reply) return reply
  if (open && (said.kind === 'other' || !dialogues[open.dialogue]!.passing)) return missed(session, open)
  if (said.kind === 'place') return start(session, 'report', { here: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId } })
  if (said.kind === 'photo') return (session.group ? null : await photoOfSurvey(session, said)) ?? start(session, 'report', { photo: { messageId: said.messageId, sourceUrl: said.sourceUrl ?? null } })
  return misunderstood(session)
}

/** A photo for a camera whose form waits for it; of a set the last one is answered. Null when no form waits. */
async function photoOfSurvey(session: Session, { messageId, sourceUrl, lastOfSet }: Said & { kind: 'photo' }): Promise<Saying | null> {
  const { act, t } = talkOf(session)
  const taken = await takeChatPhoto(act, { lineMessageId: messageId, sourceUrl })
  if (!taken) return null
  return lastOfSet ? { say: [text(t.survey.photoTaken(taken.code, taken.siteName, taken.photos))] } : quiet
}

/** In a group the bot answers only a button, its name, a menu word, a tracking number, its card quoted, or the answer to what it asked this person. */
function spokenTo(session: Session, said: Said, open: DraftState | undefined): boolean {
  if (said.kind === 'tap') return true
  if (said.kind === 'text') return said.toBot || Boolean(open) || Boolean(said.quotedMessageId) || Boolean(dialogueOf(said.text)) || readTrackingNumber(said.text) !== null
  return said.kind === 'photo' && Boolean(open)
}

/** A draft that nobody came back to is over, or waits to be offered again. */
function expire(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const of = dialogues[open.dialogue]
  if (!of) return drop(session, open.dialogue)
  const idle = session.ctx.now.getTime() - open.updatedAt.getTime()
  if (of.lapse !== undefined && idle > of.lapse) drop(session, open.dialogue)
}

async function onTap(session: Session, said: Said & { kind: 'tap' }, open: DraftState | undefined): Promise<Saying> {
  const { manners } = talkOf(session).t
  const tap = readTap(said.data)
  if (!tap) return open ? repeat(session, open, manners.deadButton) : misunderstood(session, manners.deadButton)
  if (tap.kind === 'start') return start(session, tap.dialogue, tap.answers)
  if (tap.kind === 'resume') return resume(session, tap.dialogue)
  if (!open || tap.token !== open.token) return open ? repeat(session, open, manners.oldButton) : misunderstood(session, manners.oldButton)
  if (tap.kind === 'answer') return tapped(session, open, tap.answers)
  if (tap.kind === 'edit') return edit(session, open, tap.question)
  return await read(session, open, said) ?? missed(session, open)
}

async function onText(session: Session, said: Said & { kind: 'text' }, open: DraftState | undefined): Promise<Saying> {
  const passing = open && dialogues[open.dialogue]?.passing
  if (wordIs('cancel', said.text) && !passing) return cancel(session)
  const aside = open?.aside as Aside | null
  if (open && aside) {
    const stepped = await onAside(session, open, aside, said.text)
    if (stepped) return stepped
  }
  const control = open && controlOf(said.text)
  if (open && control && !passing) return controlled(session, open, control)
  const asked = dialogueOf(said.text)
  if (asked) return start(session, asked)
  const quote = said.quotedMessageId ? await quoted(session, said.quotedMessageId, said.text) : null
  const reply = open ? await read(session, open, said) : null
  if (reply) return reply
  if (quote) return start(session, quote.dialogue, quote.answers)
  const found = await anybodyHears(session, said.text)
  if (found) return start(session, found.dialogue, found.answers)
  if (open) return missed(session, open)
  if (session.group && !said.toBot) return quiet
  return misunderstood(session)
}

/** A dialogue that understands the text by itself (a sentence about a camera, a tracking number, a code). */
async function anybodyHears(session: Session, text: string): Promise<{ dialogue: string, answers: Answers } | null> {
  for (const of of Object.values(dialogues)) {
    if (session.group && !of.inGroups) continue
    const answers = await of.hears?.(text, talkOf(session))
    if (answers) return { dialogue: of.name, answers }
  }
  return null
}

async function onAside(session: Session, open: DraftState, aside: Aside, text: string): Promise<Saying | null> {
  if (aside.kind === 'leave' && (wordIs('leave', text) || wordIs('yes', text))) return leaveFor(session, aside)
  if (wordIs('goOn', text) || (aside.kind === 'leave' && wordIs('no', text))) return proceed(session, put(session, { ...open, aside: null }))
  if (aside.kind === 'resume' && wordIs('startAgain', text)) {
    drop(session, open.dialogue)
    return start(session, dialogues[open.dialogue]?.begunBy ?? open.dialogue)
  }
  return null
}

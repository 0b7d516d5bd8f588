import type { z } from 'zod'
import type { Actor } from '../domain/act'
import type { OwnerAct } from '../domain/owners/contact'
import type { LanePerson } from './lane'
import type { Locale } from './locale'
import type { Links } from './message'
import type { Said } from './said'
import type { Saying } from './say'

/** Answers by question. `null` = skipped. */
export type Answers = Record<string, unknown>

/** What a dialogue knows of the moment: who speaks, in which language, and the open transaction to ask and act with. */
export interface Talk {
  act: OwnerAct
  person: LanePerson
  /** LINE id of the group this is said in; null one-to-one. */
  group: string | null
  t: Locale
  links: Links
  /** Token of the open draft: buttons that answer its questions carry it. */
  token: string
  /** The menu words this person may use here, in the order of the menu. */
  can: MenuWord[]
  /** The same once the person is as given. */
  canAs: (person: LanePerson) => MenuWord[]
}

/** A menu word and one line about it. */
export interface MenuWord { word: (t: Locale) => string, short: (t: Locale) => string, help: (t: Locale) => string }

/** How a question understood what was said: answers (to itself or to several), something to say first, or why not. */
export type Reading = { answers: Answers } | { saying: Saying } | { misread: string } | null

/** One question: asks, and reads one answer. `null` from `read` = not understood. */
export interface Question<V, A> {
  /** Shape of the stored answer; answers given by buttons are checked against it. */
  schema: z.ZodType<V>
  /** Whether it applies, given the answers so far. */
  when?: (answers: Partial<A>) => boolean
  /** May be skipped. */
  optional?: true
  /** Never asked: whoever starts the dialogue brings the answer, or it does not start. */
  needed?: true
  /** The answer when it needs no asking (the only province there is); undefined when it must be asked. */
  known?: (talk: Talk, answers: Partial<A>) => Promise<V | undefined>
  /** `read` acts at once: what it did is undone when it is refused. */
  acts?: true
  /** Name of the answer, on the card and in "which one to edit?". */
  label: (t: Locale) => string
  /** `misses`: how often in a row the answer was not understood. */
  ask: (talk: Talk, answers: Partial<A>, misses: number) => Saying | Promise<Saying>
  read: (said: Said, talk: Talk, answers: Partial<A>) => Reading | Promise<Reading>
  /** The answer in words, for the card. */
  show?: (value: V, talk: Talk) => string | Promise<string>
}

/** What comes at the end: what to say, the dialogue that goes on from here, dialogues that are over with it, the person if they changed. */
export interface Ending {
  saying: Saying
  next?: { dialogue: string, answers: Answers }
  closes?: string[]
  person?: LanePerson
}

/**
 * One dialogue: a table of questions. Where a person stands is the first question that applies and has no answer.
 * Only the answers are stored, so a dialogue may change between two messages of a person.
 */
export interface Dialogue<A = any> {
  name: string
  /** The menu word that starts it; none for dialogues that only buttons start. */
  word?: (t: Locale) => string
  /** The same in at most 20 characters, where the menu word is longer than LINE lets a quick reply be. */
  short?: (t: Locale) => string
  /** One line about it for the help card. */
  help?: (t: Locale) => string
  /** What it is called when it is left or offered again. */
  title: (t: Locale) => string
  /** Who may start it; everyone when not given. Commands check again. */
  may?: (actor: Actor) => boolean
  /** Also in groups: nothing personal in it. */
  inGroups?: true
  /** Only another dialogue goes on to it: no button starts it. */
  follows?: true
  /** The dialogue that goes on to it: while it waits for answers, that one's word means this one. */
  begunBy?: string
  /** Nothing is lost when it is left: never asks "leave?", never kept. */
  passing?: true
  /** What is said instead when what it is for cannot be done now (any more); null when it can. Asked before it starts and after a refusal. */
  instead?: (answers: Partial<A>, talk: Talk) => Promise<Saying | null>
  /** Milliseconds without a word after which it is over. */
  lapse?: number
  questions: { [K in keyof A]-?: Question<NonNullable<A[K]>, A> }
  /** Understands a text that was said outside of any dialogue: the answers it holds, or null. */
  hears?: (text: string, talk: Talk) => Answers | null | Promise<Answers | null>
  /** Shown with all answers before it is done, where it asks something of others. */
  card?: (answers: A, talk: Talk) => Saying | Promise<Saying>
  finish: (answers: A, talk: Talk) => Ending | Promise<Ending>
}

/** Declares a dialogue; only gives the types. `A`: its answers by question, `?` for those that only come along. */
export function dialogue<A extends object>(definition: Dialogue<A>): Dialogue<A> {
  return definition
}

/** The first question that applies and is not answered; null when all are. */
export function openQuestion(of: Dialogue, answers: Answers): string | null {
  return applying(of, answers).find(key => !(key in answers)) ?? null
}

/** Questions that apply, in order. */
export function applying(of: Dialogue, answers: Answers): string[] {
  return Object.keys(of.questions).filter(key => of.questions[key]!.when?.(answers) ?? true)
}

/** Whether everything is there that is never asked; a made-up button may have left it out. */
export function hasNeeded(of: Dialogue, answers: Answers): boolean {
  return Object.entries(of.questions).every(([key, { needed }]) => !needed || key in answers)
}

/** "2/4": which question this is; empty where there are no more than two. */
export function progress(of: Dialogue, answers: Answers): string {
  const keys = applying(of, answers)
  const at = keys.findIndex(key => !(key in answers))
  return keys.length > 2 && at >= 0 ? `${at + 1}/${keys.length}` : ''
}

/** The answers without the last one given before the open question; null when there is none to take back. */
export function backed(of: Dialogue, answers: Answers): Answers | null {
  const open = openQuestion(of, answers)
  const keys = applying(of, answers)
  const before = open ? keys.slice(0, keys.indexOf(open)) : keys
  const last = before.at(-1)
  return last === undefined ? null : without(answers, last)
}

/** The answers without this one: it will be asked again. */
export function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([k]) => k !== key))
}

/** The answers with what was given added, if each fits its question; null when something does not. */
export function withAnswers(of: Dialogue, answers: Answers, given: Answers): Answers | null {
  const merged = { ...answers }
  for (const [key, value] of Object.entries(given)) {
    const question = Object.hasOwn(of.questions, key) ? of.questions[key] : undefined
    const read = value === null && question?.optional ? { success: true as const, data: null } : question?.schema.safeParse(value)
    if (!read?.success) return null
    merged[key] = read.data
  }
  return merged
}

/** Stored answers that still fit the dialogue as it is now; the others are asked again. */
export function stillFitting(of: Dialogue, stored: Answers): Answers {
  return Object.entries(stored).reduce<Answers>((kept, [key, value]) => withAnswers(of, kept, { [key]: value }) ?? kept, {})
}

import type { Act } from '../domain/act'
import type { Contacts } from '../domain/owners/contact'
import type { Dialogue, MenuWord, Talk } from './dialogue'
import type { DraftState, Lane, LanePerson } from './lane'
import type { Links } from './message'
import { randomInt } from 'node:crypto'
import { dialogues } from './dialogues'
import { localeOf } from './locale'

/** What the conversation is given besides the lane and the event. */
export interface Context {
  db: Act['db']
  now: Date
  links: Links
  contacts: Contacts
}

/** What stands between a person and the next question of an open draft. */
export type Aside
  = | { kind: 'leave', dialogue: string, answers: Record<string, unknown> }
    | { kind: 'resume' }
    | { kind: 'edit' }

/** One event being answered: the person and the drafts as they change. */
export interface Session {
  readonly ctx: Context
  readonly lane: Lane
  readonly group: string | null
  person: LanePerson
  drafts: DraftState[]
}

/** What dialogues get to see of a session. */
export function talkOf(session: Session): Talk {
  const { ctx, person, group } = session
  return {
    act: { db: ctx.db, actor: person, now: ctx.now, contacts: ctx.contacts },
    person,
    group,
    t: localeOf(person.language),
    links: ctx.links,
    token: openDraft(session)?.token ?? '',
    get can() { return menuWords(person, group) },
    canAs: other => menuWords(other, group),
  }
}

/** The menu words that somebody may use, in a group or one-to-one. */
function menuWords(person: LanePerson, group: string | null): MenuWord[] {
  return Object.values(dialogues).flatMap(({ word, short, help, may, inGroups }) =>
    word && (may?.(person) ?? true) && (!group || inGroups) ? [{ word, short: short ?? word, help: help ?? (() => '') }] : [])
}

/** The draft that the person is in, if any. */
export const openDraft = (session: Session) => session.drafts.find(draft => draft.state === 'OPEN')

/** The draft of a dialogue that was left, if any. */
export function keptDraft(session: Session, dialogue: string) {
  return session.drafts.find(draft => draft.state === 'KEPT' && draft.dialogue === dialogue)
}

/** Stores a draft in place of the one of the same dialogue. */
export function put(session: Session, draft: DraftState): DraftState {
  const stored = { ...draft, updatedAt: session.ctx.now }
  session.drafts = [...session.drafts.filter(other => other.dialogue !== draft.dialogue), stored]
  return stored
}

/** Removes the draft of a dialogue. */
export function drop(session: Session, dialogue: string): void {
  session.drafts = session.drafts.filter(draft => draft.dialogue !== dialogue)
}

/** A new open draft of a dialogue, with a token that no earlier button carries. */
export function begin(session: Session, of: Dialogue, answers: Record<string, unknown>): DraftState {
  const token = randomInt(36 ** 6).toString(36).padStart(6, '0')
  return put(session, { dialogue: of.name, token, answers, misses: 0, aside: null, state: 'OPEN', updatedAt: session.ctx.now })
}

import type { Actor } from '../domain/act'

/** A dialogue in progress as it is stored (row of `Draft`). */
export interface DraftState {
  dialogue: string
  token: string
  answers: Record<string, unknown>
  misses: number
  aside: unknown
  state: 'OPEN' | 'KEPT'
  updatedAt: Date
}

/** A notice that waits to ride on this person's next reply. */
export interface WaitingNotice {
  id: string
  kind: string
  data: unknown
}

/** The person a lane belongs to. */
export interface LanePerson extends Actor {
  lineUserId: string
  displayName: string | null
  reachable: boolean
  /** Name of the rich menu that ought to be linked. */
  menuWanted: string
}

/**
 * Everything a turn needs to know of where a person stands; loaded and stored by `server/line/inbox.ts`.
 * `key` is the LINE user id, or `groupId/userId` in a group, or the group id alone when LINE does not say who spoke.
 */
export interface Lane {
  key: string
  person: LanePerson | null
  drafts: DraftState[]
  notices: WaitingNotice[]
}

/** What came of one event: what to say, the lane afterwards, and which waiting notices were said along. */
export interface Turn {
  messages: import('./message').Message[]
  about: string[]
  /** The person and drafts as they are to be stored. The same object as before where nothing changed. */
  person: LanePerson | null
  drafts: DraftState[]
  /** Ids of notices that were put into the messages, or that no longer matter. */
  delivered: string[]
}

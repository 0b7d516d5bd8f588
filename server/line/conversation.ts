import type { webhook } from '@line/bot-sdk'
import type { Lane, LanePerson, Turn, WaitingNotice } from '../../bot/lane'
import type { Links, Message, Speech } from '../../bot/message'
import type { Contacts } from '../../domain/owners/contact'
import type { Language, Tx } from '../../prisma/client'

/** What the conversation may use: the transaction of its turn, what time it is, and links that only the server can make. */
export interface Context { db: Tx, now: Date, links: Links, contacts: Contacts }

/** Who reads a notice: a person, or an agency's group. */
export interface Reader { language: Language, person?: LanePerson | null, group?: boolean }

/** What the transport asks of the conversation (`bot/`). */
export interface Conversation {
  /** One event in, messages out. May throw: then nothing of the turn remains, and it is asked again later. */
  hear: (ctx: Context, lane: Lane, event: webhook.Event) => Promise<Turn>
  /** A notice for this reader; null when it no longer matters. */
  putIntoWords: (ctx: Context, notice: WaitingNotice, reader: Reader) => Promise<Speech | null>
  /** Said when an event could not be handled, however often it was tried: what they wrote is kept. */
  sorry: (language: Language) => Message
  /** Said to somebody of whom very much waits: it takes a while, and nothing is lost. */
  busy: (language: Language) => Message
}

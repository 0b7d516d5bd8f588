import type { Language, Role, Tx } from '../prisma/client'

/** One active membership of a person. `agencyId` is null for roles of a whole province. */
export interface Membership {
  role: Role
  provinceCode: string
  agencyId: string | null
  /** A police officer who approves what the station's others ask footage for. */
  supervises?: boolean
}

/** Who is acting: a person with the memberships that are not suspended. */
export interface Actor {
  userId: string
  language: Language
  memberships: Membership[]
}

/**
 * What every command and query of `domain/` is given first: the open transaction, who acts, and what time it is.
 * `actor` null means the clock or the operator at the command line.
 */
export interface Act {
  db: Tx
  actor: Actor
  now: Date
}

/** The same without a person: jobs and command line. */
export type ClockAct = Omit<Act, 'actor'> & { actor: null }

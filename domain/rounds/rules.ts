import type { ReturnState } from '../../prisma/client'
import type { Actor } from '../act'
import { isSecretaryOf } from '../people/rules'
import { surveyAgencies } from '../survey/rules'

/** Everything that can be done with an agency's return. */
export type ReturnMove = 'start' | 'submit' | 'nil' | 'takeBack' | 'return' | 'accept' | 'reopen'

interface Rule {
  from: readonly ReturnState[]
  /** `agency`: its officials and police officers, and the province's secretaries for it. */
  by: 'agency' | 'secretary'
  /** From these states also when the round is over: what was sent back is answered, and what was handed in is decided. */
  afterwards: readonly ReturnState[]
}

/** The table of moves; to which state they lead says each command. */
export const returnMoves: Record<ReturnMove, Rule> = {
  start: { from: ['NOT_STARTED'], by: 'agency', afterwards: [] },
  submit: { from: ['NOT_STARTED', 'IN_PROGRESS', 'RETURNED', 'NIL'], by: 'agency', afterwards: ['RETURNED'] },
  nil: { from: ['NOT_STARTED', 'IN_PROGRESS', 'RETURNED', 'SUBMITTED'], by: 'agency', afterwards: ['RETURNED'] },
  takeBack: { from: ['SUBMITTED', 'NIL'], by: 'agency', afterwards: [] },
  return: { from: ['SUBMITTED', 'NIL', 'ACCEPTED'], by: 'secretary', afterwards: ['SUBMITTED', 'NIL', 'ACCEPTED'] },
  accept: { from: ['SUBMITTED', 'NIL'], by: 'secretary', afterwards: ['SUBMITTED', 'NIL'] },
  reopen: { from: ['ACCEPTED'], by: 'secretary', afterwards: ['ACCEPTED'] },
}

/** States in which the agency still has to hand in. */
export const outstanding: readonly ReturnState[] = ['NOT_STARTED', 'IN_PROGRESS', 'RETURNED']

/** Whose return it is, and where it stands. */
export interface Movable { state: ReturnState, agencyId: string, provinceCode: string, open: boolean }

/** Whether the actor is one who does this, in whatever state the return is. */
export function mayMove(actor: Actor, move: ReturnMove, { agencyId, provinceCode }: Omit<Movable, 'state' | 'open'>): boolean {
  return isSecretaryOf(actor, provinceCode) || (returnMoves[move].by === 'agency' && surveyAgencies(actor).includes(agencyId))
}

/** Whether a return in this state can be moved so, while its round is open or after. */
export function fits(move: ReturnMove, { state, open }: Pick<Movable, 'state' | 'open'>): boolean {
  return (open ? returnMoves[move].from : returnMoves[move].afterwards).includes(state)
}

/** What the actor can do with a return now. */
export function movesOf(actor: Actor, of: Movable): ReturnMove[] {
  return (Object.keys(returnMoves) as ReturnMove[]).filter(move => mayMove(actor, move, of) && fits(move, of))
}

/** Whether the actor may read a return: who may move it, the committee of the province, and the national office. */
export function mayReadReturn(actor: Actor, { agencyId, provinceCode }: { agencyId: string, provinceCode: string }): boolean {
  return surveyAgencies(actor).includes(agencyId) || mayReadRounds(actor, provinceCode)
}

/** Whether the actor may see how all agencies of a province stand: its secretaries and committee, and the national office. */
export function mayReadRounds(actor: Actor, provinceCode: string): boolean {
  return actor.memberships.some(({ role, provinceCode: code }) => role === 'NATIONAL' || ((role === 'SECRETARY' || role === 'COMMITTEE') && code === provinceCode))
}

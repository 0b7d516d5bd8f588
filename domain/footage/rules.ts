import type { FootageCause, FootageEventKind, FootageItemState, FootageState, NoticeLevel, Ownership, Priority } from '../../prisma/client'
import type { Actor } from '../act'
import { hasRole, isSecretaryOf } from '../people/rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Most cameras of one request, and most minutes of one recording, that a province can allow; and the fewest minutes. */
export const mostCameras = 20
export const mostMinutes = 1_440
export const leastMinutes = 15
/** A log can be undone for so long, ms. */
export const undoLogMs = 2 * MINUTE
/** A recording with less than this left is told of at once, ms. */
const soonGone = 3 * DAY
/** How long an answer is waited for where nobody knows when the recording is overwritten, or it should be by now, ms. */
const patience = 7 * DAY
/** Nobody else is asked, and nobody reminded, later than this after the request, ms. */
const [longestAlone, longestSilence] = [12 * HOUR, 24 * HOUR]

/** Who can have a say in the recording of a camera: who asked for it, who keeps it, the clock. */
export type Standing = 'officer' | 'custodian' | 'clock'

/** Everything that can be done with the recording of one camera. */
export type Move = 'preserve' | 'appoint' | 'awaitTechnician' | 'reportDown' | 'refuse' | 'receive' | 'miss' | 'handOver' | 'expire'

interface Rule {
  event: FootageEventKind
  from: readonly FootageItemState[]
  /** Null: the state stays. */
  to: FootageItemState | null
  by: Standing
}

/** States in which something is still to come. */
export const openStates: readonly FootageItemState[] = ['ASKED', 'PRESERVED', 'READY']

/** States of a request in which nobody is asked for anything, and which do not follow from its cameras. */
export const heldStates: readonly FootageState[] = ['AWAITING_APPROVAL', 'DECLINED', 'CANCELLED']

/** The table of moves: from which states, to which, and who may. */
export const moves: Record<Move, Rule> = {
  preserve: { event: 'PRESERVED', from: ['ASKED'], to: 'PRESERVED', by: 'custodian' },
  appoint: { event: 'APPOINTED', from: openStates, to: 'READY', by: 'custodian' },
  awaitTechnician: { event: 'TECHNICIAN', from: ['ASKED'], to: null, by: 'custodian' },
  reportDown: { event: 'CAMERA_DOWN', from: ['ASKED'], to: 'UNAVAILABLE', by: 'custodian' },
  refuse: { event: 'REFUSED', from: ['ASKED'], to: 'REFUSED', by: 'custodian' },
  receive: { event: 'RECEIVED', from: openStates, to: 'RECEIVED', by: 'officer' },
  miss: { event: 'UNAVAILABLE', from: openStates, to: 'UNAVAILABLE', by: 'officer' },
  handOver: { event: 'HANDED_OVER', from: ['RECEIVED'], to: null, by: 'officer' },
  expire: { event: 'EXPIRED', from: ['ASKED'], to: 'UNAVAILABLE', by: 'clock' },
}

/** The answers of whoever keeps the camera, the likely one first. */
export const answers = (Object.keys(moves) as Move[]).filter(move => moves[move].by === 'custodian')

/** What the request as a whole needs to know of one of its cameras. */
export interface Part { state: FootageItemState, cause: FootageCause | null, complete: boolean | null }

/**
 * How a request stands that is asked for, and was not cancelled. While anything is to come it is SUBMITTED; then all received in full is COMPLETED, some of it PARTIAL;
 * nothing received is REFUSED when all refused, EXPIRED when time ran out for all of them, else UNAVAILABLE (also where there was no camera at all).
 */
export function stateOf(parts: Part[]): FootageState {
  if (parts.some(({ state }) => openStates.includes(state))) return 'SUBMITTED'
  const received = parts.filter(({ state }) => state === 'RECEIVED')
  if (received.length) return received.length === parts.length && received.every(({ complete }) => complete !== false) ? 'COMPLETED' : 'PARTIAL'
  if (parts.length === 0) return 'UNAVAILABLE'
  if (parts.every(({ state }) => state === 'REFUSED')) return 'REFUSED'
  return parts.every(({ cause }) => cause === 'NO_ANSWER' || cause === 'OVERWRITTEN') ? 'EXPIRED' : 'UNAVAILABLE'
}

/** When a recording that began then is overwritten; null when nobody knows how many days are kept. */
export function overwrittenAt(from: Date, retentionDays: number | null): Date | null {
  return retentionDays === null ? null : new Date(from.getTime() + retentionDays * DAY)
}

/** Until when an answer is waited for: until it is overwritten; a week where that is not known, or over by what is known. */
export function answerTime(overwriteAt: Date | null, now: Date): Date {
  return overwriteAt && overwriteAt > now ? overwriteAt : new Date(now.getTime() + patience)
}

/** When others are asked, too (first), and when all are reminded (second): after a third and two thirds of the time, but no later than 12 and 24 hours. */
export function nudgeTime(nudge: 0 | 1, answerBy: Date, now: Date): Date {
  const left = answerBy.getTime() - now.getTime()
  return new Date(now.getTime() + (nudge === 0 ? Math.min(left / 3, longestAlone) : Math.min(left / 2, longestSilence - longestAlone)))
}

/** How loudly the custodian is told: at once when it is urgent, or when less than three days are left or nobody knows how many. */
export function levelOf(urgency: Priority, overwriteAt: Date | null, now: Date): NoticeLevel {
  return urgency === 'URGENT' || overwriteAt === null || overwriteAt.getTime() - now.getTime() < soonGone ? 'NOW' : 'SOON'
}

/** What tells who keeps a camera. */
export interface Kept { ownership: Ownership, provinceCode: string, agencyId: string | null, ownerId: string | null }

/**
 * Whether the actor keeps the camera: the owner of a private one; of a public one the people of its agency (a station's police officers, too), and its
 * province's secretaries.
 */
export function keeps(actor: Actor, { ownership, provinceCode, agencyId, ownerId }: Kept): boolean {
  if (ownership === 'PRIVATE') return ownerId === actor.userId
  return worksFor(actor, agencyId) || isSecretaryOf(actor, provinceCode)
}

/** Whether the actor needs no request to look at its recordings: their own, or their agency's. */
export function isOwn(actor: Actor, { ownership, agencyId, ownerId }: Kept): boolean {
  return ownership === 'PRIVATE' ? ownerId === actor.userId : worksFor(actor, agencyId)
}

function worksFor(actor: Actor, agencyId: string | null): boolean {
  return agencyId !== null && (hasRole(actor, 'OFFICIAL', { agencyId }) || hasRole(actor, 'POLICE', { agencyId }))
}

/** Whether somebody asks for footage: a police officer. */
export const isPolice = (actor: Actor): boolean => hasRole(actor, 'POLICE')

/** Whether the actor approves what others of the station ask for. */
export function supervises({ memberships }: Actor, agencyId: string): boolean {
  return memberships.some(held => held.role === 'POLICE' && held.agencyId === agencyId && held.supervises === true)
}

/** The stations whose requests the actor approves. */
export function supervisedBy(actor: Actor): string[] {
  return stationsOf(actor).filter(agencyId => supervises(actor, agencyId))
}

/** Whether somebody approves requests for footage. */
export const isSupervisor = (actor: Actor): boolean => supervisedBy(actor).length > 0

/** Whether somebody may be asked for footage. */
export const mayKeep = ({ memberships }: Actor): boolean => memberships.some(({ role }) => role === 'OFFICIAL' || role === 'POLICE' || role === 'OWNER' || role === 'SECRETARY')

/** The stations that the actor is a police officer of. */
export function stationsOf({ memberships }: Actor): string[] {
  return [...new Set(memberships.flatMap(({ role, agencyId }) => role === 'POLICE' && agencyId ? agencyId : []))]
}

/**
 * How the actor reads what was asked for in a province: police and its secretary `whole`, committee and national office `public`: nothing from which a private
 * camera could be told; null: not at all.
 */
export function statisticsSight(actor: Actor, provinceCode: string): 'whole' | 'public' | null {
  if (hasRole(actor, 'POLICE', { provinceCode }) || isSecretaryOf(actor, provinceCode)) return 'whole'
  return hasRole(actor, 'COMMITTEE', { provinceCode }) || hasRole(actor, 'NATIONAL') ? 'public' : null
}

import type { CameraStatus, Priority, WorkOrderEventKind, WorkOrderState } from '../../prisma/client'
import type { Actor } from '../act'
import { hasRole, isOfficialOf, isSecretaryOf } from '../people/rules'

/**
 * Who can have a say in a repair: an official of its agency, a secretary of its province, the technician it is assigned to,
 * somebody who reported it, the clock.
 */
export type Standing = 'agency' | 'secretary' | 'assignee' | 'reporter' | 'clock'

/** Everything that can be done with a repair. */
export type Move = 'acknowledge' | 'assign' | 'start' | 'wait' | 'resume' | 'forward' | 'reject' | 'markDuplicate' | 'repair'
  | 'setPriority' | 'addNote' | 'confirm' | 'reopen' | 'expire'

interface Rule {
  event: WorkOrderEventKind
  from: readonly WorkOrderState[]
  /** Null: the state stays. For `reopen` see `reopenedState`. */
  to: WorkOrderState | null
  by: readonly Standing[]
  /** Only once an agency is responsible. */
  needsAgency?: true
}

/** States in which something is still to be done, and for which the clock runs (in WAITING it stands still). */
export const unrepairedStates: readonly WorkOrderState[] = ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING']

/** States in which a camera's next report joins the work order instead of making another. */
export const openStates: readonly WorkOrderState[] = [...unrepairedStates, 'REPAIRED']

const everyState: readonly WorkOrderState[] = [...openStates, 'CLOSED', 'REJECTED', 'DUPLICATE']
const office = ['agency', 'secretary'] as const
const workers = ['agency', 'secretary', 'assignee'] as const

/** The table of moves: from which states, to which, and who may. */
export const moves: Record<Move, Rule> = {
  acknowledge: { event: 'ACKNOWLEDGED', from: ['NEW'], to: 'ACKNOWLEDGED', by: office, needsAgency: true },
  assign: { event: 'ASSIGNED', from: ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS'], to: 'ASSIGNED', by: office, needsAgency: true },
  start: { event: 'STARTED', from: ['ACKNOWLEDGED', 'ASSIGNED'], to: 'IN_PROGRESS', by: workers, needsAgency: true },
  wait: { event: 'WAITING', from: ['IN_PROGRESS'], to: 'WAITING', by: workers },
  resume: { event: 'RESUMED', from: ['WAITING'], to: 'IN_PROGRESS', by: workers },
  repair: { event: 'REPAIRED', from: ['IN_PROGRESS', 'WAITING'], to: 'REPAIRED', by: workers },
  forward: { event: 'FORWARDED', from: ['NEW', 'ACKNOWLEDGED'], to: 'NEW', by: office },
  reject: { event: 'REJECTED', from: ['NEW', 'ACKNOWLEDGED'], to: 'REJECTED', by: office },
  markDuplicate: { event: 'DUPLICATE', from: ['NEW', 'ACKNOWLEDGED'], to: 'DUPLICATE', by: office },
  setPriority: { event: 'PRIORITY', from: unrepairedStates, to: null, by: office },
  addNote: { event: 'NOTE', from: everyState, to: null, by: workers },
  confirm: { event: 'CONFIRMED', from: ['REPAIRED'], to: 'CLOSED', by: ['reporter'] },
  reopen: { event: 'REOPENED', from: ['REPAIRED', 'CLOSED'], to: null, by: ['reporter'] },
  expire: { event: 'NOT_CONFIRMED', from: ['REPAIRED'], to: 'CLOSED', by: ['clock'] },
}

/** What the rules need to know of a repair. */
export interface Movable {
  state: WorkOrderState
  provinceCode: string
  agencyId: string | null
  assigneeId: string | null
  releasedAt: Date | null
}

/** In which ways the actor has a say in it. A technician only in work assigned to them, of their agency or of the whole province. */
export function standings(actor: Actor, workOrder: Movable): Standing[] {
  const { provinceCode, agencyId, assigneeId } = workOrder
  const isTechnician = [agencyId, null].some(id => hasRole(actor, 'TECHNICIAN', { provinceCode, agencyId: id }))
  return [
    ...isOfficialOf(actor, agencyId) ? ['agency' as const] : [],
    ...isSecretaryOf(actor, provinceCode) ? ['secretary' as const] : [],
    ...assigneeId === actor.userId && isTechnician ? ['assignee' as const] : [],
  ]
}

/** Whether one with these standings may make the move, whatever the state is. */
export const mayEver = (move: Move, held: Standing[]): boolean => moves[move].by.some(standing => held.includes(standing))

/** What this person can do with it now, in the order of the table: the buttons of its card. Nothing before the agency has been told. */
export function mayMove(actor: Actor, workOrder: Movable): Move[] {
  if (!workOrder.releasedAt) return []
  const held = standings(actor, workOrder)
  return (Object.keys(moves) as Move[]).filter((move) => {
    const { from, needsAgency } = moves[move]
    return mayEver(move, held) && from.includes(workOrder.state) && !(needsAgency && workOrder.agencyId === null)
  })
}

/** Where a repair goes back to when it turns out not to hold: to the one it was assigned to, the agency, or the province. */
export function reopenedState({ assigneeId, agencyId }: Pick<Movable, 'assigneeId' | 'agencyId'>): WorkOrderState {
  if (agencyId === null) return 'NEW'
  return assigneeId ? 'ASSIGNED' : 'ACKNOWLEDGED'
}

const DAY = 86_400_000

/** Days to repair by priority, as the province has set them. */
export interface RepairDays { urgentDays: number, highDays: number, normalDays: number }

/** How long a repair of this priority may take, ms. */
export function allowed(priority: Priority, days: RepairDays): number {
  return { URGENT: days.urgentDays, HIGH: days.highDays, NORMAL: days.normalDays }[priority] * DAY
}

/** When it must be repaired: counted from its (re)opening, later by what the clock stood still (ms). */
export function due(openedAt: Date, priority: Priority, days: RepairDays, pausedMs: number): Date {
  return new Date(openedAt.getTime() + allowed(priority, days) + pausedMs)
}

/** What the clock of a repair shows. */
export interface RepairClock {
  state: WorkOrderState
  priority: Priority
  openedAt: Date
  reopenedAt: Date | null
  dueAt: Date
  pausedSeconds: number
  waitingSince: Date | null
}

/**
 * The due date after the priority changes. More urgent: its days count from now, and never end later than before, so nothing
 * is overdue by the change itself. Less urgent: as if it had been so from the start.
 */
export function dueAfter(clock: RepairClock, priority: Priority, days: RepairDays, now: Date): Date {
  if (allowed(priority, days) < allowed(clock.priority, days)) { return new Date(Math.min(clock.dueAt.getTime(), (clock.waitingSince ?? now).getTime() + allowed(priority, days))) }
  return due(clock.reopenedAt ?? clock.openedAt, priority, days, clock.pausedSeconds * 1000)
}

/** Whether the time to repair is over. Not while it waits in time, not once repaired. */
export function isOverdue({ state, dueAt, waitingSince }: Pick<RepairClock, 'state' | 'dueAt' | 'waitingSince'>, now: Date): boolean {
  return unrepairedStates.includes(state) && (waitingSince ?? now) > dueAt
}

/** Distinct reporters from whom on a repair is of HIGH priority. */
export const manyReporters = 3

/** What a move into this state says of the camera; null: nothing, `BEFORE`: what was said before the fault was told. */
export function cameraStatusAt(state: WorkOrderState): CameraStatus | 'BEFORE' | null {
  switch (state) {
    case 'IN_PROGRESS': return 'UNDER_REPAIR'
    case 'CLOSED': return 'NORMAL'
    case 'REJECTED': case 'DUPLICATE': return 'BEFORE'
    default: return null
  }
}

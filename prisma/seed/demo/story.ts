import type { Move } from '../../../domain/workOrders/rules'
import type { Cause, Priority, Prisma, Symptom, WaitingFor, WorkOrderState } from '../../client'
import type { Random } from './random'
import { trackingNumber } from '../../../domain/faults/number'
import { due, dueAfter, manyReporters, moves, reopenedState } from '../../../domain/workOrders/rules'
import { idOf } from './ids'
import { minutes } from './minutes'

type WorkOrder = Prisma.WorkOrderCreateManyInput & { id: string, state: WorkOrderState, priority: Priority, openedAt: Date, reopenedAt?: Date, dueAt: Date, reopened: number, pausedSeconds: number }
type Report = Prisma.FaultReportCreateManyInput & { id: string, createdAt: Date }

const days = { urgentDays: 1, highDays: 3, normalDays: 7 }

/** When the agency is told: two minutes after the report. */
const released = (at: Date): Date => new Date(at.getTime() + 120_000)

/** Where a story begins. */
export interface Opening {
  key: number
  at: Date
  reporterId: string
  symptom: Symptom
  agencyId: string | null
  cameraId: string | null
  placeText?: string
  latitude?: number
  longitude?: number
}

/** One work order as it went: each step adds the events, and moves the clock and the state on as the rules say. */
export class Story {
  order: WorkOrder
  reports: Report[] = []
  notes: Prisma.ReportNoteCreateManyInput[] = []
  events: Prisma.WorkOrderEventCreateManyInput[] = []
  private key: number

  constructor(opening: Opening, private random: Random) {
    const { key, at, reporterId, symptom, agencyId, cameraId, ...place } = opening
    this.key = key
    this.order = {
      id: idOf('workOrder', key),
      number: this.number('W', at),
      provinceCode: minutes.provinceCode,
      agencyId,
      cameraId,
      symptom,
      priority: 'NORMAL',
      state: 'NEW',
      openedAt: at,
      releasedAt: released(at),
      dueAt: due(at, 'NORMAL', days, 0),
      reopened: 0,
      pausedSeconds: 0,
      statusBefore: cameraId ? 'NORMAL' : null,
    }
    this.report('CREATED', at, reporterId, symptom, place)
  }

  /** One more person reports the same. */
  join(at: Date, reporterId: string, symptom: Symptom): void {
    this.report('JOINED', at, reporterId, symptom)
    if (this.reports.length >= manyReporters) this.raise(released(at), null)
  }

  /** HIGH from now on: by an official, or (null) because many reported it. */
  raise(at: Date, by: string | null): void {
    const { state, priority, openedAt, reopenedAt = null, dueAt, pausedSeconds } = this.order
    if (priority === 'HIGH') return
    this.move('setPriority', at, by, { data: { from: priority, to: 'HIGH' } })
    const clock = { state, priority, openedAt, reopenedAt, dueAt, pausedSeconds, waitingSince: null }
    Object.assign(this.order, { priority: 'HIGH', dueAt: dueAfter(clock, 'HIGH', days, at) })
  }

  /** What the `n`-th reporter adds in words. */
  note(n: number, text: string): void {
    const { id, createdAt } = this.reports[n]!
    this.notes.push({ id: idOf('note', id), faultReportId: id, text, createdAt: new Date(createdAt.getTime() + 30_000) })
  }

  acknowledge(at: Date, by: string): void {
    this.move('acknowledge', at, by)
    this.order.acknowledgedAt ??= at
  }

  assign(at: Date, by: string, assigneeId: string): void {
    this.move('assign', at, by, { data: { assigneeId } })
    this.order.assigneeId = assigneeId
  }

  start(at: Date, by: string): void {
    this.move('start', at, by)
  }

  wait(at: Date, by: string, waitingFor: WaitingFor, note: string): void {
    this.move('wait', at, by, { reason: note, data: { waitingFor } })
    Object.assign(this.order, { waitingFor, waitingNote: note, waitingSince: at })
  }

  resume(at: Date, by: string): void {
    this.move('resume', at, by)
    const pause = at.getTime() - (this.order.waitingSince as Date).getTime()
    this.order.pausedSeconds += pause / 1000
    this.order.dueAt = new Date(this.order.dueAt.getTime() + pause)
    Object.assign(this.order, { waitingFor: null, waitingNote: null, waitingSince: null })
  }

  forward(at: Date, by: string, agencyId: string, reason: string): void {
    this.move('forward', at, by, { reason, data: { fromAgencyId: this.order.agencyId!, toAgencyId: agencyId } })
    Object.assign(this.order, { agencyId, acknowledgedAt: null })
  }

  reject(at: Date, by: string, reason: string): void {
    this.move('reject', at, by, { reason })
    this.order.closedAt = at
  }

  /** The same as another, which gets its reports. */
  duplicate(at: Date, by: string, other: Story): void {
    this.move('markDuplicate', at, by, { data: { of: other.order.number } })
    Object.assign(this.order, { duplicateOfId: other.order.id, closedAt: at })
    other.reports.push(...this.reports.map(report => ({ ...report, workOrderId: other.order.id })))
    this.reports = []
  }

  repair(at: Date, by: string, cause: Cause, costBaht: number): void {
    const costSatang = costBaht * 100
    this.move('repair', at, by, { data: { cause, costSatang: String(costSatang) } })
    Object.assign(this.order, { repairedAt: at, cause, costSatang: BigInt(costSatang) })
    Object.assign(this.reports[0]!, { verdict: null, verdictAt: null })
  }

  /** The first reporter says that it is still broken: back to whom it was assigned to. */
  reopen(at: Date, reason: string): void {
    const reporter = this.reports[0]!
    const to = reopenedState({ assigneeId: this.order.assigneeId ?? null, agencyId: this.order.agencyId ?? null })
    const { cause, costSatang, reopened, priority } = this.order
    this.event('REOPENED', at, reporter.reporterId, this.order.state, to, { reason, data: { report: reporter.number, cause: cause!, costSatang: String(costSatang) } })
    Object.assign(this.order, {
      state: to,
      reopened: reopened + 1,
      reopenedAt: at,
      dueAt: due(at, priority, days, 0),
      pausedSeconds: 0,
      repairedAt: null,
      cause: null,
      costSatang: null,
    })
    Object.assign(reporter, { verdict: 'STILL_BROKEN', verdictAt: at })
  }

  /** The first reporter says that it works, with 1–5 stars or none. */
  confirm(at: Date, stars: number | null): void {
    const reporter = this.reports[0]!
    this.move('confirm', at, reporter.reporterId)
    Object.assign(this.order, { closedAt: at, confirmed: true })
    Object.assign(reporter, { verdict: 'FIXED', verdictAt: at, stars })
  }

  /** Nobody answered in time. */
  expire(at: Date): void {
    this.move('expire', at, null)
    Object.assign(this.order, { closedAt: at, confirmed: false })
  }

  private report(kind: 'CREATED' | 'JOINED', at: Date, reporterId: string, symptom: Symptom, place: Pick<Opening, 'placeText' | 'latitude' | 'longitude'> = {}): void {
    const releaseAt = released(at)
    this.reports.push({
      id: idOf('report', `${this.key} ${this.reports.length}`),
      number: this.number('F', at),
      provinceCode: minutes.provinceCode,
      cameraId: this.order.cameraId,
      workOrderId: this.order.id,
      symptom,
      reporterId,
      createdAt: at,
      releaseAt,
      releasedAt: releaseAt,
      ...place,
    })
    this.event(kind, releaseAt, reporterId, null, this.order.state, { data: { report: this.reports.at(-1)!.number } })
  }

  private move(move: Move, at: Date, actorId: string | null, more: { reason?: string, data?: Prisma.InputJsonObject } = {}): void {
    const { from, to, event } = moves[move]
    const { state } = this.order
    if (!from.includes(state)) throw new Error(`The demo's work order ${this.key} cannot ${move} from ${state}`)
    this.order.state = to ?? state
    this.event(event, at, actorId, state, this.order.state, more)
  }

  private event(kind: Prisma.WorkOrderEventCreateManyInput['kind'], at: Date, actorId: string | null, fromState: WorkOrderState | null, toState: WorkOrderState | null, more: { reason?: string, data?: Prisma.InputJsonObject } = {}): void {
    this.events.push({ id: idOf('event', `${this.key} ${this.events.length}`), workOrderId: this.order.id, kind, at, actorId, fromState, toState, data: {}, ...more })
  }

  private number(kind: 'F' | 'W', at: Date): string {
    return trackingNumber(kind, at, below => this.random.between(0, below - 1))
  }
}

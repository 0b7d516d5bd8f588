import type { CameraStatus, Cause, Priority, Prisma, Symptom, Verdict, WaitingFor, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { CameraGist, NoteView, PlaceGist, TimelineEntry } from '../faults/view'
import type { Move } from './rules'
import { cameraGist, cameraWanted, notesWanted, noteViews, placeGist, waitingForIn } from '../faults/view'
import { agencyIn } from '../labels/agency'
import { isOverdue, mayMove } from './rules'

const DAY = 86_400_000

/** A work order in a list. */
export interface WorkOrderSummary {
  id: string
  number: string
  state: WorkOrderState
  priority: Priority
  symptom: Symptom
  openedAt: Date
  dueAt: Date
  overdue: boolean
  waitingFor: WaitingFor | null
  /** Null: not in the register; then `place`. */
  camera: CameraGist | null
  place: PlaceGist | null
  /** In the reader's language; null: nobody is responsible yet, the province decides. */
  agencyName: string | null
  assigneeId: string | null
  assigneeName: string | null
  /** People who reported it. */
  reporters: number
  reopened: number
  /** What the actor can do with it now. */
  moves: Move[]
}

/** One report on a work order, as those who repair see it: nothing of who it was. */
export interface ReportOnIt {
  number: string
  symptom: Symptom
  at: Date
  place: PlaceGist | null
  notes: NoteView[]
  reporterReachable: boolean
  verdict: Verdict | null
  stars: number | null
}

/** A work order with everything its card and page show. */
export interface WorkOrderView extends WorkOrderSummary {
  waitingNote: string | null
  waitingSince: Date | null
  repairedAt: Date | null
  closedAt: Date | null
  cause: Cause | null
  costSatang: bigint | null
  confirmed: boolean | null
  statusBefore: CameraStatus | null
  duplicateOf: string | null
  reports: ReportOnIt[]
  /** False: every reporter has blocked the account, nobody can be asked. */
  reporterReachable: boolean
  /** Photos that can be shown, oldest first; `after`: taken after the repair. */
  photos: { id: string, after: boolean }[]
  /** Oldest first. `actorName` null: the clock, a reporter, or somebody without a name. */
  timeline: (TimelineEntry & { actorName: string | null })[]
  /** While it waits for a reporter's word: when it is closed without one. */
  answerBy: Date | null
}

export const summaryWanted = {
  agency: { select: { name: true, nameEn: true } },
  assignee: { select: { displayName: true } },
  camera: cameraWanted,
  reports: {
    where: { releasedAt: { not: null } },
    select: { reporterId: true, placeText: true, latitude: true, longitude: true, placeErasedAt: true },
    orderBy: { createdAt: 'asc' },
  },
} satisfies Prisma.WorkOrderInclude

const stored = { where: { state: 'STORED' }, select: { id: true }, orderBy: { createdAt: 'asc' } } as const

export const viewWanted = {
  ...summaryWanted,
  reports: {
    where: { releasedAt: { not: null } },
    include: { notes: notesWanted, attachments: stored, reporter: { select: { reachable: true } } },
    orderBy: { createdAt: 'asc' },
  },
  attachments: stored,
  duplicateOf: { select: { number: true } },
  province: { select: { confirmDays: true } },
  events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.WorkOrderInclude

type SummaryRow = Prisma.WorkOrderGetPayload<{ include: typeof summaryWanted }>
type ViewRow = Prisma.WorkOrderGetPayload<{ include: typeof viewWanted }>

/** A work order's row as lists show it. */
export function toSummary({ actor, now }: Act, row: SummaryRow): WorkOrderSummary {
  const { id, number, state, priority, symptom, openedAt, dueAt, waitingFor, assigneeId, reopened, reports } = row
  return {
    id,
    number,
    state,
    priority,
    symptom,
    openedAt,
    dueAt,
    overdue: isOverdue(row, now),
    waitingFor,
    camera: cameraGist(row.camera),
    place: reports.map(placeGist).find(place => place !== null) ?? null,
    agencyName: agencyIn(row.agency, actor.language),
    assigneeId,
    assigneeName: row.assignee?.displayName ?? null,
    reporters: new Set(reports.map(report => report.reporterId)).size,
    reopened,
    moves: mayMove(actor, row),
  }
}

/** A work order's row as its card shows it; `names`: of the people who did something with it, by id. */
export function toView(act: Act, row: ViewRow, names: Map<string, string | null>): WorkOrderView {
  const { waitingNote, waitingSince, repairedAt, closedAt, cause, costSatang, confirmed, statusBefore, reports, attachments, events } = row
  const reporters = new Set(reports.map(report => report.reporterId))
  return {
    ...toSummary(act, row),
    waitingNote,
    waitingSince,
    repairedAt,
    closedAt,
    cause,
    costSatang,
    confirmed,
    statusBefore,
    duplicateOf: row.duplicateOf?.number ?? null,
    reports: reports.map(report => ({
      number: report.number,
      symptom: report.symptom,
      at: report.createdAt,
      place: placeGist(report),
      notes: noteViews(report.notes),
      reporterReachable: report.reporter.reachable,
      verdict: report.verdict,
      stars: report.stars,
    })),
    reporterReachable: reports.length === 0 || reports.some(report => report.reporter.reachable),
    photos: [
      ...reports.flatMap(report => report.attachments.map(({ id }) => ({ id, after: false }))),
      ...attachments.map(({ id }) => ({ id, after: true })),
    ],
    timeline: events.map(({ kind, at, toState, reason, data, actorId }) => ({
      kind,
      at,
      toState,
      reason,
      waitingFor: waitingForIn(data),
      actorName: actorId && !reporters.has(actorId) ? names.get(actorId) ?? null : null,
    })),
    answerBy: row.state === 'REPAIRED' && repairedAt ? new Date(repairedAt.getTime() + row.province.confirmDays * DAY) : null,
  }
}

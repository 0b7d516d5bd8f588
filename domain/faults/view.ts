import type { AttachmentState, CameraStatus, Cause, Channel, Priority, Prisma, Symptom, Verdict, WaitingFor, WorkOrderEventKind, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { ReportRow } from './rows'
import { agencyIn } from '../labels/agency'
import { knowsPrivate } from '../owners/rules'
import { isOverdue, openStates } from '../workOrders/rules'

/** One line of a time line. `reason`: what the agency wrote; null also where it was taken back. */
export interface TimelineEntry { kind: WorkOrderEventKind, at: Date, toState: WorkOrderState | null, reason: string | null, waitingFor: WaitingFor | null }

/** A camera as it stands in views of reports and repairs. */
export interface CameraGist { id: string, code: string, label: string, siteName: string, latitude: number, longitude: number, status: CameraStatus }

/** A place outside the register; everything is null when it was taken back (`erased`). */
export interface PlaceGist { text: string | null, latitude: number | null, longitude: number | null, erased: boolean }

/** A detail; `text` null: its message was taken back. */
export interface NoteView { text: string | null, at: Date }

/** A report as the reporter, and those who repair, see it. */
export interface ReportView {
  id: string
  number: string
  createdAt: Date
  /** When the agency is (to be) told. */
  releaseAt: Date
  released: boolean
  symptom: Symptom
  channel: Channel
  camera: CameraGist | null
  place: PlaceGist | null
  notes: NoteView[]
  /** Photos of the report; only STORED ones can be shown. */
  photos: { id: string, state: AttachmentState }[]
  workOrderId: string
  workOrderNumber: string
  state: WorkOrderState
  priority: Priority
  dueAt: Date
  overdue: boolean
  waitingFor: WaitingFor | null
  /** In the reader's language; null: nobody is responsible yet. */
  agencyName: string | null
  agencyPhone: string | null
  repairedAt: Date | null
  closedAt: Date | null
  /** Null: not closed after a repair. */
  confirmed: boolean | null
  reopened: number
  cause: Cause | null
  /** Photos after the repair that can be shown. */
  repairPhotos: string[]
  /** People who reported it and whom the agency was told of; the viewer's own counts from the start. */
  reporters: number
  /** False: the reporter has blocked the account and cannot be asked. */
  reporterReachable: boolean
  mine: boolean
  verdict: Verdict | null
  stars: number | null
  /** Oldest first; what other reporters did or wrote is not in it. */
  timeline: TimelineEntry[]
  may: { undo: boolean, addDetail: boolean, answer: boolean, giveStars: boolean }
}

/** Events whose reason was written by those who repair. */
const byOffice: WorkOrderEventKind[] = ['REJECTED', 'FORWARDED', 'WAITING', 'REPAIRED']

export const cameraWanted = {
  select: { id: true, code: true, label: true, status: true, site: { select: { name: true, latitude: true, longitude: true } } },
} as const

export const notesWanted = { select: { text: true, erasedAt: true, createdAt: true }, orderBy: { createdAt: 'asc' } } as const

type CameraRow = Prisma.CameraGetPayload<typeof cameraWanted>

/** A camera's row as views show it. */
export function cameraGist(camera: CameraRow | null): CameraGist | null {
  if (!camera) return null
  const { site, ...rest } = camera
  return { ...rest, siteName: site.name, latitude: site.latitude, longitude: site.longitude }
}

/** Where a report says it is; null when it says nothing (a camera of the register). */
export function placeGist({ placeText, latitude, longitude, placeErasedAt }: { placeText: string | null, latitude: number | null, longitude: number | null, placeErasedAt: Date | null }): PlaceGist | null {
  const erased = placeErasedAt !== null
  return erased || placeText !== null || latitude !== null ? { text: placeText, latitude, longitude, erased } : null
}

/** Details as they are shown. */
export function noteViews(notes: { text: string, erasedAt: Date | null, createdAt: Date }[]): NoteView[] {
  return notes.map(({ text, erasedAt, createdAt }) => ({ text: erasedAt ? null : text, at: createdAt }))
}

/** What a WAITING event waited for. */
export function waitingForIn(data: Prisma.JsonValue): WaitingFor | null {
  return (data as { waitingFor?: WaitingFor }).waitingFor ?? null
}

/** The report as the actor sees it. */
export function toReportView({ actor, now }: Act, report: ReportRow): ReportView {
  const { reporterId, releasedAt, camera: about, placeText, placeErasedAt, latitude, longitude, provinceCode, agencyId, assigneeId, agency, waitingSince, notes, events, ...shown } = report
  const { state, verdict, stars } = shown
  const mine = reporterId === actor.userId
  const released = releasedAt !== null
  // Who reported a private camera as an officer may be none any more.
  const camera = about?.ownership === 'PRIVATE' && !knowsPrivate(actor, provinceCode) ? null : about
  return {
    ...shown,
    camera,
    released,
    place: placeGist({ placeText, placeErasedAt, latitude, longitude }),
    notes: notes.map(({ text, at }) => ({ text, at: new Date(at) })),
    overdue: isOverdue({ ...shown, waitingSince }, now),
    agencyName: agencyIn(agency, actor.language),
    agencyPhone: agency?.phone ?? null,
    mine,
    timeline: released ? events.map(event => timelineEntry(event, event.actorId === actor.userId)) : [],
    may: {
      undo: mine && !released,
      addDetail: mine && openStates.includes(state),
      answer: mine && released && state === 'REPAIRED',
      giveStars: mine && state === 'CLOSED' && verdict === 'FIXED' && stars === null,
    },
  }
}

function timelineEntry({ kind, at, toState, reason, data }: ReportRow['events'][number], own: boolean): TimelineEntry {
  return { kind, at: new Date(at), toState, reason: own || byOffice.includes(kind) ? reason : null, waitingFor: waitingForIn(data) }
}

import * as z from 'zod'
import { AttachmentState, CameraStatus, Cause, Priority, Symptom, Verdict, WaitingFor, WorkOrderEventKind, WorkOrderState } from '../../../domain/enums'
import { moment, satang } from './output'

const movable = ['acknowledge', 'assign', 'start', 'wait', 'resume', 'forward', 'reject', 'markDuplicate', 'repair', 'setPriority', 'addNote', 'confirm', 'reopen', 'expire'] as const

const camera = z.object({ id: z.uuid(), code: z.string(), label: z.string(), siteName: z.string(), latitude: z.number(), longitude: z.number(), status: z.enum(CameraStatus) })
const place = z.object({ text: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable(), erased: z.boolean() })
const note = z.object({ text: z.string().nullable(), at: moment })
const timelineEntry = z.object({ kind: z.enum(WorkOrderEventKind), at: moment, toState: z.enum(WorkOrderState).nullable(), reason: z.string().nullable(), waitingFor: z.enum(WaitingFor).nullable() })

const workFields = {
  id: z.uuid(),
  number: z.string(),
  state: z.enum(WorkOrderState),
  priority: z.enum(Priority),
  symptom: z.enum(Symptom),
  openedAt: moment,
  dueAt: moment,
  overdue: z.boolean(),
  waitingFor: z.enum(WaitingFor).nullable(),
  camera: camera.nullable(),
  place: place.nullable(),
  agencyName: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  reporters: z.int(),
  reopened: z.int(),
  moves: z.array(z.enum(movable)),
}

/** A repair in a list. */
export const workSummary = z.object(workFields).meta({ id: 'WorkOrderSummary' })

/** A repair with everything about it that those who repair may know. */
export const workOrderView = z.object({
  ...workFields,
  waitingNote: z.string().nullable(),
  waitingSince: moment.nullable(),
  repairedAt: moment.nullable(),
  closedAt: moment.nullable(),
  cause: z.enum(Cause).nullable(),
  costSatang: satang.nullable(),
  confirmed: z.boolean().nullable(),
  duplicateOf: z.string().nullable(),
  reports: z.array(z.object({ number: z.string(), symptom: z.enum(Symptom), at: moment, place: place.nullable(), notes: z.array(note), verdict: z.enum(Verdict).nullable(), stars: z.int().nullable() })),
  reporterReachable: z.boolean(),
  photos: z.array(z.object({ id: z.uuid(), after: z.boolean() })),
  timeline: z.array(timelineEntry.extend({ actorName: z.string().nullable() })),
  answerBy: moment.nullable(),
}).meta({ id: 'WorkOrder' })

/** A report as its reporter sees it. */
export const reportView = z.object({
  id: z.uuid(),
  number: z.string(),
  createdAt: moment,
  releaseAt: moment,
  released: z.boolean(),
  symptom: z.enum(Symptom),
  camera: camera.nullable(),
  place: place.nullable(),
  notes: z.array(note),
  photos: z.array(z.object({ id: z.uuid(), state: z.enum(AttachmentState) })),
  workOrderId: z.uuid(),
  workOrderNumber: z.string(),
  state: z.enum(WorkOrderState),
  dueAt: moment,
  overdue: z.boolean(),
  waitingFor: z.enum(WaitingFor).nullable(),
  agencyName: z.string().nullable(),
  agencyPhone: z.string().nullable(),
  confirmed: z.boolean().nullable(),
  reopened: z.int(),
  cause: z.enum(Cause).nullable(),
  repairPhotos: z.array(z.uuid()),
  reporters: z.int(),
  mine: z.boolean(),
  verdict: z.enum(Verdict).nullable(),
  stars: z.int().nullable(),
  timeline: z.array(timelineEntry),
  may: z.object({ undo: z.boolean(), addDetail: z.boolean(), answer: z.boolean(), giveStars: z.boolean() }),
}).meta({ id: 'Report' })

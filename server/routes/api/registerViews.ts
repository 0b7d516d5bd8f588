import * as z from 'zod'
import { cameraFieldNames } from '../../../domain/cameras/fields'
import { cameraFacts } from '../../../domain/cameras/schema'
import { CameraKind, CameraStatus, Cause, Channel, StatusSource, Symptom, WorkOrderState, Zone } from '../../../domain/enums'
import { findingsView } from './entryViews'
import { label, moment, satang } from './output'

const place = { latitude: z.number(), longitude: z.number() }

/** A page of the register. */
export const pageView = z.object({
  items: z.array(z.object({
    id: z.uuid(),
    code: z.string(),
    siteName: z.string(),
    label: z.string(),
    zone: z.enum(Zone),
    kind: z.enum(CameraKind),
    ...place,
    provinceCode: z.string(),
    district: z.string().nullable(),
    agencyId: z.uuid().nullable(),
    agencyName: z.string().nullable(),
    status: z.enum(CameraStatus),
    statusSince: moment,
    hidden: z.boolean().describe('A private one'),
    whole: z.boolean().describe('You see all that is known of it'),
    completeness: z.int().nullable(),
    linked: z.boolean().nullable(),
    retentionDays: z.int().nullable(),
  })),
  next: z.string().nullable().describe('`cursor` of the next page'),
  narrowed: z.boolean().describe('The filter asks for what not everybody may see: only cameras that you see all of were looked at'),
}).meta({ id: 'RegisterPage' })

/** How many a filter finds. */
export const countsView = z.object({
  total: z.int(),
  status: z.partialRecord(z.enum(CameraStatus), z.int()),
  agencies: z.object({ all: z.int(), withCameras: z.int() }).nullable(),
  box: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).nullable(),
}).meta({ id: 'RegisterCounts' })

/** Provinces to choose from. */
export const provincesView = z.object({ items: z.array(label.extend({ code: z.string() })) }).meta({ id: 'Provinces' })

/** What a part of the map shows. */
export const pointsView = z.object({
  points: z.array(z.object({ id: z.uuid(), code: z.string(), siteName: z.string(), label: z.string(), ...place, status: z.enum(CameraStatus), hidden: z.boolean(), direction: z.int().nullable(), fieldOfView: z.int().nullable(), range: z.int().nullable() })),
  clusters: z.array(z.object({ ...place, count: z.int() })),
}).meta({ id: 'RegisterPoints' })

const known = z.object({
  facts: cameraFacts,
  maintainingAgency: label.nullable(),
  people: z.boolean().describe('False: who is in charge is left out'),
  completeness: z.int(),
  missing: z.array(z.enum(cameraFieldNames)),
  findings: findingsView,
  statusReason: z.string().nullable(),
  verifiedAt: moment.nullable(),
  address: z.string().nullable(),
  repairs: z.array(z.object({ number: z.string(), symptom: z.enum(Symptom), state: z.enum(WorkOrderState), openedAt: moment, dueAt: moment, repairedAt: moment.nullable(), closedAt: moment.nullable(), cause: z.enum(Cause).nullable(), costSatang: satang.nullable() })),
})

/** A camera without what only the app needs. */
export const cameraFactsView = z.object({
  id: z.uuid(),
  code: z.string(),
  label: z.string(),
  site: z.object({ id: z.uuid(), name: z.string(), zone: z.enum(Zone), ...place, provinceCode: z.string(), province: label, district: label.nullable(), subdistrict: label.nullable() }),
  kind: z.enum(CameraKind),
  direction: z.int().nullable(),
  fieldOfView: z.int().nullable(),
  range: z.int().nullable(),
  agency: label.extend({ id: z.uuid() }).nullable(),
  status: z.enum(CameraStatus),
  statusSource: z.enum(StatusSource),
  statusSince: moment,
  hidden: z.boolean().describe('A private one'),
  repair: z.object({ state: z.enum(WorkOrderState), dueAt: moment }).nullable(),
  known: known.nullable().describe('Null: not for you'),
}).meta({ id: 'Camera' })

/** A camera as its page shows it. */
export const cameraView = cameraFactsView.extend({
  known: known.extend({ photos: z.array(z.object({ id: z.uuid(), preview: z.url(), full: z.url() })) }).nullable().describe('Null: not for you'),
  demand: z.int().nullable().describe('How often its footage was asked for in the last twelve months; null: not for you'),
  mayEdit: z.boolean(),
  report: z.string().nullable().describe('Opens the chat to report it; null when the chat is not known yet'),
  page: z.url(),
}).meta({ id: 'CameraPage' })

const kept = z.union([z.string(), z.number(), z.boolean()]).nullable()

/** What was changed. */
export const historyView = z.object({
  items: z.array(z.object({
    id: z.int(),
    at: moment,
    by: z.string().nullable(),
    of: z.enum(['camera', 'site']),
    action: z.string(),
    fields: z.array(z.object({ field: z.string(), before: kept, after: kept, hidden: z.boolean() })),
    reason: z.string().nullable(),
    channel: z.enum(Channel),
    afterSubmit: z.boolean(),
  })),
  next: z.int().nullable().describe('`before` of the next page'),
}).meta({ id: 'History' })

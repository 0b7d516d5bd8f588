import type { z } from 'zod'
import type { Symptom, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { Host } from './join'
import type { Subject } from './subject'
import { agencyIn } from '../labels/agency'
import { newHost, openHost } from './join'
import { numbered } from './numbered'
import { releaseTime } from './rules'
import * as schema from './schema'
import { lockedCamera, placeIn } from './subject'

/** A report as it was stored. */
export interface StoredReport {
  reportId: string
  number: string
  workOrderId: string
  workOrderNumber: string
  workOrderState: WorkOrderState
  /** Others had reported it before. */
  joined: boolean
  /** The same person had reported it before: this is that report, nothing new was stored. */
  already: boolean
  /** People who reported it, this one included. */
  reporters: number
  symptom: Symptom
  /** Null: not in the register. */
  camera: Subject['camera']
  /** Who repairs it, in the reporter's language; null while that is not known. */
  agencyName: string | null
  /** By when it is to be repaired. */
  dueAt: Date
  /** When the agency is told; until then it can be undone. */
  releaseAt: Date
  released: boolean
}

/**
 * แจ้งกล้องเสีย: stores a report and hangs it on the camera's open work order, or opens one. The agency is told `undoMs` later.
 * Two queries for one's own report, three to join, four to open a work order; any number of people may do it in the same instant.
 * Refused as `cameraUnknown`, `cameraRemoved` or `provinceUnknown`.
 */
export async function reportFault(act: Act, input: z.input<typeof schema.faultReport>): Promise<StoredReport> {
  const report = schema.faultReport.parse(input)
  const reporterId = act.actor.userId
  const [subject, open] = 'cameraId' in report
    ? await Promise.all([lockedCamera(act, report.cameraId), openHost(act.db, report.cameraId, reporterId)])
    : [await placeIn(act, report.provinceCode), null]
  if (open?.own) return { ...ownIn(act, subject, open), already: true }
  const host = open ?? await newHost(act, subject, report.symptom, act.now)
  const place = 'place' in report ? report.place : {}
  const releaseAt = releaseTime(act.now, act.now)
  const { id, number } = await numbered('F', act.now, async (id, number) => act.db.$executeRaw`
    INSERT INTO "FaultReport" ("id", "number", "provinceCode", "cameraId", "placeText", "placeMessageId", "latitude", "longitude",
      "symptom", "channel", "reporterId", "workOrderId", "createdAt", "releaseAt")
    VALUES (${id}::uuid, ${number}, ${subject.provinceCode}, ${subject.camera?.id ?? null}::uuid,
      ${place.text ?? null}, ${place.messageId ?? null}, ${place.latitude ?? null}::float8, ${place.longitude ?? null}::float8,
      ${report.symptom}::"Symptom", ${report.channel}::"Channel", ${reporterId}::uuid, ${host.id}::uuid, ${act.now}::timestamptz, ${releaseAt}::timestamptz)
    ON CONFLICT ("number") DO NOTHING`)
  return { ...stored(act, subject, host), reportId: id, number, joined: open !== null, already: false, reporters: host.reporters + 1, symptom: report.symptom, releaseAt, released: false }
}

/** The actor's own report on a work order, as it stands. */
export function ownIn(act: Act, subject: Subject, host: Host): StoredReport {
  const { own, reporters } = host
  if (!own) throw new Error(`No own report on ${host.number}`)
  return { ...stored(act, subject, host), reportId: own.id, number: own.number, joined: reporters > 1, already: false, reporters, symptom: own.symptom, releaseAt: own.releaseAt, released: own.releasedAt !== null }
}

function stored(act: Act, subject: Subject, host: Host) {
  return {
    workOrderId: host.id,
    workOrderNumber: host.number,
    workOrderState: host.state,
    camera: subject.camera,
    agencyName: agencyIn(host.agency, act.actor.language),
    dueAt: host.dueAt,
  }
}

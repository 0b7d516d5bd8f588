import type { Symptom, Tx, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { Subject } from './subject'
import { due } from '../workOrders/rules'
import { numbered } from './numbered'

/** The work order that a report hangs on. */
export interface Host {
  id: string
  number: string
  state: WorkOrderState
  dueAt: Date
  agency: Subject['agency']
  /** People who reported it already, and the reporter's own report if they are among them. */
  reporters: number
  own: { id: string, number: string, symptom: Symptom, releaseAt: Date, releasedAt: Date | null } | null
}

interface OpenRow extends Omit<Host, 'agency' | 'own'> {
  agencyId: string | null
  agencyName: string | null
  agencyNameEn: string | null
  ownId: string | null
  ownNumber: string | null
  ownSymptom: Symptom | null
  ownReleaseAt: Date | null
  ownReleasedAt: Date | null
}

/** The open work order of a camera, as this reporter meets it; null when there is none. The camera is locked. */
export async function openHost(db: Tx, cameraId: string, reporterId: string): Promise<Host | null> {
  const [row] = await db.$queryRaw<OpenRow[]>`
    SELECT w."id"::text, w."number", w."state"::text, w."dueAt", a."id"::text AS "agencyId", a."name" AS "agencyName", a."nameEn" AS "agencyNameEn",
      (SELECT count(DISTINCT r."reporterId")::int FROM "FaultReport" r WHERE r."workOrderId" = w."id") AS "reporters",
      own."id"::text AS "ownId", own."number" AS "ownNumber", own."symptom"::text AS "ownSymptom",
      own."releaseAt" AS "ownReleaseAt", own."releasedAt" AS "ownReleasedAt"
    FROM "WorkOrder" w LEFT JOIN "Agency" a ON a."id" = w."agencyId"
    LEFT JOIN "FaultReport" own ON own."workOrderId" = w."id" AND own."reporterId" = ${reporterId}::uuid
    WHERE w."cameraId" = ${cameraId}::uuid AND w."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE')
    ORDER BY own."createdAt" DESC LIMIT 1`
  if (!row) return null
  const { id, number, state, dueAt, reporters } = row
  return {
    id,
    number,
    state,
    dueAt,
    reporters,
    agency: row.agencyId === null ? null : { id: row.agencyId, name: row.agencyName!, nameEn: row.agencyNameEn },
    own: row.ownId === null ? null : { id: row.ownId, number: row.ownNumber!, symptom: row.ownSymptom!, releaseAt: row.ownReleaseAt!, releasedAt: row.ownReleasedAt },
  }
}

/** A new work order about the subject; the agency is not told yet. The camera is locked and has no open one. */
export async function newHost(act: Pick<Act, 'db'>, subject: Subject, symptom: Symptom, openedAt: Date): Promise<Host> {
  const dueAt = due(openedAt, 'NORMAL', subject, 0)
  const { id, number } = await numbered('W', openedAt, async (id, number) => act.db.$executeRaw`
    INSERT INTO "WorkOrder" ("id", "number", "provinceCode", "agencyId", "cameraId", "symptom", "openedAt", "dueAt")
    VALUES (${id}::uuid, ${number}, ${subject.provinceCode}, ${subject.agency?.id ?? null}::uuid, ${subject.camera?.id ?? null}::uuid,
      ${symptom}::"Symptom", ${openedAt}::timestamptz, ${dueAt}::timestamptz)
    ON CONFLICT ("number") DO NOTHING`)
  return { id, number, state: 'NEW', dueAt, agency: subject.agency, reporters: 0, own: null }
}

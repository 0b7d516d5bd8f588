import type { CameraStatus, Prisma, Tx } from '../../prisma/client'
import type { WorkOrderGist } from '../notices/kinds'

/** A work order with what its moves and notices need. Reports are those the agency knows of, newest first. */
export interface InHand extends Prisma.WorkOrderGetPayload<object> {
  province: { urgentDays: number, highDays: number, normalDays: number, confirmDays: number }
  agency: { name: string, nameEn: string | null } | null
  camera: { id: string, code: string, label: string, siteName: string, status: CameraStatus } | null
  reports: { id: string, number: string, reporterId: string }[]
  followers: string[]
}

/** Reads work orders, oldest first, in one query; locking is the caller's. */
export function inHand(db: Tx, ids: string[]): Promise<InHand[]> {
  return db.$queryRaw<InHand[]>`
    SELECT w.*,
      json_build_object('urgentDays', p."urgentDays", 'highDays', p."highDays", 'normalDays', p."normalDays", 'confirmDays', p."confirmDays") AS "province",
      CASE WHEN a."id" IS NOT NULL THEN json_build_object('name', a."name", 'nameEn', a."nameEn") END AS "agency",
      CASE WHEN c."id" IS NOT NULL THEN json_build_object('id', c."id", 'code', c."code", 'label', c."label", 'siteName', s."name", 'status', c."status") END AS "camera",
      (SELECT COALESCE(json_agg(json_build_object('id', r."id", 'number', r."number", 'reporterId', r."reporterId") ORDER BY r."createdAt" DESC), '[]')
        FROM "FaultReport" r WHERE r."workOrderId" = w."id" AND r."releasedAt" IS NOT NULL) AS "reports",
      (SELECT COALESCE(json_agg(f."userId"), '[]') FROM "WorkOrderFollower" f WHERE f."workOrderId" = w."id") AS "followers"
    FROM "WorkOrder" w JOIN "Province" p ON p."code" = w."provinceCode" LEFT JOIN "Agency" a ON a."id" = w."agencyId"
    LEFT JOIN "Camera" c ON c."id" = w."cameraId" LEFT JOIN "Site" s ON s."id" = c."siteId"
    WHERE w."id" = ANY(${ids}::uuid[]) ORDER BY w."openedAt"`
}

/** What notices say of it. */
export function gistOf({ id, number, camera, agency, symptom, state, priority, dueAt, reports }: InHand): WorkOrderGist {
  return {
    workOrderId: id,
    number,
    camera: camera && { id: camera.id, code: camera.code, siteName: camera.siteName, label: camera.label },
    agency,
    symptom,
    state,
    priority,
    dueAt: dueAt.toISOString(),
    reporters: new Set(reports.map(report => report.reporterId)).size,
  }
}

/** Says how the camera is, as follows from its repair. A removed camera stays removed. */
export async function inferStatus(db: Tx, { camera }: InHand, status: CameraStatus | null, now: Date): Promise<void> {
  if (!camera || !status || camera.status === status || camera.status === 'REMOVED') return
  await db.$executeRaw`
    UPDATE "Camera" SET "status" = ${status}::"CameraStatus", "statusSource" = 'INFERRED', "statusSince" = ${now}::timestamptz WHERE "id" = ${camera.id}::uuid`
}

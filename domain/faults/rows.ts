import type { AttachmentState, Cause, Ownership, Priority, Prisma, Tx, WaitingFor, WorkOrderEventKind, WorkOrderState } from '../../prisma/client'
import type { CameraGist } from './view'

type Report = Pick<Prisma.FaultReportGetPayload<object>, 'id' | 'number' | 'createdAt' | 'releaseAt' | 'releasedAt' | 'symptom' | 'channel' | 'verdict' | 'stars'
  | 'reporterId' | 'workOrderId' | 'placeText' | 'latitude' | 'longitude' | 'placeErasedAt'>

/** A report with all that its view shows. Times inside lists are ISO 8601. */
export interface ReportRow extends Report {
  reporterReachable: boolean
  /** Its own, or the one that its work order is about. */
  camera: CameraGist & { ownership: Ownership } | null
  workOrderNumber: string
  provinceCode: string
  agencyId: string | null
  assigneeId: string | null
  state: WorkOrderState
  priority: Priority
  dueAt: Date
  waitingSince: Date | null
  waitingFor: WaitingFor | null
  repairedAt: Date | null
  closedAt: Date | null
  confirmed: boolean | null
  reopened: number
  cause: Cause | null
  agency: { name: string, nameEn: string | null, phone: string | null } | null
  /** People whose report the agency knows of, and this one. */
  reporters: number
  /** Oldest first, as all lists here; `text` null: taken back. */
  notes: { text: string | null, at: string }[]
  photos: { id: string, state: AttachmentState }[]
  /** Stored photos of the repair. */
  repairPhotos: string[]
  /** What everybody may know of its history. */
  events: { kind: WorkOrderEventKind, at: string, actorId: string | null, toState: WorkOrderState | null, reason: string | null, data: Prisma.JsonValue }[]
}

/**
 * Reads reports in one statement.
 * @param db the transaction
 * @param which what follows after FROM: conditions on the report `r` and its work order `w`, order and limit
 */
export function readReports(db: Tx, which: Prisma.Sql): Promise<ReportRow[]> {
  return db.$queryRaw<ReportRow[]>`
    SELECT r."id", r."number", r."createdAt", r."releaseAt", r."releasedAt", r."symptom"::text, r."channel"::text, r."verdict"::text, r."stars",
      r."reporterId", r."workOrderId", r."placeText", r."latitude", r."longitude", r."placeErasedAt", u."reachable" AS "reporterReachable",
      CASE WHEN c."id" IS NOT NULL THEN json_build_object('id', c."id", 'code', c."code", 'label', c."label", 'status', c."status",
        'ownership', c."ownership", 'siteName', s."name", 'latitude', s."latitude", 'longitude', s."longitude") END AS "camera",
      w."number" AS "workOrderNumber", w."provinceCode", w."agencyId", w."assigneeId", w."state"::text, w."priority"::text, w."dueAt", w."waitingSince",
      w."waitingFor"::text, w."repairedAt", w."closedAt", w."confirmed", w."reopened", w."cause"::text,
      CASE WHEN a."id" IS NOT NULL THEN json_build_object('name', a."name", 'nameEn', a."nameEn", 'phone', a."phone") END AS "agency",
      (SELECT count(DISTINCT o."reporterId")::int FROM "FaultReport" o
        WHERE o."workOrderId" = w."id" AND (o."releasedAt" IS NOT NULL OR o."id" = r."id")) AS "reporters",
      (SELECT coalesce(json_agg(json_build_object('text', CASE WHEN n."erasedAt" IS NULL THEN n."text" END, 'at', n."createdAt") ORDER BY n."createdAt"), '[]')
        FROM "ReportNote" n WHERE n."faultReportId" = r."id") AS "notes",
      (SELECT coalesce(json_agg(json_build_object('id', p."id", 'state', p."state") ORDER BY p."createdAt"), '[]')
        FROM "Attachment" p WHERE p."faultReportId" = r."id" AND p."state" IN ('PENDING', 'STORED')) AS "photos",
      (SELECT coalesce(json_agg(p."id" ORDER BY p."createdAt"), '[]')
        FROM "Attachment" p WHERE p."workOrderId" = w."id" AND p."state" = 'STORED') AS "repairPhotos",
      (SELECT coalesce(json_agg(json_build_object('kind', e."kind", 'at', e."at", 'actorId', e."actorId", 'toState', e."toState", 'reason', e."reason", 'data', e."data")
          ORDER BY e."at", e."id"), '[]')
        FROM "WorkOrderEvent" e WHERE e."workOrderId" = w."id" AND e."kind" NOT IN ('JOINED', 'WITHDRAWN', 'PRIORITY', 'NOTE')) AS "events"
    FROM "FaultReport" r JOIN "WorkOrder" w ON w."id" = r."workOrderId" JOIN "User" u ON u."id" = r."reporterId"
    LEFT JOIN "Camera" c ON c."id" = coalesce(r."cameraId", w."cameraId") LEFT JOIN "Site" s ON s."id" = c."siteId"
    LEFT JOIN "Agency" a ON a."id" = w."agencyId"
    ${which}`
}

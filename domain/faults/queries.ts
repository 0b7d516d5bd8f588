import type { CameraStatus } from '../../prisma/client'
import type { Act } from '../act'
import type { ReportView } from './view'
import { Prisma } from '../../prisma/client'
import { Refusal } from '../refusal'
import { standings } from '../workOrders/rules'
import { readTrackingNumber } from './number'
import { readReports } from './rows'
import { toReportView } from './view'

/** ติดตามเรื่อง: the actor's own reports, newest first; `cursor` is `next` of the page before, `limit` 10 when not given. */
export async function myReports(act: Act, { cursor, limit = 10 }: { cursor?: string, limit?: number } = {}): Promise<{ items: ReportView[], next: string | null }> {
  const before = cursor ? Prisma.sql`AND (r."createdAt", r."id") < (SELECT "createdAt", "id" FROM "FaultReport" WHERE "id" = ${cursor}::uuid)` : Prisma.empty
  const rows = await readReports(act.db, Prisma.sql`WHERE r."reporterId" = ${act.actor.userId}::uuid ${before} ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${limit + 1}::int`)
  const items = rows.slice(0, limit).map(row => toReportView(act, row))
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

/** One report, for its reporter and, once the agency was told, for those who repair it. Refused as `notFound` for anybody else. */
export async function reportView(act: Act, id: string): Promise<ReportView> {
  const [row] = await readReports(act.db, Prisma.sql`WHERE r."id" = ${id}::uuid`)
  if (!row || (row.reporterId !== act.actor.userId && !(row.releasedAt && standings(act.actor, row).length > 0))) throw new Refusal('notFound')
  return toReportView(act, row)
}

/**
 * The report of a tracking number in any spelling; a work order's number finds one's own newest report on it.
 * Refused as `notFound` like `reportView`, and for what is no such number.
 */
export async function reportByNumber(act: Act, text: string): Promise<ReportView> {
  const number = readTrackingNumber(text)
  const found = await act.db.faultReport.findFirst({
    where: number?.startsWith('W') ? { reporterId: act.actor.userId, workOrder: { number } } : { number: number ?? '' },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  if (!found) throw new Refusal('notFound')
  return reportView(act, found.id)
}

/** A camera that the actor has reported before. */
export interface RecentCamera {
  id: string
  code: string
  label: string
  siteName: string
  status: CameraStatus
  /** Somebody has reported it and it is not repaired and closed yet. */
  open: boolean
}

/** The cameras that the actor reported last, newest first; removed and private ones are left out. `limit` 3 when not given. */
export async function recentCameras(act: Act, limit = 3): Promise<RecentCamera[]> {
  return act.db.$queryRaw<RecentCamera[]>`
    SELECT c."id", c."code", c."label", s."name" AS "siteName", c."status"::text, EXISTS (
      SELECT FROM "WorkOrder" w WHERE w."cameraId" = c."id" AND w."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE')) AS "open"
    FROM (
      SELECT "cameraId", max("createdAt") AS "last"
      FROM (SELECT "cameraId", "createdAt" FROM "FaultReport" WHERE "reporterId" = ${act.actor.userId}::uuid ORDER BY "createdAt" DESC LIMIT ${limit * 10}::int) latest
      GROUP BY "cameraId"
    ) mine
    JOIN "Camera" c ON c."id" = mine."cameraId" AND c."status" <> 'REMOVED' AND c."ownership" = 'PUBLIC' JOIN "Site" s ON s."id" = c."siteId"
    ORDER BY mine."last" DESC LIMIT ${limit}::int`
}

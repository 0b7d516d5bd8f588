import type { Act } from '../act'
import { Prisma } from '../../prisma/client'

/** Of how many months demand is told. */
export const demandMonths = 12

/** What was asked for and not called off, nor kept back by a supervisor: an officer who asked the same twice counts once. `hours`: from when it was asked until the first answer. */
export const askedOnce = Prisma.sql`
  SELECT DISTINCT ON (i."askId", r."officerId") i."cameraId", i."state", i."cause", i."complete", r."provinceCode", r."agencyId", r."createdAt",
    CASE WHEN NOT r."logged" AND i."answeredAt" >= coalesce(r."decidedAt", r."createdAt") THEN extract(epoch FROM i."answeredAt" - coalesce(r."decidedAt", r."createdAt")) / 3600 END AS "hours"
  FROM "FootageItem" i JOIN "FootageRequest" r ON r."id" = i."requestId"
  WHERE r."state" NOT IN ('AWAITING_APPROVAL', 'DECLINED', 'CANCELLED')`

/** Which of them: the first time. */
export const firstTime = Prisma.sql`ORDER BY i."askId", r."officerId", r."createdAt", i."id"`

/** How often the recordings of cameras were asked for, or asked for on foot, in the last twelve months; by camera. */
export async function demandOf({ db, now }: Pick<Act, 'db' | 'now'>, cameraIds: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ cameraId: string, count: number }[]>`
    SELECT w."cameraId"::text, count(*)::int AS "count" FROM (${askedOnce} AND i."cameraId" = ANY(${cameraIds}::uuid[]) ${firstTime}) w
    WHERE w."createdAt" > ${now}::timestamptz - make_interval(months => ${demandMonths}::int) GROUP BY w."cameraId"`
  return new Map(rows.map(({ cameraId, count }) => [cameraId, count]))
}

import type { CameraStatus } from '../../prisma/client'
import type { Reader } from '../cameras/sight'
import type { Filter } from './filter'
import { Prisma } from '../../prisma/client'
import { CameraStatus as every } from '../enums'
import { conditions } from './filter'

/** More are not counted one by one. */
export const mostCounted = 10_000

/** How many cameras a filter finds, by status. A number above `mostCounted` means “more than that”. */
export interface RegisterCounts {
  total: number
  status: Partial<Record<CameraStatus, number>>
  /** The province's agencies, and how many of them have a camera that the filter finds; null without a province. */
  agencies: { all: number, withCameras: number } | null
}

/** How many cameras a filter finds. */
export async function registerCounts(reader: Reader, filter: Filter): Promise<RegisterCounts> {
  const { where, site } = await conditions(reader, filter)
  const from = Prisma.sql`"Camera" c ${site ? Prisma.sql`JOIN "Site" s ON s."id" = c."siteId"` : Prisma.empty}`
  const states = filter.status ?? Object.values(every).filter(status => status !== 'REMOVED')
  const rows = await reader.db.$queryRaw<{ status: CameraStatus, count: number }[]>`
    SELECT v."status", (SELECT count(*)::int FROM (
      SELECT 1 FROM ${from} WHERE c."status" = v."status"::"CameraStatus" AND ${where} LIMIT ${Prisma.raw(String(mostCounted + 1))}) counted) AS "count"
    FROM unnest(${states}::text[]) AS v ("status")`
  const [agencies] = filter.province
    ? await reader.db.$queryRaw<[{ all: number, withCameras: number }]>`
      SELECT count(*)::int AS "all", (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ${from} WHERE c."agencyId" = a."id" AND ${where})))::int AS "withCameras"
      FROM "Agency" a WHERE a."provinceCode" = ${filter.province}`
    : []
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    status: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    agencies: agencies ?? null,
  }
}

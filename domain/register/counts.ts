import type { CameraStatus } from '../../prisma/client'
import type { Reader } from '../cameras/sight'
import type { Filter } from './filter'
import type { Box } from './points'
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
  /** Where they are; of very many, where the province's points are. Null: nowhere, or everywhere. */
  box: Box | null
}

/** Of more, it is not looked up where each is. */
const mostLocated = 2_000

/** How many public cameras a filter finds: a number would tell of private ones that stand alone somewhere. */
export async function registerCounts(reader: Reader, filter: Filter): Promise<RegisterCounts> {
  const { where: shown, site } = await conditions(reader, filter)
  const where = Prisma.sql`${shown} AND c."ownership" = 'PUBLIC'`
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
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    total,
    box: await boxOf(reader, total > mostLocated ? filter.province === undefined ? undefined : Prisma.sql`"Site" s WHERE s."provinceCode" = ${filter.province} AND s."removedAt" IS NULL AND s."ownership" = 'PUBLIC'` : Prisma.sql`"Camera" c JOIN "Site" s ON s."id" = c."siteId" WHERE ${where}`),
    status: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    agencies: agencies ?? null,
  }
}

/** A degree is some 110 km: no province reaches so far from where most of its cameras are. */
const farOff = 2

/** What holds all of these sites; of one province without those that lie far outside of it, whose coordinates are wrong: else a map of it would show nothing else. */
async function boxOf({ db }: Reader, from: Prisma.Sql | undefined): Promise<Box | null> {
  if (!from) return null
  const [box] = await db.$queryRaw<[{ [Side in keyof Box]: number | null }]>`
    WITH places AS MATERIALIZED (SELECT s."longitude" AS x, s."latitude" AS y, s."provinceCode" AS province FROM ${from}),
      middle AS (SELECT avg(x) AS x, avg(y) AS y, count(DISTINCT province) = 1 AS one FROM places)
    SELECT min(p.x) AS "west", min(p.y) AS "south", max(p.x) AS "east", max(p.y) AS "north"
    FROM places p, middle m WHERE NOT m.one OR abs(p.x - m.x) < ${farOff} AND abs(p.y - m.y) < ${farOff}`
  return box.west === null ? null : box as Box
}

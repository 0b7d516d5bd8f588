import type { CameraStatus } from '../../prisma/client'
import type { Place } from '../cameras/geo'
import type { Reader } from '../cameras/sight'
import type { Filter } from './filter'
import { Prisma } from '../../prisma/client'
import { seesWhole } from '../cameras/sight'
import { conditions } from './filter'

/** More are counted together. */
export const mostPoints = 2_000
/** How many counted ones stand beside each other, at most. */
const columns = 12

/** A camera on the map. What it sees is null when it is not known, or not for the reader. */
export interface RegisterPoint extends Place {
  id: string
  code: string
  siteName: string
  label: string
  status: CameraStatus
  hidden: boolean
  direction: number | null
  fieldOfView: number | null
  range: number | null
}

/** Cameras in a part of the map: one by one, or so many together. */
export interface RegisterPoints { points: RegisterPoint[], clusters: (Place & { count: number })[] }

/** A box, degrees. */
export interface Box { west: number, south: number, east: number, north: number }

/** The cameras of a filter that stand inside a box. */
export async function registerPoints(reader: Reader, { box: { west, south, east, north }, ...filter }: Filter & { box: Box }): Promise<RegisterPoints> {
  const { where } = await conditions(reader, filter)
  const inside = Prisma.sql`"Site" s JOIN "Camera" c ON c."siteId" = s."id"
    WHERE point(s."longitude", s."latitude") <@ box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8)) AND ${where}`
  const rows = await reader.db.$queryRaw<(RegisterPoint & { provinceCode: string, agencyId: string | null })[]>`
    SELECT c."id", c."code", s."name" AS "siteName", c."label", c."status"::text, c."ownership" = 'PRIVATE' AS "hidden", c."direction", c."fieldOfView", c."range",
      s."latitude", s."longitude", s."provinceCode", c."agencyId"
    FROM ${inside} LIMIT ${Prisma.raw(String(mostPoints + 1))}`
  if (rows.length <= mostPoints) {
    return {
      clusters: [],
      points: rows.map(row => seesWhole(reader.sight, row) && !row.hidden ? row : { ...row, fieldOfView: null, range: null, ...row.hidden && { direction: null } }),
    }
  }
  const size = (east - west) / columns
  const clusters = await reader.db.$queryRaw<(Place & { count: number })[]>`
    SELECT avg(s."latitude") AS "latitude", avg(s."longitude") AS "longitude", count(*)::int AS "count"
    FROM ${inside} GROUP BY floor(s."longitude" / ${size}::float8), floor(s."latitude" / ${size}::float8)`
  return { points: [], clusters }
}

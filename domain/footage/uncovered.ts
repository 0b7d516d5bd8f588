import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import { Prisma } from '../../prisma/client'

/** Where the police found no camera, so often: without case, officer or day. Points that lie within some 100 m of each other are one. */
export interface Uncovered extends Place { count: number }

/** The logs (`r`) that no camera looked at the place. */
export const noCamera = Prisma.sql`r."noCamera" AND r."state" <> 'CANCELLED'`

/** Points of a condition on logs (`r`), the most frequent first; at most 1,000. */
export function uncoveredPoints({ db }: Pick<Act, 'db'>, which: Prisma.Sql): Promise<Uncovered[]> {
  return db.$queryRaw<Uncovered[]>`
    SELECT avg(r."latitude") AS "latitude", avg(r."longitude") AS "longitude", count(*)::int AS "count" FROM "FootageRequest" r
    WHERE ${noCamera} AND r."latitude" IS NOT NULL AND ${which}
    GROUP BY round(r."latitude"::numeric, 3), round(r."longitude"::numeric, 3) ORDER BY "count" DESC, 1, 2 LIMIT 1000`
}

/** The same of provinces, of all time. */
export const uncoveredOf = (act: Pick<Act, 'db'>, provinces: string[]): Promise<Uncovered[]> => uncoveredPoints(act, Prisma.sql`r."provinceCode" = ANY(${provinces}::text[])`)

/** How often the police of these provinces found no camera within so many metres of a place. */
export async function uncoveredWithin({ db }: Pick<Act, 'db'>, provinces: string[], { latitude, longitude }: Place, within: number): Promise<number> {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM "FootageRequest" r WHERE ${noCamera} AND r."provinceCode" = ANY(${provinces}::text[])
      AND 111195 * sqrt((r."latitude" - ${latitude}::float8) ^ 2 + ((r."longitude" - ${longitude}::float8) * cosd(${latitude}::float8)) ^ 2) <= ${within}::float8`
  return count
}

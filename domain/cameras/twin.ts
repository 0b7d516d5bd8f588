import { Prisma } from '../../prisma/client'

/** Two cameras closer than this (metres) and with directions that differ by no more than this (degrees) may be one. */
const metres = 3
export const twinDegrees = 10
/** At least that far in degrees, anywhere in Thailand. */
const nearby = 0.00004

/** What is looked around: columns or values of a statement. `not`: the camera itself. */
type Spot = Record<'latitude' | 'longitude' | 'direction' | 'not', Prisma.Sql>

/** A query that gives the code of a standing public camera less than 3 m away that looks the same way (`code`), or no row. */
export function twinOf({ latitude, longitude, direction, not }: Spot): Prisma.Sql {
  const apart = Prisma.sql`abs(o."direction" - ${direction})`
  return Prisma.sql`
    SELECT o."code" FROM "Site" t JOIN "Camera" o ON o."siteId" = t."id"
    WHERE point(t."longitude", t."latitude") <@ box(point(${longitude} - ${nearby}::float8, ${latitude} - ${nearby}::float8), point(${longitude} + ${nearby}::float8, ${latitude} + ${nearby}::float8))
      AND o."id" IS DISTINCT FROM ${not} AND o."ownership" = 'PUBLIC' AND o."status" <> 'REMOVED' AND least(${apart}, 360 - ${apart}) <= ${twinDegrees}::int
      AND sqrt(((t."latitude" - ${latitude}) * 110574) ^ 2 + ((t."longitude" - ${longitude}) * 111320 * cos(radians(${latitude}))) ^ 2) < ${metres}::int
    ORDER BY o."code" LIMIT 1`
}

import type { CameraField } from '../cameras/fields'
import { Prisma } from '../../prisma/client'
import { cameraFieldNames } from '../cameras/fields'

/** Columns of a camera that a file can say something of. */
export const cameraColumns: (CameraField | 'assetKey' | 'status' | 'statusReason')[] = [...cameraFieldNames, 'assetKey', 'status', 'statusReason']

/** The same of a site. */
export const siteColumns = ['name', 'zone', 'latitude', 'longitude', 'subdistrictCode', 'address'] as const

/** Column names for a statement: `"kind", "technology"`, each after `alias.` where it is given. */
export const list = (columns: readonly string[], alias?: string): Prisma.Sql => Prisma.raw(columns.map(column => `${alias ? `${alias}.` : ''}"${column}"`).join(', '))

/** Degrees of latitude that are some 3 m: nearer places are the same. */
export const SAME_PLACE = 0.000027

/** Whether a row (`r`) of an import (`run`) is in the register: by a mark for all rows, or one of its own, as earlier versions had. */
export const isApplied = Prisma.sql`(r."applied" OR r."outcome" IN ('NEW', 'CHANGED') AND r."line" <= run."appliedTo")`

const shown = (value: string) => Prisma.raw(`CASE WHEN e.key = 'installed' THEN to_jsonb(left(${value} #>> '{}', 7)) ELSE ${value} END`)

/**
 * Where what a file says (`said`, a jsonb) differs from what the register has (`has`, a row): `patch` for `jsonb_populate_record`, `fields` for the
 * history, `keys`; null where there is no such row. A status that an open fault has given stays. OFFSET keeps PostgreSQL from writing the row out as
 * JSON for each field anew.
 */
export function cameraDifference(said: string, has: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_object_agg(e.key, e.value) AS "patch",
      jsonb_object_agg(e.key, jsonb_build_array(${shown('o.row -> e.key')}, ${shown('e.value')})) FILTER (WHERE e.key <> 'assetKey') AS "fields",
      array_agg(e.key) FILTER (WHERE e.key <> 'assetKey') AS "keys"
    FROM (SELECT to_jsonb(${Prisma.raw(has)}) AS row OFFSET 0) o, jsonb_each(${Prisma.raw(said)}) e
    WHERE ${Prisma.raw(has)}."id" IS NOT NULL AND e.value IS DISTINCT FROM o.row -> e.key AND NOT (e.key IN ('status', 'statusReason') AND ${Prisma.raw(has)}."statusSource" = 'INFERRED'))`
}

/** The same of a site; a place that is nearer than 3 m is the same. */
export function siteDifference(said: string, has: string): Prisma.Sql {
  const [s, h] = [Prisma.raw(said), Prisma.raw(has)]
  return Prisma.sql`(
    SELECT jsonb_object_agg(e.key, e.value) AS "patch",
      jsonb_object_agg(e.key, jsonb_build_array(o.row -> e.key, e.value)) AS "fields",
      array_agg(e.key) AS "keys"
    FROM (SELECT to_jsonb(${h}) AS row OFFSET 0) o, jsonb_each(${s}) e
    WHERE ${h}."id" IS NOT NULL AND e.value IS DISTINCT FROM o.row -> e.key AND NOT (e.key IN ('latitude', 'longitude')
      AND abs(${h}."latitude" - (${s} ->> 'latitude')::float8) < ${SAME_PLACE}::float8 AND abs(${h}."longitude" - (${s} ->> 'longitude')::float8) < ${SAME_PLACE}::float8))`
}

import type { z } from 'zod'
import type { CameraKind, CameraStatus, Zone } from '../../prisma/client'
import type { Place } from '../cameras/geo'
import type { Reader } from '../cameras/sight'
import type { registerPage } from './schema'
import { Prisma } from '../../prisma/client'
import { seesWhole } from '../cameras/sight'
import { asksMore, conditions } from './filter'
import { ordered } from './order'

/** A camera in the register's list. What is null of the last four is not known, or not for the reader (`whole`: they see all). */
export interface RegisterRow extends Place {
  id: string
  code: string
  siteName: string
  /** What tells it from the others of its site; empty when it is the only one. */
  label: string
  zone: Zone
  kind: CameraKind
  provinceCode: string
  district: string | null
  agencyId: string | null
  agencyName: string | null
  status: CameraStatus
  statusSince: Date
  /** A private one. */
  hidden: boolean
  whole: boolean
  completeness: number | null
  linked: boolean | null
  retentionDays: number | null
}

/** A page, and where the next one begins; null: this was the last. `narrowed`: only what the reader sees all of was looked at, because the filter asks for it. */
export interface RegisterPage { items: RegisterRow[], next: string | null, narrowed: boolean }

/** Cameras of the register in pages, whatever is filtered by. Refused as `cursorUnknown`. */
export async function registerList(reader: Reader, input: z.output<typeof registerPage>): Promise<RegisterPage> {
  const { sort, cursor, limit, ...filter } = input
  const order = ordered(sort)
  const { where, site } = await conditions(reader, filter, sort)
  const name = (table: string): Prisma.Sql => Prisma.raw(`${table}."${reader.english ? 'nameEn' : 'nameTh'}"`)
  const rows = await reader.db.$queryRaw<(Omit<RegisterRow, 'whole'> & Record<string, unknown>)[]>`
    SELECT page.*, s."name" AS "siteName", s."zone"::text, s."latitude", s."longitude", s."provinceCode", ${name('d')} AS "district",
      ${reader.english ? Prisma.sql`coalesce(a."nameEn", a."name")` : Prisma.sql`a."name"`} AS "agencyName"
    FROM (
      SELECT c."id", c."code", c."siteId", c."label", c."kind"::text, c."agencyId", c."status"::text, c."statusSince", c."ownership" = 'PRIVATE' AS "hidden",
        c."completeness", c."linked", c."retentionDays", ${order.select}
      FROM "Camera" c ${site || order.site ? Prisma.sql`JOIN "Site" s ON s."id" = c."siteId"` : Prisma.empty}
      WHERE ${where} ${cursor === undefined ? Prisma.empty : Prisma.sql`AND ${order.after(cursor)}`}
      ORDER BY ${order.by}
      LIMIT ${Prisma.raw(String(limit + 1))}
    ) page
    JOIN "Site" s ON s."id" = page."siteId"
    LEFT JOIN "Subdistrict" t ON t."code" = s."subdistrictCode"
    LEFT JOIN "District" d ON d."code" = t."districtCode"
    LEFT JOIN "Agency" a ON a."id" = page."agencyId"
    ORDER BY ${order.outer}`
  const items = rows.slice(0, limit).map((row): RegisterRow => {
    const whole = !row.hidden && seesWhole(reader.sight, row)
    return { ...row, whole, ...!whole && { completeness: null, linked: null, retentionDays: null } }
  })
  const last = rows[limit - 1]
  return { items, next: rows.length > limit && last ? order.write(last) : null, narrowed: !reader.sight.everywhere && asksMore(filter, sort) }
}

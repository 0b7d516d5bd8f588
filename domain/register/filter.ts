import type { z } from 'zod'
import type { Reader, Sight } from '../cameras/sight'
import type { registerFilter, registerSort } from './schema'
import { Prisma } from '../../prisma/client'
import { assetKeys, readCameraCode } from '../cameras/code'
import { searchIds } from '../cameras/search'
import { needsProvince } from '../keys/program'
import { isShown } from '../owners/rules'

/** Which cameras. */
export type Filter = z.output<typeof registerFilter>

/** How a list is ordered. */
export type Sort = z.output<typeof registerSort>

/** Of words that fit very many places, the most that are looked at. */
const mostFound = 1_000

/** Conditions on a camera (`c`), and whether they speak of its site (`s`), too. */
export interface Conditions { where: Prisma.Sql, site: boolean }

/** A camera's province, by its code. */
export const provinceOf = Prisma.sql`left(c."code", 2)`

const inProvince = (code: string): Prisma.Sql => Prisma.sql`c."code" BETWEEN ${`${code}-00000`} AND ${`${code}-99999`}`

/** Public ones, and private ones where the reader sees them as points; those of one province, where they see no other. */
export function visible({ hidden, only }: Sight): Prisma.Sql {
  const shown = hidden.length ? Prisma.sql`(c."ownership" = 'PUBLIC' OR (${provinceOf} = ANY(${hidden}::text[]) AND ${isShown}))` : Prisma.sql`c."ownership" = 'PUBLIC'`
  return only ? Prisma.sql`${shown} AND ${inProvince(only)}` : shown
}

/** Those of which the reader sees all that is known. */
function seenWhole({ everywhere, provinces, agencies }: Sight): Prisma.Sql {
  if (everywhere) return Prisma.sql`c."ownership" = 'PUBLIC'`
  return Prisma.sql`(c."ownership" = 'PUBLIC' AND (${provinceOf} = ANY(${provinces}::text[]) OR c."agencyId" = ANY(${agencies}::uuid[])))`
}

const network = { linked: Prisma.sql`c."linked" IS TRUE`, not: Prisma.sql`c."linked" IS FALSE`, unknown: Prisma.sql`c."linked" IS NULL` }

/** Whether it asks for what not everybody may see: then only cameras are found that the reader sees all of, or the answer itself would tell. */
export const asksMore = ({ network, retention, completeness }: Filter, sort: Sort = 'code') => Boolean(network ?? retention ?? completeness) || sort.endsWith('completeness')

/** The conditions of a filter for a reader. Words are looked up first. Refused as `otherProvince` for a reader who sees one province, and asks for another. */
export async function conditions(reader: Reader, filter: Filter, sort: Sort = 'code'): Promise<Conditions> {
  const { province, agency, district, status, kind, network: links, retention, completeness, q } = filter
  const { sight } = reader
  needsProvince(sight.only, province)
  const states = status ? Prisma.sql`c."status" = ANY(${status}::text[]::"CameraStatus"[])` : Prisma.sql`c."status" <> 'REMOVED'`
  const base = Prisma.sql`${visible(sight)} AND ${states}`
  const found = [
    asksMore(filter, sort) ? Prisma.sql`${seenWhole(sight)} AND ${states}` : base,
    ...province ? [inProvince(province)] : [],
    ...agency ? [Prisma.sql`c."agencyId" = ANY(${agency}::uuid[])`] : [],
    ...kind ? [Prisma.sql`c."kind" = ANY(${kind}::text[]::"CameraKind"[])`] : [],
    ...links ? [Prisma.sql`(${Prisma.join(links.map(link => network[link]), ' OR ')})`] : [],
    ...retention === 'unknown' ? [Prisma.sql`c."retentionDays" IS NULL`] : retention ? [Prisma.sql`c."retentionDays" BETWEEN ${retention.from}::int AND ${retention.to}::int`] : [],
    ...completeness ? [Prisma.sql`c."completeness" BETWEEN ${completeness.from}::int AND ${completeness.to}::int`] : [],
    ...district ? [Prisma.sql`(${Prisma.join(district.map(code => Prisma.sql`s."subdistrictCode" BETWEEN ${`${code}00`}::bpchar AND ${`${code}99`}::bpchar`), ' OR ')})`] : [],
    ...q ? [await said(reader, q, base, province)] : [],
  ]
  return { where: Prisma.join(found, ' AND '), site: district !== undefined }
}

/** What was typed: a code, an asset number, or words of a place. */
async function said({ db }: Reader, text: string, scope: Prisma.Sql, province?: string): Promise<Prisma.Sql> {
  const code = readCameraCode(text)
  if (code) return Prisma.sql`c."code" = ${code}`
  const keys = assetKeys(text)
  const numbered = keys.length ? await db.$queryRaw<{ id: string }[]>`SELECT c."id" FROM "Camera" c WHERE c."assetKey" = ANY(${keys}::text[]) AND ${scope} LIMIT ${mostFound}` : []
  const ids = numbered.length ? numbered.map(({ id }) => id) : await searchIds(db, text, { limit: mostFound, scope, province })
  return Prisma.sql`c."id" = ANY(${ids}::uuid[])`
}

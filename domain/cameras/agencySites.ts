import type { z } from 'zod'
import type { CameraKind, CameraStatus, Zone } from '../../prisma/client'
import type { Act } from '../act'
import type { Label } from '../labels/label'
import type { CameraField } from './fields'
import { Prisma } from '../../prisma/client'
import { provincesOfSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { surveyAgencies } from '../survey/rules'
import { assetKey } from './code'
import { completenessOf } from './completeness'
import { mayFillIn } from './rights'
import * as schema from './schema'
import { searchKey, searchKeyOf } from './spelling'

/** An agency whose register the actor fills in: its standing sites and public cameras, and their average completeness (whole percent; null without cameras). */
export interface FilledInAgency extends Label { id: string, provinceCode: string, sites: number, cameras: number, completeness: number | null }

/** The agencies whose register the actor fills in, by name. */
export function filledInAgencies({ db, actor }: Act): Promise<FilledInAgency[]> {
  return db.$queryRaw<FilledInAgency[]>`
    SELECT a."id"::text, a."name" AS "th", coalesce(a."nameEn", a."name") AS "en", a."provinceCode",
      (SELECT count(*)::int FROM "Site" s WHERE s."agencyId" = a."id" AND s."removedAt" IS NULL) AS "sites",
      c."cameras", c."completeness"
    FROM "Agency" a CROSS JOIN LATERAL (
      SELECT count(*)::int AS "cameras", floor(avg(c."completeness"))::int AS "completeness"
      FROM "Camera" c WHERE c."agencyId" = a."id" AND c."status" <> 'REMOVED' AND c."ownership" = 'PUBLIC') c
    WHERE a."id" = ANY(${surveyAgencies(actor)}::uuid[]) OR a."provinceCode" = ANY(${provincesOfSecretary(actor)}::text[])
    ORDER BY a."name"`
}

/** A camera in the list of its site. `missing`: what its entry lacks, in the order of the form. */
export interface SiteCamera { id: string, code: string, label: string, kind: CameraKind, status: CameraStatus, direction: number | null, fieldOfView: number | null, range: number | null, completeness: number, missing: CameraField[] }

/** A site in the list. `completeness`: the average of its standing cameras; null without any. */
export interface ListedSite { id: string, name: string, zone: Zone, latitude: number, longitude: number, subdistrict: Label | null, removed: boolean, completeness: number | null, cameras: SiteCamera[] }

const standing = Prisma.sql`c."status" <> 'REMOVED'`
const withCamera = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM "Camera" c WHERE c."siteId" = s."id" AND c."ownership" = 'PUBLIC' AND ${condition})`

const filters: Record<NonNullable<z.output<typeof schema.siteList>['what']>, Prisma.Sql> = {
  INCOMPLETE: withCamera(Prisma.sql`${standing} AND c."completeness" < 100`),
  BROKEN: withCamera(Prisma.sql`c."status" NOT IN ('NORMAL', 'REMOVED')`),
  EMPTY: Prisma.sql`NOT ${withCamera(standing)}`,
  REMOVED: Prisma.sql`(s."removedAt" IS NOT NULL OR ${withCamera(Prisma.sql`c."status" = 'REMOVED'`)})`,
}

/** The sites of an agency with their public cameras, by name; `next` is the cursor of the next page, null on the last. What was removed is shown only where that is asked for. Refused as `agencyUnknown`, `notAllowed`. */
export async function agencySites(act: Act, input: z.input<typeof schema.siteList>): Promise<{ items: ListedSite[], next: string | null }> {
  const { agency: agencyId, q, what, cursor, limit } = schema.siteList.parse(input)
  const agency = await act.db.agency.findUnique({ where: { id: agencyId }, select: { provinceCode: true } })
  if (!agency) throw new Refusal('agencyUnknown')
  if (!mayFillIn(act.actor, { agencyId, provinceCode: agency.provinceCode })) throw new Refusal('notAllowed')
  const conditions = [
    Prisma.sql`s."agencyId" = ${agencyId}::uuid`,
    ...what === 'REMOVED' ? [] : [Prisma.sql`s."removedAt" IS NULL`],
    ...what ? [filters[what]] : [],
    ...q ? [saying(q)] : [],
    ...cursor ? [Prisma.sql`(s."name", s."id") > (SELECT "name", "id" FROM "Site" WHERE "id" = ${cursor}::uuid)`] : [],
  ]
  const found = await act.db.$queryRaw<{ id: string }[]>`SELECT s."id"::text FROM "Site" s WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY s."name", s."id" LIMIT ${limit + 1}::int`
  const ids = found.slice(0, limit).map(({ id }) => id)
  const rows = await act.db.site.findMany({
    where: { id: { in: ids } },
    include: { subdistrict: { select: { nameTh: true, nameEn: true } }, cameras: { where: { ownership: 'PUBLIC', ...what === 'REMOVED' ? {} : { status: { not: 'REMOVED' } } }, orderBy: { code: 'asc' } } },
  })
  const byId = new Map(rows.map(row => [row.id, row]))
  const items = ids.map(id => byId.get(id)!).map(({ id, name, zone, latitude, longitude, subdistrict, removedAt, cameras }): ListedSite => {
    const counted = cameras.filter(({ status }) => status !== 'REMOVED')
    return {
      id,
      name,
      zone,
      latitude,
      longitude,
      subdistrict: subdistrict && { th: subdistrict.nameTh, en: subdistrict.nameEn },
      removed: removedAt !== null,
      completeness: counted.length ? Math.floor(counted.reduce((sum, { completeness }) => sum + completeness!, 0) / counted.length) : null,
      cameras: cameras.map((camera) => {
        const { id, code, label, kind, status, direction, fieldOfView, range } = camera
        const { percent, missing } = completenessOf(camera)
        return { id, code, label, kind, status, direction, fieldOfView, range, completeness: percent, missing }
      }),
    }
  })
  return { items, next: found.length > limit ? ids.at(-1)! : null }
}

function saying(q: string): Prisma.Sql {
  const words = `%${searchKey(q)}%`
  const number = assetKey(q)
  return Prisma.sql`(${searchKeyOf('s."name"')} LIKE ${words} OR ${withCamera(Prisma.sql`(${searchKeyOf('c."label"')} LIKE ${words} OR ${number} <> '' AND (c."assetKey" = ${number} OR position(${number} IN replace(c."code", '-', '')) > 0))`)})`
}

import type { z } from 'zod'
import type { RiskKind, TimeOfDay } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Page } from '../survey/page'
import type { riskFilter, Route } from './schema'
import { Prisma } from '../../prisma/client'
import { agencyIn } from '../labels/agency'
import { isShown } from '../owners/rules'
import { Refusal } from '../refusal'
import { mayWriteRisk, readableRisk } from './rules'

/** More are not given at once. */
export const mostAtOnce = 1_000

/** A camera that works, and how far it is, metres. A private one (`hidden`) has no name. */
export interface NearestCamera { code: string, name: string | null, hidden: boolean, distance: number }

/** A point as lists and cards show it. Its place is null when its message was taken back. */
export interface RiskPointView {
  id: string
  agencyId: string
  agencyName: string
  kind: RiskKind
  place: { text: string | null, latitude: number | null, longitude: number | null }
  timeOfDay: TimeOfDay
  note: string | null
  route: Route | null
  createdAt: Date
  removed: boolean
  mayWrite: boolean
  /** From the place that was asked about, metres; null when there was none. */
  distance: number | null
  nearest: NearestCamera | null
}

/** Which points. */
export type RiskFilter = z.output<typeof riskFilter>

interface Paging extends RiskFilter { page?: number, limit?: number, removed?: boolean, near?: Place }

/** จุดเสี่ยง of the actor's provinces, a page at a time: nearest first where a place is given, else newest first. Past the last page it is the last one. */
export async function riskPoints(act: Act, { page = 1, limit = 10, removed = false, near, ...filter }: Paging = {}): Promise<Page<RiskPointView>> {
  const which = Prisma.sql`${chosen(act, filter)} AND (x."removedAt" IS NOT NULL) = ${removed}::boolean`
  const [{ total }] = await act.db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS "total" FROM "RiskPoint" x WHERE ${which}`
  const pages = Math.max(1, Math.ceil(total / limit))
  const shown = Math.min(Math.max(1, page), pages)
  const order = near ? Prisma.sql`${away(near)}, x."id"` : Prisma.sql`x."createdAt" DESC, x."id"`
  const items = await read(act, Prisma.sql`${which} ORDER BY ${order} LIMIT ${limit}::int OFFSET ${(shown - 1) * limit}::int`, near)
  return { items, total, page: shown, pages }
}

/** All that are not removed, the newest first, at most `mostAtOnce`: for a map, or a file. */
export function allRiskPoints(act: Act, filter: RiskFilter): Promise<RiskPointView[]> {
  return read(act, Prisma.sql`${chosen(act, filter)} AND x."removedAt" IS NULL ORDER BY x."createdAt" DESC, x."id" LIMIT ${mostAtOnce}::int`)
}

/** One, for those who may read it. Refused as `notFound`. */
export async function riskPoint(act: Act, id: string): Promise<RiskPointView> {
  const [found] = await read(act, Prisma.sql`${readableRisk(act)} AND x."id" = ${id}::uuid`)
  if (!found) throw new Refusal('notFound')
  return found
}

function chosen(act: Act, { province, agency, kind }: RiskFilter): Prisma.Sql {
  return Prisma.join([
    readableRisk(act),
    ...province ? [Prisma.sql`x."provinceCode" = ${province}`] : [],
    ...agency ? [Prisma.sql`x."agencyId" = ${agency}::uuid`] : [],
    ...kind ? [Prisma.sql`x."kind" = ${kind}::"RiskKind"`] : [],
  ], ' AND ')
}

/** Metres on a plane that touches the earth there: good for some kilometres. */
function metres(from: { latitude: Prisma.Sql, longitude: Prisma.Sql }, to: { latitude: Prisma.Sql, longitude: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`111195 * sqrt((${from.latitude} - ${to.latitude}) ^ 2 + ((${from.longitude} - ${to.longitude}) * cosd(${to.latitude})) ^ 2)`
}

const column = (table: string) => ({ latitude: Prisma.raw(`${table}."latitude"`), longitude: Prisma.raw(`${table}."longitude"`) })

/** From a place, metres. */
const away = ({ latitude, longitude }: Place): Prisma.Sql => metres(column('x'), { latitude: Prisma.sql`${latitude}::float8`, longitude: Prisma.sql`${longitude}::float8` })

/** How many points of these provinces lie within so many metres of a place: a number only. Whoever asks has to be one who may know it. */
export async function riskPointsWithin({ db }: Act, provinces: string[], near: Place, within: number): Promise<number> {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM "RiskPoint" x WHERE x."provinceCode" = ANY(${provinces}::text[]) AND x."removedAt" IS NULL AND ${away(near)} <= ${within}::float8`
  return count
}

interface Row extends Omit<RiskPointView, 'agencyName' | 'place' | 'removed' | 'mayWrite'> {
  name: string
  nameEn: string | null
  placeText: string | null
  latitude: number | null
  longitude: number | null
  removedAt: Date | null
}

async function read(act: Act, which: Prisma.Sql, near?: Place): Promise<RiskPointView[]> {
  const beats = act.actor.memberships.filter(({ role }) => role === 'POLICE').map(({ provinceCode }) => provinceCode)
  // The index orders by degrees, of which those of longitude are a little shorter: the nearest one is among the first few.
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT x."id"::text, x."agencyId"::text, a."name", a."nameEn", x."kind"::text, x."placeText", x."latitude", x."longitude", x."timeOfDay"::text, x."note", x."route", x."createdAt", x."removedAt",
      ${near ? Prisma.sql`round(${away(near)})::int` : Prisma.sql`NULL::int`} AS "distance",
      (SELECT json_build_object('code', n."code", 'name', n."name", 'hidden', n."hidden", 'distance', round(n."distance")::int) FROM (
        SELECT c."code", c."ownership" = 'PRIVATE' AS "hidden", CASE WHEN c."ownership" = 'PUBLIC' THEN s."name" END AS "name", ${metres(column('s'), column('x'))} AS "distance"
        FROM "Site" s JOIN "Camera" c ON c."siteId" = s."id"
        WHERE c."status" = 'NORMAL' AND (c."ownership" = 'PUBLIC' OR (s."provinceCode" = ANY(${beats}::text[]) AND ${isShown}))
        ORDER BY point(s."longitude", s."latitude") <-> point(x."longitude", x."latitude") LIMIT 5) n
      WHERE x."latitude" IS NOT NULL ORDER BY n."distance", n."code" LIMIT 1) AS "nearest"
    FROM "RiskPoint" x JOIN "Agency" a ON a."id" = x."agencyId" WHERE ${which}`
  return rows.map(({ name, nameEn, placeText, latitude, longitude, removedAt, ...row }) => ({
    ...row,
    agencyName: agencyIn({ name, nameEn }, act.actor.language)!,
    place: { text: placeText, latitude, longitude },
    removed: removedAt !== null,
    mayWrite: mayWriteRisk(act.actor, row.agencyId),
  }))
}

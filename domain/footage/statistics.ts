import type { z } from 'zod'
import type { FootageCause } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Label } from '../labels/label'
import type { statisticsFilter } from './schema'
import type { Uncovered } from './uncovered'
import { Prisma } from '../../prisma/client'
import { FootageCause as everyCause } from '../enums'
import { isShown } from '../owners/rules'
import { Refusal } from '../refusal'
import { bangkokMonth } from '../time/bangkok'
import { askedOnce, firstTime } from './demand'
import { statisticsSight } from './rules'
import { mostMonths } from './schema'
import { noCamera, uncoveredPoints } from './uncovered'

/** Of fewer private cameras in a district nothing is told to those who may not know of each. */
export const leastPrivate = 5
/** More places are not listed. */
export const mostPlaces = 1_000

/** Why a recording was not had; REFUSED: it was not given. */
export type Missed = FootageCause | 'REFUSED'
export const missedCauses: Missed[] = [...Object.values(everyCause), 'REFUSED']

/** What came of requests for public cameras. `hours`: the median until the first answer. */
export interface Outcomes { requests: number, got: number, partly: number, pending: number, missed: Record<Missed, number>, hours: number | null }

/** The same, and how often private cameras, and ones outside the register, were asked for; null: not for this reader. */
export interface Figures extends Outcomes { private: number | null, outside: number | null }

/** A site or a camera that was asked for. Of a private one (`hidden`) only how often. */
export interface AskedPlace extends Place {
  id: string
  /** Of one camera. */
  code: string | null
  name: string | null
  label: string | null
  district: Label | null
  hidden: boolean
  requests: number
  outcomes: Omit<Outcomes, 'requests'> | null
}

/** Who asked for which footage, and what came of it. */
export interface Statistics {
  from: string
  to: string
  totals: Figures
  months: (Figures & { month: string })[]
  /** Null for the national office. */
  stations: (Figures & { id: string, name: Label })[] | null
  districts: (Figures & { code: string | null, name: Label | null })[]
  places: AskedPlace[]
  uncovered: Uncovered[]
  /** Also those that were only described in words. */
  uncoveredTotal: number
  /**
   * For who does not see private cameras: how often they were asked for in the last twelve whole months, by district, where at least five of them were. Always the
   * same, whatever is filtered by, and without a sum: no two answers tell what is left out.
   */
  privateDistricts: { code: string, name: Label, requests: number }[] | null
}

/** Which statistics. */
export type StatisticsFilter = z.output<typeof statisticsFilter>

const label = (table: string, column: string) => Prisma.raw(`json_build_object('th', ${table}."${column}Th", 'en', ${table}."${column}En")`)

const count = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`count(*) FILTER (WHERE ${which})::int`
const ofPublic = (which: Prisma.Sql): Prisma.Sql => count(Prisma.sql`w."public" AND ${which}`)

const outcomes = Prisma.sql`
  ${ofPublic(Prisma.sql`w."state" = 'RECEIVED' AND w."complete" IS NOT FALSE`)} AS "got", ${ofPublic(Prisma.sql`w."state" = 'RECEIVED' AND w."complete" IS FALSE`)} AS "partly",
  ${ofPublic(Prisma.sql`w."state" IN ('ASKED', 'PRESERVED', 'READY')`)} AS "pending",
  json_build_object(${Prisma.join(missedCauses.map(cause => Prisma.sql`${Prisma.raw(`'${cause}'`)}, ${ofPublic(cause === 'REFUSED' ? Prisma.sql`w."state" = 'REFUSED'` : Prisma.sql`w."cause" = ${Prisma.raw(`'${cause}'`)}`)}`))}) AS "missed",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY w."hours") FILTER (WHERE w."public") AS "hours"`

const figures = Prisma.sql`${ofPublic(Prisma.sql`true`)} AS "requests", ${outcomes}, ${count(Prisma.sql`w."private"`)} AS "private", ${count(Prisma.sql`NOT w."public" AND NOT w."private"`)} AS "outside"`

const rows = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT coalesce(json_agg(found), '[]') FROM (${query}) found)`

/** สถิติการขอดูภาพ of a province. Refused as `notAllowed` for anybody but its police, secretary and committee, and the national office. */
export async function footageStatistics(act: Act, filter: StatisticsFilter): Promise<Statistics> {
  const { db, now, actor } = act
  const { province, station, district, by } = filter
  const sight = statisticsSight(actor, province)
  if (!sight) throw new Refusal('notAllowed')
  const whole = sight === 'whole'
  const named = whole || actor.memberships.some(({ role, provinceCode }) => role === 'COMMITTEE' && provinceCode === province)
  const to = filter.to ?? bangkokMonth(now)
  const earliest = monthsBefore(to, mostMonths - 1)
  const from = !filter.from ? monthsBefore(to, 11) : filter.from < earliest ? earliest : filter.from
  const [begin, end] = [firstOf(from), firstOf(monthsBefore(to, -1))]
  const byStation = (of: 'r' | 'w') => station && named ? Prisma.sql`${Prisma.raw(of)}."agencyId" = ${station}::uuid` : Prisma.sql`true`
  const within = Prisma.sql`r."provinceCode" = ${province} AND r."createdAt" >= ${begin}::timestamptz AND r."createdAt" < ${end}::timestamptz AND ${byStation('r')}`
  const wanted = Prisma.sql`
    SELECT o.*, c."code", c."label", s."id" AS "siteId", s."name", s."latitude", s."longitude", left(s."subdistrictCode", 4) AS "districtCode",
      coalesce(c."ownership" = 'PUBLIC', false) AS "public", coalesce(c."ownership" = 'PRIVATE' AND ${isShown}, false) AS "private"
    FROM (${askedOnce} AND r."provinceCode" = ${province} ${firstTime}) o LEFT JOIN "Camera" c ON c."id" = o."cameraId" LEFT JOIN "Site" s ON s."id" = c."siteId"`
  const chosen = Prisma.sql`
    SELECT * FROM wanted w WHERE w."createdAt" >= ${begin}::timestamptz AND w."createdAt" < ${end}::timestamptz AND ${byStation('w')}
      AND ${whole ? Prisma.sql`true` : Prisma.sql`w."public"`} AND ${district ? Prisma.sql`w."districtCode" = ${district}` : Prisma.sql`true`}`
  const site = by === 'site'
  const [{ found }] = await db.$queryRaw<[{ found: Omit<Statistics, 'from' | 'to' | 'uncovered' | 'privateDistricts'> }]>`
    WITH wanted AS MATERIALIZED (${wanted}), w AS MATERIALIZED (${chosen})
    SELECT json_build_object(
      'totals', (SELECT row_to_json(t) FROM (SELECT ${figures} FROM w) t),
      'months', ${rows(Prisma.sql`
        SELECT to_char(m."month", 'YYYY-MM') AS "month", f.* FROM generate_series(${`${from}-01`}::timestamp, ${`${to}-01`}::timestamp, interval '1 month') AS m ("month")
        CROSS JOIN LATERAL (SELECT ${figures} FROM w WHERE date_trunc('month', w."createdAt" AT TIME ZONE 'Asia/Bangkok') = m."month") f ORDER BY m."month"`)},
      'stations', ${rows(Prisma.sql`
        SELECT a."id", json_build_object('th', a."name", 'en', coalesce(a."nameEn", a."name")) AS "name", f.* FROM (SELECT w."agencyId", ${figures} FROM w GROUP BY w."agencyId") f JOIN "Agency" a ON a."id" = f."agencyId"
        ORDER BY f."requests" DESC, a."name"`)},
      'districts', ${rows(Prisma.sql`
        SELECT d."code", CASE WHEN d."code" IS NOT NULL THEN ${label('d', 'name')} END AS "name", f.* FROM (SELECT w."districtCode", ${figures} FROM w GROUP BY w."districtCode") f LEFT JOIN "District" d ON d."code" = f."districtCode"
        ORDER BY f."requests" DESC, d."code"`)},
      'places', ${rows(Prisma.sql`
        SELECT p."id", p."code", p."name", p."label", p."latitude", p."longitude", p."hidden", p."requests",
          CASE WHEN d."code" IS NOT NULL THEN ${label('d', 'name')} END AS "district",
          CASE WHEN NOT p."hidden" THEN json_build_object('got', p."got", 'partly', p."partly", 'pending', p."pending", 'missed', p."missed", 'hours', p."hours") END AS "outcomes"
        FROM (
          SELECT ${site ? Prisma.sql`w."siteId"` : Prisma.sql`w."cameraId"`} AS "id", ${site ? Prisma.sql`CASE WHEN w."private" THEN min(w."code") END` : Prisma.sql`min(w."code")`} AS "code", CASE WHEN w."public" THEN min(w."name") END AS "name",
            ${site ? Prisma.sql`NULL::text` : Prisma.sql`CASE WHEN w."public" THEN min(w."label") END`} AS "label", min(w."latitude") AS "latitude", min(w."longitude") AS "longitude", min(w."districtCode") AS "districtCode",
            w."private" AS "hidden", count(*)::int AS "requests", ${outcomes}
          FROM w WHERE w."public" OR w."private" GROUP BY 1, w."private", w."public") p
        LEFT JOIN "District" d ON d."code" = p."districtCode" ORDER BY p."requests" DESC, p."code", p."name", p."id" LIMIT ${Prisma.raw(String(mostPlaces))}`)},
      'uncoveredTotal', (SELECT count(*)::int FROM "FootageRequest" r WHERE ${noCamera} AND ${within} AND ${inDistrict(district)})) AS "found"`
  const hide = <Row extends Figures>(row: Row): Row => whole ? row : { ...row, private: null, outside: null }
  return {
    ...found,
    from,
    to,
    totals: hide(found.totals),
    months: found.months.map(hide),
    stations: named ? found.stations!.map(hide) : null,
    districts: found.districts.map(hide),
    uncovered: await uncoveredPoints(act, Prisma.sql`${within} AND ${inDistrict(district)}`),
    privateDistricts: whole ? null : await privateDistricts(act, province),
  }
}

/** A log's district is that of the nearest site; one in words has none. */
function inDistrict(code: string | undefined): Prisma.Sql {
  return code
    ? Prisma.sql`${code} = (SELECT left(n."subdistrictCode", 4) FROM (SELECT s."subdistrictCode" FROM "Site" s WHERE s."ownership" = 'PUBLIC' AND s."subdistrictCode" IS NOT NULL
        ORDER BY point(s."longitude", s."latitude") <-> point(r."longitude", r."latitude") LIMIT 1) n WHERE r."latitude" IS NOT NULL)`
    : Prisma.sql`true`
}

function privateDistricts({ db, now }: Act, province: string): Promise<NonNullable<Statistics['privateDistricts']>> {
  const end = bangkokMonth(now)
  return db.$queryRaw`
    SELECT d."code", ${label('d', 'name')} AS "name", count(*)::int AS "requests"
    FROM (${askedOnce} AND r."provinceCode" = ${province} ${firstTime}) w JOIN "Camera" c ON c."id" = w."cameraId" AND c."ownership" = 'PRIVATE' AND ${isShown}
    JOIN "Site" s ON s."id" = c."siteId" JOIN "District" d ON d."code" = left(s."subdistrictCode", 4)
    WHERE w."createdAt" >= ${firstOf(monthsBefore(end, 12))}::timestamptz AND w."createdAt" < ${firstOf(end)}::timestamptz
    GROUP BY d."code" HAVING count(DISTINCT c."id") >= ${leastPrivate} ORDER BY "requests" DESC, d."code"`
}

/** `2026-11` so many months earlier. */
function monthsBefore(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7)
}

/** The moment a month began in Bangkok. */
const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00+07:00`)

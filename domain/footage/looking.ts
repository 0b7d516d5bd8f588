import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { FootageCamera, NearCamera } from './cameras'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { farthest } from '../cameras/schema'
import { allRound, metresPerDegree, onTheSpot, usualViews } from '../cameras/view'
import { Refusal } from '../refusal'
import { askable, camerasAround, nearTo, within } from './cameras'
import { isPolice } from './rules'

/** Cameras of one page. */
export const pageSize = 10
/** Nothing farther than this is near, in metres. */
const near = 20_000
/** Most cameras that are shown on a map around a place. */
const mostAround = 100

/** Some cameras, and whether there are more. */
export interface NearPage { items: NearCamera[], more: boolean }

/**
 * The cameras that look at a place, of those that the actor can ask a recording of (`camerasAround`): the certain ones first, then those that may because nobody
 * wrote down which way they are turned, nearest first. Ten at a time, from page 1. The same rule as `looksAt`, in SQL: only what looks there is read.
 * Refused as `notAllowed` for all but police officers, as are the others here.
 */
export async function camerasLooking(act: Act, place: Place, page = 1): Promise<NearPage> {
  onlyPolice(act)
  const found = await nearTo(act, place, ids(Prisma.sql`
    SELECT c."id" FROM "Site" s JOIN "Camera" c ON c."siteId" = s."id" CROSS JOIN LATERAL (${lookingAt(place)}) looking
    WHERE ${within(place, farthest)} AND looking."looks" <> 'NO' AND ${askable(act)}
    ORDER BY looking."looks" = 'MAY', looking."away", c."code"`, page))
  return paged(found.sort((a, b) => Number(a.looks === 'MAY') - Number(b.looks === 'MAY')))
}

/** The cameras nearest to a place, of those that the actor can ask a recording of, at most 20 km away; ten at a time, from page 1. */
export async function camerasNear(act: Act, place: Place, page = 1): Promise<NearPage> {
  onlyPolice(act)
  const here = Prisma.sql`point(${place.longitude}::float8, ${place.latitude}::float8)`
  const narrowing = Math.cos(place.latitude * Math.PI / 180)
  const cameras = Prisma.sql`"Site" s JOIN "Camera" c ON c."siteId" = s."id" CROSS JOIN LATERAL (${lookingAt(place)}) looking WHERE ${askable(act)}`
  // The index orders by degrees, of which those of longitude are the shorter ones: the first it gives only tell how far the nearest can be at most.
  return paged(await nearTo(act, place, ids(Prisma.sql`
    SELECT c."id" FROM ${cameras} AND point(s."longitude", s."latitude") <@ circle(${here}, (
      SELECT max(first."away") / ${narrowing * metresPerDegree}::float8 * 1.001 + 1e-7 FROM (
        SELECT looking."away" FROM ${cameras} AND ${within(place, near)}
        ORDER BY point(s."longitude", s."latitude") <-> ${here} LIMIT ${Prisma.raw(String(page * pageSize + 1))}) first))
    ORDER BY looking."away", c."code"`, page)))
}

/** The cameras within so many metres of a place, for a map, nearest first, at most 100; each look at a private one is written down. */
export async function camerasForMap(act: Act, { radius, ...place }: Place & { radius: number }): Promise<NearPage> {
  onlyPolice(act)
  const found = await camerasAround(act, { ...place, radius })
  const items = found.slice(0, mostAround)
  await writeSeen(act, items)
  return { items, more: found.length > mostAround }
}

/** Writes down that private cameras were shown to the actor. */
export async function writeSeen(act: Act, cameras: FootageCamera[]): Promise<void> {
  const deeds = cameras.filter(({ ownership }) => ownership === 'PRIVATE').map(({ id, provinceCode }) => ({ action: 'privateCamera.seen', subject: `camera:${id}`, provinceCode }))
  if (deeds.length) await audit(act, ...deeds)
}

function onlyPolice({ actor }: Act): void {
  if (!isPolice(actor)) throw new Refusal('notAllowed')
}

const paged = (found: NearCamera[]): NearPage => ({ items: found.slice(0, pageSize), more: found.length > pageSize })

/** One page of ids and one more, as a condition on `c`. */
const ids = (query: Prisma.Sql, page: number): Prisma.Sql => Prisma.sql`c."id" = ANY(ARRAY(${query} LIMIT ${Prisma.raw(String(pageSize + 1))} OFFSET ${Prisma.raw(String((page - 1) * pageSize))}))`

const usual = (what: 'fieldOfView' | 'range') => Prisma.raw(`CASE c."kind" ${Object.entries(usualViews).map(([kind, view]) => `WHEN '${kind}' THEN ${view[what]}`).join(' ')} END`)

/** How far a camera `c` at a site `s` is from a place, metres (`away`), and whether it looks there (`looks`): `looksAt` in SQL. */
function lookingAt({ latitude, longitude }: Place): Prisma.Sql {
  const perDegree = metresPerDegree * Math.cos(latitude * Math.PI / 180)
  return Prisma.sql`
    SELECT m."away", CASE
      WHEN m."away" > coalesce(c."range", ${usual('range')}) THEN 'NO'
      WHEN coalesce(c."fieldOfView", ${usual('fieldOfView')}) >= 360 OR m."away" < ${onTheSpot}::float8 THEN 'YES'
      WHEN c."direction" IS NULL THEN CASE WHEN c."kind"::text = ANY(${[...allRound]}::text[]) THEN 'YES' ELSE 'MAY' END
      WHEN d."north" * cosd(c."direction") + d."east" * sind(c."direction") >= m."away" * cosd(coalesce(c."fieldOfView", ${usual('fieldOfView')}) / 2.0) THEN 'YES'
      ELSE 'NO' END AS "looks"
    FROM (SELECT (${latitude}::float8 - s."latitude") * ${metresPerDegree}::float8 AS "north", (${longitude}::float8 - s."longitude") * ${perDegree}::float8 AS "east") d
    CROSS JOIN LATERAL (SELECT sqrt(d."north" ^ 2 + d."east" ^ 2) AS "away") m`
}

import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Viewing } from '../cameras/view'
import type { Sector } from './gain'
import { bearingBetween, distanceBetween } from '../cameras/geo'
import { allRound, metresPerDegree, usualViews } from '../cameras/view'
import { isShown } from '../owners/rules'
import { gainOf } from './gain'

/** What would be seen, and the square metres that no working camera sees yet: of all, and of those that whoever keeps the camera may know of. */
export interface Wanted { direction: number, gain: number, gainKnown: number }

type Row = Viewing & { isPublic: boolean, isThis: boolean }

/** What a camera sees; of one that looks all round, all of it. */
function sectorOf({ kind, latitude, longitude, direction, ...view }: Viewing): Sector {
  const { fieldOfView, range } = { fieldOfView: view.fieldOfView ?? usualViews[kind].fieldOfView, range: view.range ?? usualViews[kind].range }
  return { latitude, longitude, direction: direction ?? 0, fieldOfView: direction === null && allRound.includes(kind) ? 360 : fieldOfView, range }
}

/** What is gained when a camera is turned to a direction, or another one beside it looks at a point. */
export async function wantedSight(act: Act, cameraId: string, camera: Viewing, to: { direction: number } | { point: Place }): Promise<Wanted> {
  const direction = 'direction' in to ? to.direction : bearingBetween(camera, to.point)
  const turned = sectorOf({ ...camera, direction })
  const sector = 'direction' in to ? turned : { ...turned, range: Math.max(turned.range, Math.ceil(distanceBetween(camera, to.point))) }
  const others = await workingNear(act, cameraId, sector)
  const gained = (of: Row[]) => Math.round(gainOf(sector, of.map(sectorOf)).area)
  return { direction, gain: gained(others), gainKnown: gained(others.filter(({ isPublic, isThis }) => isPublic || isThis)) }
}

/** What none sees farther than whose range is not known, metres. */
const mostUsual = Math.max(...Object.values(usualViews).map(({ range }) => range))

/** Cameras that work and may see something of a sector; of private ones those that the police see. */
function workingNear({ db }: Act, cameraId: string, { latitude, longitude, range }: Sector): Promise<Row[]> {
  const farthest = 5_000
  const perDegree = metresPerDegree * Math.cos(latitude * Math.PI / 180)
  return db.$queryRaw<Row[]>`
    SELECT s."latitude", s."longitude", c."kind"::text AS "kind", c."direction", c."fieldOfView", c."range", c."ownership" = 'PUBLIC' AS "isPublic", c."id" = ${cameraId}::uuid AS "isThis"
    FROM "Site" s JOIN "Camera" c ON c."siteId" = s."id"
    WHERE point(s."longitude", s."latitude") <@ circle(point(${longitude}::float8, ${latitude}::float8), ${(range + farthest) / perDegree}::float8)
      AND (point(s."longitude", s."latitude") <-> point(${longitude}::float8, ${latitude}::float8)) * ${perDegree}::float8 <= ${range}::float8 + coalesce(c."range", ${mostUsual}::int)
      AND c."status" = 'NORMAL' AND (c."direction" IS NOT NULL OR c."fieldOfView" >= 360 OR c."kind"::text = ANY(${[...allRound]}::text[])) AND (c."ownership" = 'PUBLIC' OR ${isShown})`
}

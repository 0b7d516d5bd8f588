import type { Act, ClockAct } from '../act'
import type { FoundCamera } from './found'
import type { Place } from './geo'
import { Prisma } from '../../prisma/client'
import { isOfficialOf, needsSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { assetKeys, readCameraCode } from './code'
import { readCameras } from './found'
import { search, standing } from './search'

/**
 * The cameras nearest to a place, of any agency and province, nearest first.
 * @param act whose language the names are in
 * @param near the place
 * @param near.latitude in degrees
 * @param near.longitude in degrees
 * @param near.limit most cameras; 10 when not given
 * @param near.within metres; no limit when not given
 */
export async function nearestCameras(act: Act | ClockAct, { latitude, longitude, limit = 10, within = Infinity }: Place & { limit?: number, within?: number }): Promise<FoundCamera[]> {
  // Written out, so that a prepared plan knows that it ends early.
  const most = Prisma.raw(String(Math.max(1, Math.trunc(limit))))
  const here = Prisma.sql`point(${longitude}::float8, ${latitude}::float8)`
  const narrowing = Math.cos(latitude * Math.PI / 180)
  const away = Prisma.sql`sqrt((s."latitude" - ${latitude}::float8) ^ 2 + ((s."longitude" - ${longitude}::float8) * ${narrowing}::float8) ^ 2)`
  // The index orders by degrees, and a degree of longitude is shorter than one of latitude: the first ones it gives
  // only tell how far the nearest can be at most.
  const cameras = await readCameras(act, Prisma.sql`
    SELECT c."id", row_number() OVER (ORDER BY ${away}, c."code") AS "rank"
    FROM (
      SELECT max("away") / ${narrowing}::float8 * 1.001 + 1e-7 AS "degrees"
      FROM (
        SELECT ${away} AS "away"
        FROM "Site" s
        JOIN "Camera" c ON c."siteId" = s."id"
        WHERE ${standing}
        ORDER BY point(s."longitude", s."latitude") <-> ${here}
        LIMIT ${most}
      ) first
    ) reach
    JOIN "Site" s ON point(s."longitude", s."latitude") <@ circle(${here}, reach."degrees")
    JOIN "Camera" c ON c."siteId" = s."id" AND ${standing}
    ORDER BY "rank"
    LIMIT ${most}`, { latitude, longitude })
  return cameras.filter(({ distance }) => distance! <= within).sort((a, b) => a.distance! - b.distance! || (a.code < b.code ? -1 : 1))
}

/** The public camera with this code (`15-00012`), also one that was removed. Null when there is none. */
export async function cameraByCode(act: Act | ClockAct, code: string): Promise<FoundCamera | null> {
  const [camera] = await readCameras(act, Prisma.sql`SELECT c."id", 1 AS "rank" FROM "Camera" c WHERE c."code" = ${code} AND c."ownership" = 'PUBLIC'`)
  return camera ?? null
}

/** One public camera for its card, by its id. Null when there is none. */
export async function cameraCard(act: Act | ClockAct, id: string): Promise<FoundCamera | null> {
  const [camera] = await readCameras(act, Prisma.sql`SELECT c."id", 1 AS "rank" FROM "Camera" c WHERE c."id" = ${id}::uuid AND c."ownership" = 'PUBLIC'`)
  return camera ?? null
}

/** Public cameras by their ids, in that order, also those that were removed; unknown ids are left out. */
export async function camerasById(act: Act | ClockAct, ids: string[]): Promise<FoundCamera[]> {
  return readCameras(act, Prisma.sql`
    SELECT c."id", wanted."rank"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted ("id", "rank") JOIN "Camera" c ON c."id" = wanted."id" AND c."ownership" = 'PUBLIC'`)
}

/** Cameras that are shown at most where a text fits many. */
export const mostFound = 10

/** Standing cameras whose agency's own number is the text, or one word of it (with a digit in it). At most ten, those of the actor's agencies first. */
export async function camerasByAsset(act: Act | ClockAct, text: string): Promise<FoundCamera[]> {
  const keys = assetKeys(text)
  if (!keys.length) return []
  const own = act.actor?.memberships.flatMap(({ agencyId }) => agencyId ?? []) ?? []
  return readCameras(act, Prisma.sql`
    SELECT c."id", row_number() OVER (ORDER BY c."agencyId" = ANY(${own}::uuid[]) DESC NULLS LAST, c."code") AS "rank"
    FROM "Camera" c
    WHERE c."assetKey" = ANY(${keys}::text[]) AND ${standing}
    ORDER BY "rank"
    LIMIT ${mostFound}::int`)
}

/** Standing cameras by words of their place, best first, nearest first among equals when `near` is given. `limit` 10 when not given. */
export async function searchCameras(act: Act | ClockAct, { text, near, limit = 10 }: { text: string, near?: Place, limit?: number }): Promise<FoundCamera[]> {
  return (await search(act, text, limit, near)).cameras
}

/** What a person meant by what they typed. `one` is sure; `several` are what it may be, best first, and can be a single one. */
export type Found
  = | { kind: 'one', camera: FoundCamera }
    | { kind: 'several', cameras: FoundCamera[] }
    | { kind: 'none' }

/**
 * Finds the camera a person typed: by its code, else by the agency's own number, else by words of its place.
 * @param act whose language the names are in
 * @param text what was typed
 * @param options how to look
 * @param options.exactly true: by code and number only
 * @param options.near what is nearest to it comes first among what fits equally
 */
export async function findCamera(act: Act | ClockAct, text: string, options: { exactly?: boolean, near?: Place } = {}): Promise<Found> {
  const code = readCameraCode(text)
  const camera = code && await cameraByCode(act, code)
  if (camera) return { kind: 'one', camera }
  const byAsset = await camerasByAsset(act, text)
  if (byAsset.length) return byAsset.length === 1 ? { kind: 'one', camera: byAsset[0]! } : { kind: 'several', cameras: byAsset }
  if (options.exactly) return { kind: 'none' }
  const { cameras, sure } = await search(act, text, 10, options.near)
  if (!cameras.length) return { kind: 'none' }
  const certain = cameras.filter(({ id }) => sure.has(id))
  if (certain.length === 1) return { kind: 'one', camera: certain[0]! }
  return { kind: 'several', cameras: certain.length ? certain : cameras }
}

/** What is printed on the sticker of one camera. */
export interface Sticker { code: string, siteName: string, label: string, agencyName: string | null }

/**
 * Standing cameras of an agency or a province for QR stickers, by code. For the agency's officials, the province's secretaries and the operator.
 * Throws the refusals `notFound` (no such agency) and `notAllowed`.
 */
export async function stickersFor(act: Act | ClockAct, of: { agencyId: string, codes?: string[] } | { provinceCode: string, codes?: string[] }): Promise<Sticker[]> {
  if ('provinceCode' in of) needsSecretary(act, of.provinceCode)
  else if (act.actor && !isOfficialOf(act.actor, of.agencyId)) needsSecretary(act, await provinceOf(act, of.agencyId))
  const cameras = await act.db.camera.findMany({
    where: {
      ownership: 'PUBLIC',
      status: { not: 'REMOVED' },
      ...('provinceCode' in of ? { site: { provinceCode: of.provinceCode } } : { agencyId: of.agencyId }),
      ...(of.codes ? { code: { in: of.codes } } : {}),
    },
    select: { code: true, label: true, site: { select: { name: true } }, agency: { select: { name: true } } },
    orderBy: { code: 'asc' },
  })
  return cameras.map(({ code, label, site, agency }) => ({ code, siteName: site.name, label, agencyName: agency?.name ?? null }))
}

async function provinceOf(act: Act | ClockAct, agencyId: string): Promise<string> {
  const agency = await act.db.agency.findUnique({ where: { id: agencyId }, select: { provinceCode: true } })
  if (!agency) throw new Refusal('notFound')
  return agency.provinceCode
}

import type { CameraStatus, ExportBy } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Looks, Viewing } from '../cameras/view'
import type { Period } from '../time/moments'
import type { Kept } from './rules'
import { Prisma } from '../../prisma/client'
import { distanceBetween } from '../cameras/geo'
import { looksAt } from '../cameras/view'
import { agencyIn } from '../labels/agency'
import { isShown } from '../owners/rules'
import { Refusal } from '../refusal'
import { surveyAgencies } from '../survey/rules'
import { isOwn } from './rules'

/** A camera as the police see it when they ask for its recording: a private one without anything of its owner. */
export interface FootageCamera extends Kept, Viewing {
  id: string
  code: string
  siteName: string
  label: string
  status: CameraStatus
  /** In the reader's language; null: private, or nobody is responsible. */
  agencyName: string | null
  agencyPhone: string | null
  retentionDays: number | null
  custodianName: string | null
  custodianPhone: string | null
  custodianHours: string | null
  exportBy: ExportBy | null
  /** Since when it has not worked, as far as that matters for the recording that is meant; null: nothing is known against it. */
  brokenSince: Date | null
}

/** The same, seen from a place: metres away, and whether it looks there. */
export interface NearCamera extends FootageCamera { distance: number, looks: Looks }

type Row = Omit<FootageCamera, 'agencyName'> & { agency: { name: string, nameEn: string | null } | null, paused: boolean, shown: boolean }

/** The provinces that the actor is a police officer of. */
const beats = ({ actor }: Act): string[] => actor.memberships.filter(({ role }) => role === 'POLICE').map(({ provinceCode }) => provinceCode)

/**
 * Cameras that the actor can ask a recording of, in this order; `meant`: of which time. Refused as `notAllowed`, `footageCameraUnknown` (also private ones of other
 * provinces, and those that their owner or the province has hidden), `footageOtherProvince`, `footageCameraRemoved`, `footagePaused`, `footageOwnCamera`.
 */
export async function camerasToAsk(act: Act, ids: string[], meant?: Period): Promise<FootageCamera[]> {
  const rows = await read(act, Prisma.sql`c."id" = ANY(${ids}::uuid[])`, meant)
  return ids.map(id => checked(act, rows.find(row => row.id === id), ''))
}

/** The same of those that were asked for on foot: also one's own, and ones that are removed or paused. Refused as `footageCameraUnknown`, `footageOtherProvince`. */
export async function camerasToLog(act: Act, ids: string[]): Promise<FootageCamera[]> {
  const rows = await read(act, Prisma.sql`c."id" = ANY(${ids}::uuid[])`)
  return ids.map(id => shown(act, known(act, rows.find(row => row.id === id), '')))
}

/** The cameras of these codes, likewise. */
export async function camerasOfCodesToLog(act: Act, codes: string[]): Promise<FootageCamera[]> {
  const rows = await read(act, Prisma.sql`c."code" = ANY(${codes}::text[])`)
  return codes.map(code => shown(act, known(act, rows.find(row => row.code === code), code)))
}

/** The cameras of these codes, to ask a recording of; `meant`: of which time. Refused as `camerasToAsk` is. */
export async function camerasOfCodes(act: Act, codes: string[], meant?: Period): Promise<FootageCamera[]> {
  const rows = await read(act, Prisma.sql`c."code" = ANY(${codes}::text[])`, meant)
  return codes.map(code => checked(act, rows.find(row => row.code === code), code))
}

/** Cameras within so many metres of a place that the actor can ask a recording of, nearest first, private ones too. */
export async function camerasAround(act: Act, { radius, ...place }: Place & { radius: number }): Promise<NearCamera[]> {
  const found = await nearTo(act, place, Prisma.sql`${within(place, radius)} AND ${askable(act)}`)
  return found.filter(({ distance }) => distance <= radius)
}

/** The cameras of a condition on `c` and its site `s`, as they are seen from a place, nearest first. */
export async function nearTo(act: Act, place: Place, which: Prisma.Sql): Promise<NearCamera[]> {
  return (await read(act, which))
    .map(row => ({ ...shown(act, row), distance: distanceBetween(place, row), looks: looksAt(row, place) }))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
}

/** That a site `s` is within so many metres of a place, and some percent farther: for the index, which knows degrees alone. */
export function within({ latitude, longitude }: Place, metres: number): Prisma.Sql {
  // A degree of longitude is the shorter one.
  const degrees = metres / 111_000 / Math.cos(latitude * Math.PI / 180)
  return Prisma.sql`point(s."longitude", s."latitude") <@ circle(point(${longitude}::float8, ${latitude}::float8), ${degrees}::float8)`
}

/** That the actor can ask a recording of a camera `c` at a site `s`: one of their provinces that stands, is not their own, and as a private one is shown and not paused. */
export function askable(act: Act): Prisma.Sql {
  const { actor, now } = act
  return Prisma.sql`s."provinceCode" = ANY(${beats(act)}::text[]) AND c."status" <> 'REMOVED' AND CASE
    WHEN c."ownership" = 'PUBLIC' THEN (c."agencyId" = ANY(${surveyAgencies(actor)}::uuid[])) IS NOT TRUE
    ELSE ${isShown} AND EXISTS (SELECT FROM "PrivateCamera" p
      WHERE p."cameraId" = c."id" AND p."ownerId" <> ${actor.userId}::uuid AND (p."pausedUntil" > ${now}::timestamptz) IS NOT TRUE) END`
}

function known(act: Act, row: Row | undefined, written: string): Row {
  if (beats(act).length === 0) throw new Refusal('notAllowed')
  const inBeat = row && beats(act).includes(row.provinceCode)
  if (!row || (row.ownership === 'PRIVATE' && !(row.shown && inBeat))) throw new Refusal('footageCameraUnknown', { code: written })
  if (!inBeat) throw new Refusal('footageOtherProvince', { code: row.code })
  return row
}

function checked(act: Act, found: Row | undefined, written: string): FootageCamera {
  const row = known(act, found, written)
  const { code } = row
  if (row.status === 'REMOVED') throw new Refusal('footageCameraRemoved', { code })
  if (isOwn(act.actor, row)) throw new Refusal('footageOwnCamera', { code })
  if (row.paused) throw new Refusal('footagePaused', { code })
  return shown(act, row)
}

function shown({ actor }: Act, { paused: _, shown: __, agency, ...camera }: Row): FootageCamera {
  return { ...camera, agencyName: agencyIn(agency, actor.language) }
}

function read({ db, now }: Act, which: Prisma.Sql, meant?: Period): Promise<Row[]> {
  const broken = meant ? brokenSince(Prisma.sql`${meant.from}::timestamptz`, Prisma.sql`${meant.to}::timestamptz`) : Prisma.sql`NULL::timestamptz`
  return db.$queryRaw<Row[]>`
    SELECT c."id"::text, c."code", c."label", c."status"::text, c."ownership"::text, c."agencyId"::text, c."retentionDays", c."custodianName", c."custodianPhone",
      c."custodianHours", c."exportBy"::text, c."kind"::text, c."direction", c."fieldOfView", c."range", s."name" AS "siteName", s."latitude", s."longitude", s."provinceCode"::text, a."phone" AS "agencyPhone",
      CASE WHEN a."id" IS NOT NULL THEN json_build_object('name', a."name", 'nameEn', a."nameEn") END AS "agency",
      o."ownerId"::text, coalesce(o."pausedUntil" > ${now}::timestamptz, false) AS "paused",
      c."ownership" = 'PUBLIC' OR ${isShown} AS "shown",
      ${broken} AS "brokenSince"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId" LEFT JOIN "Agency" a ON a."id" = c."agencyId"
    LEFT JOIN "PrivateCamera" o ON o."cameraId" = c."id"
    WHERE ${which}`
}

/** SQL for since when the camera `c` has not worked, as far as that matters for a recording from–to; null: nothing is known against it. */
export function brokenSince(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT min(w."openedAt") FROM "WorkOrder" w WHERE w."cameraId" = c."id" AND w."releasedAt" IS NOT NULL AND w."state" NOT IN ('REJECTED', 'DUPLICATE')
      AND w."openedAt" <= ${to} AND coalesce(w."repairedAt", w."closedAt", 'infinity') >= ${from}),
    CASE WHEN c."status" IN ('DAMAGED', 'UNUSABLE', 'UNDER_REPAIR') AND c."statusSince" <= ${to} THEN c."statusSince" END)`
}

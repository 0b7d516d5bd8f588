import type { CameraStatus, ExportBy } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Period } from '../time/moments'
import type { Kept } from './rules'
import { Prisma } from '../../prisma/client'
import { distanceBetween } from '../cameras/geo'
import { agencyIn } from '../labels/agency'
import { Refusal } from '../refusal'
import { isOwn } from './rules'

/** A camera as the police see it when they ask for its recording: a private one without anything of its owner. */
export interface FootageCamera extends Kept, Place {
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

/** The cameras of these codes, to ask a recording of. Refused as `camerasToAsk` is. */
export async function camerasOfCodes(act: Act, codes: string[]): Promise<FootageCamera[]> {
  const rows = await read(act, Prisma.sql`c."code" = ANY(${codes}::text[])`)
  return codes.map(code => checked(act, rows.find(row => row.code === code), code))
}

/** Cameras within so many metres of a place that the actor can ask a recording of, nearest first, private ones too. */
export async function camerasAround(act: Act, { latitude, longitude, radius }: Place & { radius: number }): Promise<(FootageCamera & { distance: number })[]> {
  // A degree of longitude is the shorter one.
  const degrees = radius / 111_000 / Math.cos(latitude * Math.PI / 180)
  const rows = await read(act, Prisma.sql`point(s."longitude", s."latitude") <@ circle(point(${longitude}::float8, ${latitude}::float8), ${degrees}::float8)`)
  return rows
    .filter(row => row.shown && !row.paused && row.status !== 'REMOVED' && beats(act).includes(row.provinceCode) && !isOwn(act.actor, row))
    .map(row => ({ ...shown(act, row), distance: distanceBetween({ latitude, longitude }, row) }))
    .filter(({ distance }) => distance <= radius)
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
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
  const [from, to] = [meant?.from ?? null, meant?.to ?? null]
  return db.$queryRaw<Row[]>`
    SELECT c."id"::text, c."code", c."label", c."status"::text, c."ownership"::text, c."agencyId"::text, c."retentionDays", c."custodianName", c."custodianPhone",
      c."custodianHours", c."exportBy"::text, s."name" AS "siteName", s."latitude", s."longitude", s."provinceCode"::text, a."phone" AS "agencyPhone",
      CASE WHEN a."id" IS NOT NULL THEN json_build_object('name', a."name", 'nameEn', a."nameEn") END AS "agency",
      o."ownerId"::text, coalesce(o."pausedUntil" > ${now}::timestamptz, false) AS "paused",
      c."ownership" = 'PUBLIC' OR (o."cameraId" IS NOT NULL AND o."hiddenAt" IS NULL AND o."check" <> 'DECLINED') AS "shown",
      coalesce(
        (SELECT min(w."openedAt") FROM "WorkOrder" w WHERE w."cameraId" = c."id" AND w."releasedAt" IS NOT NULL AND w."state" NOT IN ('REJECTED', 'DUPLICATE')
          AND w."openedAt" <= ${to}::timestamptz AND coalesce(w."repairedAt", w."closedAt", 'infinity') >= ${from}::timestamptz),
        CASE WHEN c."status" IN ('DAMAGED', 'UNUSABLE', 'UNDER_REPAIR') AND c."statusSince" <= ${to}::timestamptz THEN c."statusSince" END) AS "brokenSince"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId" LEFT JOIN "Agency" a ON a."id" = c."agencyId"
    LEFT JOIN "PrivateCamera" o ON o."cameraId" = c."id"
    WHERE ${which}`
}

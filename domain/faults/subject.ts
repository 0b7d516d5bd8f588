import type { Act } from '../act'
import type { RepairDays } from '../workOrders/rules'
import { isShown, knowsPrivate } from '../owners/rules'
import { Refusal } from '../refusal'

/** What a report is about: a camera of the register, or a place in a province; and who must repair it. */
export interface Subject extends RepairDays {
  camera: { id: string, code: string, siteName: string, label: string } | null
  provinceCode: string
  agency: { id: string, name: string, nameEn: string | null } | null
}

interface CameraRow extends RepairDays {
  code: string
  label: string
  siteName: string
  status: string
  ownership: string
  /** Of a private one: whether the police and secretaries see it now. */
  shown: boolean
  provinceCode: string
  agencyId: string | null
  agencyName: string | null
  agencyNameEn: string | null
}

/**
 * Locks the camera and reads what a report on it needs. Refused as `cameraUnknown`, also for the private camera of somebody whom
 * only police and secretaries of the province may know of, and as `cameraRemoved`.
 */
export async function lockedCamera(act: Act, cameraId: string): Promise<Subject> {
  const [row] = await act.db.$queryRaw<CameraRow[]>`
    SELECT c."code", c."label", s."name" AS "siteName", c."status"::text, c."ownership"::text, ${isShown} AS "shown", s."provinceCode",
      p."urgentDays", p."highDays", p."normalDays", a."id"::text AS "agencyId", a."name" AS "agencyName", a."nameEn" AS "agencyNameEn"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId" JOIN "Province" p ON p."code" = s."provinceCode"
    LEFT JOIN "Agency" a ON a."id" = COALESCE(c."maintainingAgencyId", c."agencyId")
    WHERE c."id" = ${cameraId}::uuid FOR NO KEY UPDATE OF c`
  if (!row || (row.ownership === 'PRIVATE' && !(row.shown && knowsPrivate(act.actor, row.provinceCode)))) throw new Refusal('cameraUnknown')
  if (row.status === 'REMOVED') throw new Refusal('cameraRemoved', { code: row.code })
  const { code, label, siteName, agencyId, agencyName, agencyNameEn, ...rest } = row
  return { ...rest, camera: { id: cameraId, code, label, siteName }, agency: agencyId === null ? null : { id: agencyId, name: agencyName!, nameEn: agencyNameEn } }
}

/** A place in a province that is not in the register. Refused as `provinceUnknown`. */
export async function placeIn(act: Act, provinceCode: string): Promise<Subject> {
  const days = await act.db.province.findUnique({ where: { code: provinceCode }, select: { urgentDays: true, highDays: true, normalDays: true } })
  if (!days) throw new Refusal('provinceUnknown')
  return { ...days, camera: null, provinceCode, agency: null }
}

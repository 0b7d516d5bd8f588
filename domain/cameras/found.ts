import type { CameraKind, CameraStatus, WorkOrderState, Zone } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { Direction } from '../labels/directions'
import type { Place } from './geo'
import { Prisma } from '../../prisma/client'
import { bearingBetween, directionOf, distanceBetween } from './geo'

/** A camera as every list and card shows it. Names of places are in the reader's language. */
export interface FoundCamera extends Place {
  id: string
  code: string
  siteId: string
  siteName: string
  /** What tells it from the others of its site; empty when it is the only one. */
  label: string
  zone: Zone
  kind: CameraKind
  /** Where it looks, degrees clockwise from north; null when not known. */
  facing: number | null
  provinceCode: string
  districtName: string | null
  subdistrictName: string | null
  /** Who is responsible for it; null when nobody is known. */
  agencyId: string | null
  agencyName: string | null
  assetNumber: string | null
  status: CameraStatus
  statusSince: Date
  openWorkOrder: OpenWorkOrder | null
  /** From the place that was asked about, where there is one: metres, whole degrees clockwise from north (0–359), and the direction's name. */
  distance?: number
  bearing?: number
  toward?: Direction
}

/** The repair that is open on a camera, whether its agency has been told yet or not. */
export interface OpenWorkOrder {
  id: string
  number: string
  state: WorkOrderState
  dueAt: Date
  /** How many people have reported it. */
  reporters: number
}

interface Row extends Omit<FoundCamera, 'openWorkOrder' | 'distance' | 'bearing' | 'toward'> {
  orderId: string | null
  orderNumber: string
  orderState: WorkOrderState
  orderDueAt: Date
  reporters: number
}

/** Open is every state but these: the same words as in the index that allows one open work order per camera. */
const openOrder = Prisma.sql`w."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE')`

/**
 * Reads cameras in the order of a query.
 * @param act whose language the names are in
 * @param wanted selects `id` (of cameras) and `rank` (smallest first)
 * @param from the place that distances are measured from
 */
export async function readCameras(act: Act | ClockAct, wanted: Prisma.Sql, from?: Place): Promise<FoundCamera[]> {
  const english = act.actor?.language === 'EN'
  const name = (table: string): Prisma.Sql => Prisma.raw(`${table}."${english ? 'nameEn' : 'nameTh'}"`)
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT c."id", c."code", c."siteId", s."name" AS "siteName", c."label", s."zone"::text, c."kind"::text, c."direction" AS "facing",
      s."latitude", s."longitude", s."provinceCode", ${name('d')} AS "districtName", ${name('t')} AS "subdistrictName",
      c."agencyId", ${english ? Prisma.sql`coalesce(a."nameEn", a."name")` : Prisma.sql`a."name"`} AS "agencyName",
      c."assetNumber", c."status"::text, c."statusSince",
      w."id" AS "orderId", w."number" AS "orderNumber", w."state"::text AS "orderState", w."dueAt" AS "orderDueAt",
      CASE WHEN w."id" IS NOT NULL THEN (SELECT count(DISTINCT f."reporterId")::int FROM "FaultReport" f WHERE f."workOrderId" = w."id") END AS "reporters"
    FROM (${wanted}) wanted
    JOIN "Camera" c ON c."id" = wanted."id"
    JOIN "Site" s ON s."id" = c."siteId"
    LEFT JOIN "Subdistrict" t ON t."code" = s."subdistrictCode"
    LEFT JOIN "District" d ON d."code" = t."districtCode"
    LEFT JOIN "Agency" a ON a."id" = c."agencyId"
    LEFT JOIN "WorkOrder" w ON w."cameraId" = c."id" AND ${openOrder}
    ORDER BY wanted."rank"`
  return rows.map(row => toCamera(row, from))
}

function toCamera({ orderId, orderNumber, orderState, orderDueAt, reporters, ...camera }: Row, from?: Place): FoundCamera {
  const openWorkOrder = orderId ? { id: orderId, number: orderNumber, state: orderState, dueAt: orderDueAt, reporters } : null
  if (!from) return { ...camera, openWorkOrder }
  const bearing = bearingBetween(from, camera)
  return { ...camera, openWorkOrder, distance: distanceBetween(from, camera), bearing, toward: directionOf(bearing) }
}

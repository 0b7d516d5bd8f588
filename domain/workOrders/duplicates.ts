import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { WorkOrderSummary } from './view'
import { Prisma } from '../../prisma/client'
import { distanceBetween } from '../cameras/geo'
import { Refusal } from '../refusal'
import { findWorkOrder } from './find'
import { openStates, standings } from './rules'
import { summaryWanted, toSummary } from './view'

/** How far away another report of the same fault may be, m. */
const NEARBY = 500
/** The same in degrees of latitude, generously; longitude is shorter. */
const AROUND = 0.006

/** Other open work orders of the province within 500 m, nearest first: what this one may be a duplicate of. At most `limit`. Empty when its place is unknown. */
export async function likelyDuplicates(act: Act, workOrderId: string, limit = 6): Promise<WorkOrderSummary[]> {
  const [own] = await summaries(act, [workOrderId])
  const from = own && placeOf(own)
  if (!from) return []
  const found = await act.db.$queryRaw<{ id: string }[]>`
    SELECT w."id"::text FROM "WorkOrder" w
    LEFT JOIN "Camera" c ON c."id" = w."cameraId" LEFT JOIN "Site" s ON s."id" = c."siteId"
    LEFT JOIN LATERAL (SELECT f."latitude", f."longitude" FROM "FaultReport" f WHERE f."workOrderId" = w."id" AND f."latitude" IS NOT NULL LIMIT 1) f ON s."id" IS NULL
    WHERE w."state" IN (${Prisma.join(openStates.map(state => Prisma.sql`${state}::"WorkOrderState"`))}) AND w."releasedAt" IS NOT NULL AND c."ownership" IS DISTINCT FROM 'PRIVATE' AND w."id" <> ${workOrderId}::uuid
      AND w."provinceCode" = (SELECT "provinceCode" FROM "WorkOrder" WHERE "id" = ${workOrderId}::uuid)
      AND abs(COALESCE(s."latitude", f."latitude") - ${from.latitude}::float8) < ${AROUND}::float8
      AND abs(COALESCE(s."longitude", f."longitude") - ${from.longitude}::float8) < ${AROUND}::float8
    LIMIT 100`
  const away = (one: WorkOrderSummary) => distanceBetween(from, placeOf(one) ?? from)
  return (await summaries(act, found.map(({ id }) => id))).filter(one => away(one) <= NEARBY).sort((a, b) => away(a) - away(b)).slice(0, limit)
}

/** The work order that this one is said to be the same as, by its number or one of its reports'. Refused as `duplicateUnknown` or `duplicateItself`. */
export async function duplicateTarget(act: Act, workOrderId: string, of: string): Promise<WorkOrderSummary> {
  const [own, id] = [await act.db.workOrder.findUnique({ where: { id: workOrderId } }), await findWorkOrder(act.db, of)]
  if (id === workOrderId) throw new Refusal('duplicateItself')
  const target = id ? await act.db.workOrder.findUnique({ where: { id }, include: summaryWanted }) : null
  if (!own || standings(act.actor, own).length === 0) throw new Refusal('notFound')
  if (!target?.releasedAt || target.provinceCode !== own.provinceCode) throw new Refusal('duplicateUnknown')
  return toSummary(act, target)
}

async function summaries(act: Act, ids: string[]): Promise<WorkOrderSummary[]> {
  return (await act.db.workOrder.findMany({ where: { id: { in: ids } }, include: summaryWanted })).map(row => toSummary(act, row))
}

function placeOf({ camera, place }: WorkOrderSummary): Place | null {
  const { latitude, longitude } = camera ?? place ?? {}
  return latitude == null || longitude == null ? null : { latitude, longitude }
}

import type { Priority, Prisma, Tx, WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import { Refusal } from '../refusal'
import { lockCameras, lockReport, lockWorkOrders } from '../workOrders/lock'
import { releaseTime } from './rules'

/** A report alone. */
export type FaultReport = Prisma.FaultReportGetPayload<object>

/** A report with what matters of its work order. */
export interface OwnReport extends FaultReport {
  workOrderState: WorkOrderState
  workOrderPriority: Priority
  workOrderReleasedAt: Date | null
  workOrderCameraId: string | null
}

/** One of the actor's own reports. Refused as `notFound` when it is not theirs or gone. */
export async function ownReport({ db, actor }: Act, id: string): Promise<OwnReport> {
  const [report] = await db.$queryRaw<OwnReport[]>`
    SELECT r.*, w."state" AS "workOrderState", w."priority" AS "workOrderPriority", w."releasedAt" AS "workOrderReleasedAt", w."cameraId" AS "workOrderCameraId"
    FROM "FaultReport" r JOIN "WorkOrder" w ON w."id" = r."workOrderId"
    WHERE r."id" = ${id}::uuid AND r."reporterId" = ${actor.userId}::uuid`
  if (!report) throw new Refusal('notFound')
  return report
}

/** The same, and nobody takes it away or releases it until the transaction ends. */
export async function lockedReport(act: Act, id: string): Promise<OwnReport> {
  const [, report] = await Promise.all([lockReport(act.db, id), ownReport(act, id)])
  return report
}

/** The same, and nobody changes its work order or their cameras (and `cameraIds`) either. `known`: as it was read a moment ago. */
export async function heldReport(act: Act, id: string, cameraIds: string[] = [], known?: OwnReport): Promise<OwnReport> {
  for (let before = known ?? await ownReport(act, id); ; before = await ownReport(act, id)) {
    if (cameraIds.length) await lockCameras(act.db, before.workOrderCameraId ? [...cameraIds, before.workOrderCameraId] : cameraIds)
    const [, report] = await Promise.all([lockWorkOrders(act.db, [before.workOrderId]), lockedReport(act, id)])
    // Somebody may have moved it to another work order in between.
    if (report.workOrderId === before.workOrderId) return report
  }
}

/** Gives the reporter two more minutes. The report is locked, and the agency has not been told. */
export async function touch(db: Tx, { id, createdAt }: { id: string, createdAt: Date }, now: Date): Promise<void> {
  const releaseAt = releaseTime(createdAt, now)
  await db.$executeRaw`
    UPDATE "FaultReport" SET "releaseAt" = greatest("releaseAt", ${releaseAt}::timestamptz) WHERE "id" = ${id}::uuid`
}

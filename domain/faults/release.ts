import type { z } from 'zod'
import type { Act, ClockAct } from '../act'
import type { InHand } from '../workOrders/inHand'
import type { FaultReport } from './own'
import { audit } from '../audit'
import { notify } from '../notices/notify'
import { reopen } from '../workOrders/close'
import { writeEvents } from '../workOrders/events'
import { gistOf, inferStatus, inHand } from '../workOrders/inHand'
import { lockIdle } from '../workOrders/lock'
import { raiseForMany } from '../workOrders/priority'
import { openStates } from '../workOrders/rules'
import { levelFor, tellAgency } from '../workOrders/tell'
import { heldReport, ownReport } from './own'
import { rehome } from './rehome'
import * as schema from './schema'

/** เสร็จ: the agency is told now. Nothing happens when it has been told. Refused as `notFound` when it is not one's own. */
export async function finish(act: Act, input: z.input<typeof schema.ownReport>): Promise<void> {
  const { reportId } = schema.ownReport.parse(input)
  const known = await ownReport(act, reportId)
  if (known.releasedAt) return
  const [report, [workOrder]] = await Promise.all([heldReport(act, reportId, [], known), inHand(act.db, [known.workOrderId])])
  if (!report.releasedAt) await release(act, report.workOrderId, [report], workOrder)
}

/** Tells agencies of the reports whose two minutes are over, for at most `limit` work orders; gives how many reports (0: nothing is left to tell now). Several servers may run it at once. */
export async function releaseDue(act: ClockAct, limit = 20): Promise<number> {
  const ripe = { releasedAt: null, releaseAt: { lte: act.now } }
  const found = await act.db.faultReport.findMany({ where: ripe, select: { workOrderId: true }, distinct: ['workOrderId'], orderBy: { releaseAt: 'asc' }, take: limit })
  let released = 0
  for (const id of await lockIdle(act.db, found.map(({ workOrderId }) => workOrderId))) {
    await act.db.$queryRaw`SELECT "id" FROM "FaultReport" WHERE "workOrderId" = ${id}::uuid AND "releasedAt" IS NULL ORDER BY "id" FOR NO KEY UPDATE`
    const reports = await act.db.faultReport.findMany({ where: { workOrderId: id, ...ripe }, orderBy: { createdAt: 'asc' } })
    if (reports.length) await release(act, id, reports)
    released += reports.length
  }
  return released
}

/** Makes reports of one work order known, oldest first. They and it are locked. `known`: perhaps it, as it was read behind the lock. */
async function release(act: Act | ClockAct, workOrderId: string, reports: FaultReport[], known?: InHand): Promise<void> {
  const before = known?.id === workOrderId ? known : (await inHand(act.db, [workOrderId]))[0]
  if (!before) throw new Error(`No work order ${workOrderId}`)
  const late = reports.filter(report => !before.repairedAt || report.createdAt > before.repairedAt)
  const isOpen = openStates.includes(before.state)
  if (!isOpen && late.length) return rehome(act, before, late, release)
  await Promise.all([
    act.db.$executeRaw`UPDATE "FaultReport" SET "releasedAt" = ${act.now}::timestamptz WHERE "id" = ANY(${reports.map(({ id }) => id)}::uuid[])`,
    ...writeDown(act, before, reports),
    ...before.releasedAt ? [] : open(act, before, reports),
  ])
  if (!before.releasedAt) return first(act, before)
  if (before.state === 'REPAIRED') return afterRepair(act, workOrderId, reports, late)
  const { workOrder, raised } = await raiseForMany(act, workOrderId)
  await tellAgency(act, workOrder, raised ? levelFor(workOrder.priority) : 'QUIET', data => ({ kind: 'workOrder.joined', data: { ...data, raised } }))
}

/** The camera counts as damaged from now on. */
function open(act: Act | ClockAct, before: InHand, reports: FaultReport[]): Promise<unknown>[] {
  const order = act.db.$executeRaw`
    UPDATE "WorkOrder" SET "releasedAt" = ${act.now}::timestamptz, "symptom" = ${reports[0]!.symptom}::"Symptom", "statusBefore" = ${before.camera?.status ?? null}::"CameraStatus"
    WHERE "id" = ${before.id}::uuid`
  return [order, inferStatus(act.db, before, 'DAMAGED', act.now)]
}

/** The first that the agency hears of it. */
async function first(act: Act | ClockAct, before: InHand): Promise<void> {
  const { workOrder } = await raiseForMany(act, before.id)
  await tellAgency(act, workOrder, levelFor(workOrder.priority), data => ({ kind: 'workOrder.new', data }))
}

/** Reported after the repair: it did not hold. Reported before it: asked like the others whether it works now. */
async function afterRepair(act: Act | ClockAct, workOrderId: string, reports: FaultReport[], late: FaultReport[]): Promise<void> {
  const [workOrder] = await inHand(act.db, [workOrderId])
  if (late.length) {
    await reopen(act, workOrder!, { data: { report: late[0]!.number } })
    return
  }
  await notify(act, ...reports.map(({ id, number, reporterId }) => ({
    to: { userId: reporterId },
    level: 'SOON' as const,
    kind: 'report.repaired' as const,
    data: { ...gistOf(workOrder!), report: { id, number } },
  })))
}

/** From now on there is a trace: events and audit. */
function writeDown(act: Act | ClockAct, workOrder: InHand, reports: FaultReport[]): Promise<unknown>[] {
  const { id, provinceCode, releasedAt, state } = workOrder
  const events = reports.map((report, at) => ({
    workOrderId: id,
    kind: !releasedAt && at === 0 ? 'CREATED' as const : 'JOINED' as const,
    actorId: report.reporterId,
    toState: state,
    data: { report: report.number },
  }))
  const deeds = reports.map(report => ({
    action: 'report.stored',
    subject: `report:${report.id}`,
    provinceCode,
    actorId: report.reporterId,
    data: { number: report.number, workOrder: workOrder.number },
  }))
  return [writeEvents(act, ...events), audit(act, ...deeds)]
}

import type { Prisma } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { InHand } from './inHand'
import { dismiss } from '../notices/notify'
import { inHand } from './inHand'
import { lockIdle } from './lock'
import { record } from './move'
import { due, reopenedState } from './rules'
import { levelFor, tellAgency, tellReporters } from './tell'

const DAY = 86_400_000

/** A reporter says it works: closed, and the camera is NORMAL again. The work order is locked by the caller. */
export async function confirm(act: Act, workOrder: InHand): Promise<InHand> {
  const after = await record(act, workOrder, 'confirm', { change: { closedAt: act.now, confirmed: true } })
  await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.closed', data: { ...data, confirmed: true } }))
  return after
}

/** It turned out still to be broken: counted, with a new due date, back to whom it was with. The work order is locked by the caller. */
export async function reopen(act: Act | ClockAct, workOrder: InHand, why: { reason?: string, lineMessageId?: string, data?: Prisma.InputJsonObject } = {}): Promise<InHand> {
  const { cause, costSatang, reopened, priority, province, camera, state, statusBefore } = workOrder
  const after = await record(act, workOrder, 'reopen', {
    ...why,
    to: reopenedState(workOrder),
    camera: camera && 'DAMAGED',
    change: {
      reopened: reopened + 1,
      reopenedAt: act.now,
      dueAt: due(act.now, priority, province, 0),
      pausedSeconds: 0,
      overdueToldAt: null,
      repairedAt: null,
      closedAt: null,
      confirmed: null,
      cause: null,
      costSatang: null,
      statusBefore: state === 'CLOSED' ? camera?.status : statusBefore,
    },
    data: { ...why.data, cause, costSatang: costSatang?.toString() ?? null },
  })
  await tellAgency(act, after, levelFor(priority), data => ({ kind: 'workOrder.reopened', data: { ...data, times: after.reopened } }), after.assigneeId)
  await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.reopened', data }))
  return after
}

/** Closes repairs that no reporter has answered for as long as the province waits (7 days), as not confirmed. At most `limit` at a time; gives how many. */
export async function closeUnconfirmed(act: ClockAct, limit = 20): Promise<number> {
  const found = await act.db.$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM "WorkOrder" w JOIN "Province" p ON p."code" = w."provinceCode"
    WHERE w."state" = 'REPAIRED' AND w."repairedAt" <= ${act.now}::timestamptz - p."confirmDays" * interval '1 day'
    ORDER BY w."repairedAt" LIMIT ${limit}`
  let closed = 0
  for (const workOrder of await inHand(act.db, await lockIdle(act.db, found.map(({ id }) => id)))) {
    if (workOrder.state !== 'REPAIRED' || workOrder.repairedAt!.getTime() + workOrder.province.confirmDays * DAY > act.now.getTime()) continue
    const after = await record(act, workOrder, 'expire', { change: { closedAt: act.now, confirmed: false } })
    await dismiss(act, `workOrder:${workOrder.id}`, ['report.repaired'])
    await tellReporters(act, after, 'QUIET', data => ({ kind: 'report.closed', data: { ...data, confirmed: false } }))
    closed++
  }
  return closed
}

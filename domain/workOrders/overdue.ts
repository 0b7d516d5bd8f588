import type { ClockAct } from '../act'
import { inHand } from './inHand'
import { lockIdle } from './lock'
import { isOverdue, unrepairedStates } from './rules'
import { levelFor, tellAgency } from './tell'

/** Tells the agency and the one it is assigned to, once, that a repair is overdue. At most `limit` at a time; gives how many. */
export async function tellOverdue(act: ClockAct, limit = 20): Promise<number> {
  const found = await act.db.workOrder.findMany({
    where: { state: { in: [...unrepairedStates] }, overdueToldAt: null, releasedAt: { not: null }, waitingSince: null, dueAt: { lt: act.now } },
    select: { id: true },
    orderBy: { dueAt: 'asc' },
    take: limit,
  })
  let told = 0
  for (const workOrder of await inHand(act.db, await lockIdle(act.db, found.map(({ id }) => id)))) {
    if (workOrder.overdueToldAt || !isOverdue(workOrder, act.now)) continue
    await act.db.workOrder.update({ where: { id: workOrder.id }, data: { overdueToldAt: act.now }, select: { id: true } })
    await tellAgency(act, workOrder, levelFor(workOrder.priority), data => ({ kind: 'workOrder.overdue', data }), workOrder.assigneeId)
    told++
  }
  return told
}

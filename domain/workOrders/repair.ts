import type { z } from 'zod'
import type { Act } from '../act'
import type { Moved } from './move'
import type { repairing } from './schema'
import { dismiss } from '../notices/notify'
import { Refusal } from '../refusal'
import { moved, record, take, unpaused } from './move'
import * as schema from './schema'
import { tellReporters } from './tell'

/**
 * ซ่อมเสร็จ: needs a cause, a cost (0 allowed) and a photo taken after the repair, attached since it was (re)opened
 * (refused as `photoNeeded`). Everybody who reported it is asked whether it works; earlier answers count no more.
 */
export async function repair(act: Act, input: z.input<typeof repairing>): Promise<Moved> {
  const { workOrderId, cause, costSatang, note, lineMessageId } = schema.repairing.parse(input)
  const workOrder = await take(act, workOrderId, 'repair')
  const photos = await afterPhotos(act, workOrder)
  if (photos === 0) throw new Refusal('photoNeeded')
  const after = await record(act, workOrder, 'repair', {
    change: { ...unpaused(workOrder, act.now), repairedAt: act.now, cause, costSatang },
    reason: note,
    lineMessageId,
    data: { cause, costSatang: costSatang.toString(), photos },
  })
  await act.db.faultReport.updateMany({ where: { workOrderId, verdict: { not: null } }, data: { verdict: null, verdictAt: null, stars: null } })
  await dismiss(act, `workOrder:${workOrderId}`, ['workOrder.assigned', 'workOrder.joined', 'workOrder.overdue', 'workOrder.reopened'])
  await tellReporters(act, after, 'SOON', data => ({ kind: 'report.repaired', data }))
  return moved(after)
}

/** How many photos of the repair there are since it was (re)opened, those included that are still being fetched. */
export function afterPhotos(act: Act, { id, openedAt, reopenedAt }: { id: string, openedAt: Date, reopenedAt: Date | null }): Promise<number> {
  return act.db.attachment.count({ where: { workOrderId: id, state: { in: ['PENDING', 'STORED'] }, createdAt: { gte: reopenedAt ?? openedAt } } })
}

import type { Act, ClockAct } from '../act'
import type { InHand } from './inHand'
import { gistOf, inHand } from './inHand'
import { record } from './move'
import { dueAfter, manyReporters, unrepairedStates } from './rules'

/** Three people and more who report the same make it HIGH. Gives the work order as it is then, and whether it was raised. */
export async function raiseForMany(act: Act | ClockAct, workOrderId: string): Promise<{ workOrder: InHand, raised: boolean }> {
  const [workOrder] = await inHand(act.db, [workOrderId])
  if (!workOrder) throw new Error(`No work order ${workOrderId}`)
  const raised = workOrder.priority === 'NORMAL' && gistOf(workOrder).reporters >= manyReporters && unrepairedStates.includes(workOrder.state)
  if (!raised) return { workOrder, raised }
  const change = { priority: 'HIGH' as const, dueAt: dueAfter(workOrder, 'HIGH', workOrder.province, act.now) }
  return { workOrder: await record({ ...act, actor: null }, workOrder, 'setPriority', { change, data: { from: 'NORMAL', to: 'HIGH' } }), raised }
}

import type { NoticeLevel } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import { dismiss, notify } from '../notices/notify'

/** What is told to whoever keeps a camera, and to officers. The words are found when it is delivered: what was taken back until then is not in them. */
export type ToCustodian = 'footage.asked' | 'footage.reminder' | 'footage.calledOff'
export type ToOfficer = 'footage.answered' | 'footage.unanswered'

/** Tells people who keep a camera of what is asked. */
export async function tellCustodians(act: Act | ClockAct, userIds: string[], level: NoticeLevel, kind: ToCustodian, askId: string): Promise<void> {
  await notify(act, ...userIds.map(userId => ({ to: { userId }, level, kind, data: { askId } })))
}

/** Tells the officers of these recordings how their requests stand. */
export async function tellOfficers(act: Act | ClockAct, items: { id: string, requestId: string, request: { officerId: string } }[], level: NoticeLevel, kind: ToOfficer): Promise<void> {
  await notify(act, ...items.map(({ id, requestId, request }) => ({ to: { userId: request.officerId }, level, kind, data: { requestId, itemId: id } })))
}

/** Once it is answered or called off, those who have not heard of the question need not. */
export function heardEnough(act: Act | ClockAct, askIds: string[]): Promise<void> {
  return dismiss(act, askIds.map(id => `footageAsk:${id}`), ['footage.asked', 'footage.reminder'])
}

import type { z } from 'zod'
import type { Act, ClockAct } from '../act'
import type { HeldItem } from './held'
import { footageStateLabels } from '../labels/footage'
import { inLanguage } from '../labels/label'
import { Refusal } from '../refusal'
import { dismissApproval } from './approval'
import { custodiansOf } from './custodians'
import { writeEvents } from './events'
import { isLive, isOfficer, keptOf, lockItems } from './held'
import { openStates } from './rules'
import * as schema from './schema'
import { heardEnough, tellCustodians } from './tell'

/** ยกเลิกคำขอ: nobody need do anything for it any more; a colleague's question that it shared stays. Refused as `footageNotFound` for anybody else, `footageOver`. */
export async function cancelRequest(act: Act, input: z.input<typeof schema.ofRequest>): Promise<{ number: string }> {
  const { requestId } = schema.ofRequest.parse(input)
  const items = await lockItems(act.db, { requestId })
  const [first] = items
  if (!first || !isOfficer(act.actor, first)) throw new Refusal('footageNotFound')
  const { number, state, provinceCode } = first.request
  if (state !== 'SUBMITTED' && state !== 'AWAITING_APPROVAL') throw new Refusal('footageOver', { number, state: inLanguage(footageStateLabels[state], act.actor.language) })
  await act.db.footageRequest.update({ where: { id: requestId }, data: { state: 'CANCELLED', closedAt: act.now }, select: { id: true } })
  await writeEvents(act, { requestId, provinceCode, kind: 'CANCELLED' })
  await dismissApproval(act, requestId)
  await tellCalledOff(act, items.filter(isLive))
  return { number }
}

/** Who was asked need not answer any more, where nobody else asks the same: who has not heard of it need not, who has is told. */
export async function tellCalledOff(act: Act | ClockAct, items: HeldItem[]): Promise<void> {
  for (const item of items) {
    const others = await act.db.footageItem.count({ where: { askId: item.askId, id: { not: item.id }, state: { in: [...openStates] }, request: { state: 'SUBMITTED' } } })
    const kept = keptOf(item)
    if (others || !kept) continue
    await heardEnough(act, [item.askId])
    const people = (await custodiansOf(act.db, kept)).map(({ userId }) => userId)
    const told = await act.db.notice.findMany({ where: { about: `footageAsk:${item.askId}`, userId: { in: people }, state: 'DELIVERED' }, select: { userId: true }, distinct: ['userId'] })
    await tellCustodians(act, told.map(({ userId }) => userId!), 'SOON', 'footage.calledOff', item.askId)
  }
}

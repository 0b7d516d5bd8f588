import type { Prisma } from '../../prisma/client'
import type { ClockAct } from '../act'
import { tellCalledOff } from './cancel'
import { custodiansOf } from './custodians'
import { writeEvents } from './events'
import { keptOf, lockIdleItems, settle } from './held'
import { levelOf, nudgeTime } from './rules'
import { tellCustodians, tellOfficers } from './tell'

const unanswered = { state: 'ASKED', request: { state: 'SUBMITTED' } } as const satisfies Prisma.FootageItemWhereInput

/**
 * Where nobody has answered: first asks the others who keep the camera, then reminds them all, and tells the officer whom to call. At most `limit` questions
 * at a time; gives how many.
 */
export async function nudgeCustodians(act: ClockAct, limit = 20): Promise<number> {
  const due = { ...unanswered, nudgeAt: { lte: act.now } } as const satisfies Prisma.FootageItemWhereInput
  const found = await act.db.footageItem.findMany({ where: due, select: { askId: true }, distinct: ['askId'], orderBy: { nudgeAt: 'asc' }, take: limit })
  let nudged = 0
  for (const { askId } of found) {
    const items = await lockIdleItems(act.db, { ...due, askId })
    const [first] = items
    const kept = first && keptOf(first)
    if (!first || !kept) continue
    const isReminder = first.nudges > 0
    const people = (await custodiansOf(act.db, kept)).map(({ userId }) => userId).filter(userId => isReminder || userId !== first.firstAskedId)
    const level = levelOf(first.request.urgency, first.overwriteAt, act.now)
    await tellCustodians(act, people, level, isReminder ? 'footage.reminder' : 'footage.asked', askId)
    if (isReminder || people.length === 0) await tellOfficers(act, items, level, 'footage.unanswered')
    await act.db.footageItem.updateMany({ where: { id: { in: items.map(({ id }) => id) } }, data: { nudges: { increment: 1 }, nudgeAt: isReminder ? null : nudgeTime(1, first.answerBy, act.now) } })
    await writeEvents(act, ...items.map(({ id, requestId, request }) => ({ requestId, provinceCode: request.provinceCode, itemId: id, kind: isReminder ? 'REMINDED' as const : 'ASKED_OTHERS' as const })))
    nudged += items.length
  }
  return nudged
}

/** Recordings that were overwritten before anybody answered: the officer hears that it is over. At most `limit` at a time; gives how many. */
export async function expireUnanswered(act: ClockAct, limit = 20): Promise<number> {
  const due = { ...unanswered, answerBy: { lte: act.now } } as const satisfies Prisma.FootageItemWhereInput
  const found = await act.db.footageItem.findMany({ where: due, select: { id: true }, orderBy: { answerBy: 'asc' }, take: limit })
  const items = await lockIdleItems(act.db, { ...due, id: { in: found.map(({ id }) => id) } })
  for (const { id, requestId, answeredAt, request } of items) {
    await act.db.footageItem.update({ where: { id }, data: { state: 'UNAVAILABLE', cause: answeredAt ? 'OVERWRITTEN' : 'NO_ANSWER', nudgeAt: null }, select: { id: true } })
    await writeEvents(act, { requestId, provinceCode: request.provinceCode, itemId: id, kind: 'EXPIRED', fromState: 'ASKED', toState: 'UNAVAILABLE' })
  }
  await settle(act, items.map(({ requestId }) => requestId))
  await tellCalledOff(act, items)
  await tellOfficers(act, items, 'SOON', 'footage.answered')
  return items.length
}

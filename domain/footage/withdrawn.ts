import type { Act, ClockAct } from '../act'
import { writeEvents } from './events'
import { isLive, lockItems, settle } from './held'
import { levelOf } from './rules'
import { heardEnough, tellOfficers } from './tell'

/** An owner has withdrawn these cameras: what is still asked of them cannot be given, and the officers hear it. Called before the cameras go. */
export async function endForWithdrawn(act: Act | ClockAct, cameraIds: string[]): Promise<void> {
  const items = (await lockItems(act.db, { cameraId: { in: cameraIds } })).filter(isLive)
  if (items.length === 0) return
  await act.db.footageItem.updateMany({ where: { id: { in: items.map(({ id }) => id) } }, data: { state: 'REFUSED', answeredAt: act.now, nudgeAt: null } })
  await writeEvents(act, ...items.map(({ id, requestId, request, state }) => ({ requestId, provinceCode: request.provinceCode, itemId: id, kind: 'WITHDRAWN' as const, fromState: state, toState: 'REFUSED' as const })))
  await settle(act, items.map(({ requestId }) => requestId))
  await heardEnough(act, items.map(({ askId }) => askId))
  for (const item of items) await tellOfficers(act, [item], levelOf(item.request.urgency, item.overwriteAt, act.now), 'footage.answered')
}

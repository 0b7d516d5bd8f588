import type { Act, ClockAct } from '../act'
import { dismiss, notify } from '../notices/notify'
import { lockCameras } from '../workOrders/lock'
import { openCooperation, openFor } from './rules'

const open = { in: [...openCooperation] }
const atOnce = 50

/** An owner has withdrawn these cameras: what is asked of them is over, its officers hear it, and nothing that leads to the place is left. Called before the cameras go. */
export async function endCooperation(act: Act, cameraIds: string[]): Promise<void> {
  const { db, now } = act
  await lockCameras(db, cameraIds)
  const rows = await db.cooperationRequest.findMany({ where: { cameraId: { in: cameraIds } }, select: { id: true, officerId: true, state: true } })
  if (!rows.length) return
  await db.cooperationRequest.updateMany({ where: { cameraId: { in: cameraIds }, state: open }, data: { state: 'WITHDRAWN', closedAt: now, answerAfter: null } })
  await db.cooperationRequest.updateMany({ where: { cameraId: { in: cameraIds } }, data: { cameraId: null, latitude: null, longitude: null, note: null, noteMessageId: null } })
  await dismiss(act, rows.map(({ id }) => `cooperation:${id}`), ['cooperation.asked', 'cooperation.answered'])
  await notify(act, ...rows.filter(({ state }) => openCooperation.includes(state)).map(({ id, officerId }) => ({ to: { userId: officerId }, level: 'SOON' as const, kind: 'cooperation.answered' as const, data: { cooperationId: id } })))
}

/** Asks those once more who wanted to think about it a week ago. Returns how many. */
export async function askAgain(act: ClockAct): Promise<number> {
  const { db, now } = act
  const due = await db.$queryRaw<{ id: string, userId: string | null }[]>`
    SELECT r."id"::text, r."answeredById"::text AS "userId" FROM "CooperationRequest" r
    WHERE r."state" = 'LATER' AND r."answerAfter" <= ${now}::timestamptz ORDER BY r."answerAfter" LIMIT ${atOnce}::int FOR UPDATE SKIP LOCKED`
  await db.cooperationRequest.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { answerAfter: null } })
  await notify(act, ...due.flatMap(({ id, userId }) => userId ? [{ to: { userId }, level: 'SOON' as const, kind: 'cooperation.asked' as const, data: { cooperationId: id } }] : []))
  return due.length
}

/** Ends what nothing came of for half a year. Returns how many. */
export async function endStale({ db, now }: ClockAct): Promise<number> {
  const stale = await db.cooperationRequest.findMany({ where: { state: open, createdAt: { lt: new Date(now.getTime() - openFor) } }, select: { id: true }, take: atOnce })
  await db.cooperationRequest.updateMany({ where: { id: { in: stale.map(({ id }) => id) }, state: open }, data: { state: 'WITHDRAWN', closedAt: now, answerAfter: null } })
  return stale.length
}

/** A LINE message was taken back: the note that it was goes from the actor's requests. */
export async function eraseCooperationWords({ db, now, actor: { userId } }: Act, messageId: string): Promise<void> {
  await db.cooperationRequest.updateMany({ where: { officerId: userId, noteMessageId: messageId }, data: { note: null, noteMessageId: null, noteErasedAt: now } })
}

import type { Act, ClockAct } from '../act'
import { audit } from '../audit'
import { dismiss, notify } from '../notices/notify'
import { lockedOwn } from './own'

/** Days after which an owner is asked whether a camera is still in use, between the question and its reminders, and how often they are asked. */
const askAfter = 365
const remindAfter = 14
const mostAsked = 3

const atOnce = 50

interface Due { cameraId: string, ownerId: string, affirmAsked: number, provinceCode: string }

/** Asks owners once a year whether their cameras are still in use, reminds them twice, and then hides what nobody answered for. Returns how many it did. */
export async function askWhetherUsed(act: ClockAct): Promise<number> {
  const { db, now } = act
  const due = await db.$queryRaw<Due[]>`
    SELECT p."cameraId"::text, p."ownerId"::text, p."affirmAsked", left(c."code", 2) AS "provinceCode" FROM "PrivateCamera" p JOIN "Camera" c ON c."id" = p."cameraId"
    WHERE p."affirmedAt" < ${now}::timestamptz - ${askAfter}::int * interval '1 day' AND p."hiddenAt" IS NULL AND p."check" <> 'DECLINED'
      AND (p."affirmAsked" = 0 OR p."affirmAskedAt" < ${now}::timestamptz - ${remindAfter}::int * interval '1 day')
    ORDER BY p."affirmedAt" LIMIT ${atOnce}::int FOR UPDATE OF p SKIP LOCKED`
  const hidden = due.filter(({ affirmAsked }) => affirmAsked >= mostAsked)
  const asked = due.filter(({ affirmAsked }) => affirmAsked < mostAsked)
  const ids = (of: Due[]) => of.map(({ cameraId }) => cameraId)
  await db.privateCamera.updateMany({ where: { cameraId: { in: ids(hidden) } }, data: { hiddenAt: now } })
  await db.privateCamera.updateMany({ where: { cameraId: { in: ids(asked) } }, data: { affirmAskedAt: now, affirmAsked: { increment: 1 } } })
  if (hidden.length) await audit(act, ...hidden.map(({ cameraId, provinceCode }) => ({ action: 'privateCamera.hidden', subject: `camera:${cameraId}`, provinceCode })))
  const notice = (kind: 'owner.stillUsed' | 'owner.hidden') => ({ cameraId, ownerId }: Due) => ({ to: { userId: ownerId }, level: 'SOON' as const, kind, data: { privateCameraId: cameraId } })
  await notify(act, ...asked.map(notice('owner.stillUsed')), ...hidden.map(notice('owner.hidden')))
  return due.length
}

/** The owner says that a camera is still in use: it is shown again where it was hidden, and asked about in a year. Refused as `cameraUnknown`. */
export async function affirm(act: Act, cameraId: string): Promise<{ code: string }> {
  const { camera: { code, site } } = await lockedOwn(act, cameraId)
  await act.db.privateCamera.update({ where: { cameraId }, data: { affirmedAt: act.now, affirmAsked: 0, affirmAskedAt: null, hiddenAt: null }, select: { cameraId: true } })
  await dismiss(act, `privateCamera:${cameraId}`, ['owner.stillUsed', 'owner.hidden'])
  await audit(act, { action: 'privateCamera.affirmed', subject: `camera:${cameraId}`, provinceCode: site.provinceCode })
  return { code }
}

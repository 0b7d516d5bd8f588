import type { Act } from '../act'
import type { MenuName } from '../people/rules'
import { audit } from '../audit'
import { endCooperation } from '../cooperation/end'
import { endForWithdrawn } from '../footage/withdrawn'
import { wantMenu } from '../people/membership'
import { lockedOwns } from './own'
import { eraseViews } from './register'

/** What stands in place of the name of somebody who withdrew. */
const nobody = '–'

/** What came of it: the codes of the cameras that are gone, and the actor's menu and provinces as owner now. */
export interface Withdrawn { codes: string[], menu: MenuName, owns: string[] }

/**
 * The actor takes their consent back, for all of their cameras or for one: what is held of them is erased, and only that there was a camera,
 * in which subdistrict, is left, and when consent was given and withdrawn. Nothing happens where there is nothing (any more).
 */
export async function withdraw(act: Act, cameraId?: string): Promise<Withdrawn> {
  const { db, now, actor: { userId } } = act
  const gone = await lockedOwns(act, cameraId)
  const ids = gone.map(own => own.cameraId)
  if (ids.length) {
    await endForWithdrawn(act, ids)
    await endCooperation(act, ids)
    await eraseViews(db, ids)
    await db.privateCamera.deleteMany({ where: { cameraId: { in: ids } } })
    await forgetCameras(act, ids)
    await forgetWords(act, ids)
    await db.consent.updateMany({ where: { userId, withdrawnAt: null, cameras: { none: {} } }, data: { withdrawnAt: now } })
    await audit(act, ...gone.map(({ cameraId: id, consentId, camera: { site } }) => ({ action: 'consent.withdrawn', subject: `camera:${id}`, provinceCode: site.provinceCode, data: { consentId } })))
  }
  const owns = await provincesOwnedIn(act)
  await db.membership.deleteMany({ where: { userId, role: 'OWNER', provinceCode: { notIn: owns }, suspendedAt: null } })
  return { codes: gone.map(({ camera }) => camera.code).sort(), menu: await wantMenu(db, userId), owns }
}

async function provincesOwnedIn({ db, actor: { userId } }: Act): Promise<string[]> {
  const left = await db.privateCamera.findMany({ where: { ownerId: userId }, select: { camera: { select: { site: { select: { provinceCode: true } } } } } })
  return [...new Set(left.map(({ camera }) => camera.site.provinceCode))]
}

/** Of the cameras and their places nothing is left that leads to anybody: the place is rounded to a tenth of a degree (11 km). */
async function forgetCameras({ db, now }: Act, ids: string[]): Promise<void> {
  await db.camera.updateMany({
    where: { id: { in: ids } },
    data: { status: 'REMOVED', statusSince: now, statusReason: null, label: '', direction: null, retentionDays: null, exportBy: null, custodianName: null, custodianPhone: null, custodianHours: null, updatedAt: now },
  })
  await db.$executeRaw`
    UPDATE "Site" SET "name" = ${nobody}, "address" = NULL, "latitude" = round("latitude"::numeric, 1)::float8, "longitude" = round("longitude"::numeric, 1)::float8,
      "removedAt" = ${now}::timestamptz, "updatedAt" = ${now}::timestamptz
    WHERE "ownership" = 'PRIVATE' AND "id" IN (SELECT "siteId" FROM "Camera" WHERE "id" = ANY(${ids}::uuid[]))`
}

/** What was said of them in messages and notices, to the owner and to others, is erased where it is still kept. */
async function forgetWords({ db, actor: { userId } }: Act, ids: string[]): Promise<void> {
  const about = ids.map(id => `privateCamera:${id}`)
  await db.notice.updateMany({ where: { about: { in: about }, state: { in: ['WAITING', 'HELD'] } }, data: { state: 'SUPPRESSED', reason: 'over' } })
  const orders = await db.workOrder.findMany({ where: { cameraId: { in: ids } }, select: { id: true } })
  await db.$executeRaw`UPDATE "Notice" SET "data" = jsonb_set("data", '{camera}', 'null') WHERE "about" = ANY(${orders.map(({ id }) => `workOrder:${id}`)}::text[])`
  await db.$executeRaw`
    UPDATE "InboundEvent" SET "payload" = "payload" - 'message' WHERE "state" = 'DONE' AND "lane" = (SELECT "lineUserId" FROM "User" WHERE "id" = ${userId}::uuid)`
  await db.$executeRaw`
    UPDATE "OutboundMessage" SET "messages" = '[]', "state" = CASE WHEN "state" = 'WAITING' THEN 'SUPPRESSED' ELSE "state" END
    WHERE "about" && ${about}::text[] OR ("state" = 'SENT' AND "recipient" = (SELECT "lineUserId" FROM "User" WHERE "id" = ${userId}::uuid))`
  await db.sentMessage.deleteMany({ where: { about: { in: about } } })
}

import type { OwnerAct } from './contact'
import { openContact, sealContact } from './contact'

/** What stands in place of words that were taken back. */
export const erased = '–'

/**
 * A LINE message was taken back: what it said goes from the actor's own cameras, and from what they wrote when they checked others'. Without its place
 * a camera is not shown until its owner says a new one.
 */
export async function eraseOwnerWords(act: OwnerAct, messageId: string): Promise<void> {
  const { db, actor: { userId } } = act
  const rows = await db.$queryRaw<{ cameraId: string, siteId: string, ownerId: string, contact: string, fields: string[] }[]>`
    SELECT p."cameraId"::text, c."siteId"::text, p."ownerId"::text, p."contact", ARRAY(SELECT key FROM jsonb_each_text(p."saidIn") WHERE value = ${messageId}) AS fields
    FROM "PrivateCamera" p JOIN "Camera" c ON c."id" = p."cameraId"
    WHERE (p."ownerId" = ${userId}::uuid OR p."checkedById" = ${userId}::uuid) AND EXISTS (SELECT FROM jsonb_each_text(p."saidIn") WHERE value = ${messageId}) FOR UPDATE OF p`
  for (const { cameraId, siteId, ownerId, contact, fields } of rows) {
    const isOwner = ownerId === userId
    const gone = (field: string) => fields.includes(field) && (field === 'remark' ? !isOwner : isOwner)
    const kept = gone('name') || gone('phone') ? openContact(act, contact, ownerId) : null
    if (gone('shop')) await db.site.update({ where: { id: siteId }, data: { name: erased }, select: { id: true } })
    if (gone('hours')) await db.camera.update({ where: { id: cameraId }, data: { custodianHours: erased }, select: { id: true } })
    if (gone('place')) await db.$executeRaw`UPDATE "Site" SET "latitude" = round("latitude"::numeric, 1)::float8, "longitude" = round("longitude"::numeric, 1)::float8 WHERE "id" = ${siteId}::uuid`
    await db.privateCamera.update({
      where: { cameraId },
      data: {
        ...gone('remark') && { remark: erased },
        ...gone('place') && { check: 'CHANGE_WANTED' as const, remark: null },
        ...kept && { contact: sealContact(act, { name: gone('name') ? '' : kept.name, phone: gone('phone') ? null : kept.phone }, ownerId) },
      },
      select: { cameraId: true },
    })
  }
}

import type { z } from 'zod'
import type { OwnerAct } from './contact'
import type { newPrivateCameras } from './schema'
import { audit } from '../audit'
import { subdistrictNear } from '../cameras/areas'
import { nextCode } from '../cameras/nextCode'
import { give, holds, lockPerson, wantMenu } from '../people/membership'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { askForCheck } from './checkers'
import { consentVersion } from './consentText'
import { sealContact } from './contact'
import { provinceOfPlace } from './province'
import * as schema from './schema'

/** Private cameras that were registered, in the order that they were given in. */
export interface Registered { cameras: { id: string, code: string }[], provinceCode: string, menu: Awaited<ReturnType<typeof give>> }

/**
 * Registers the actor's own cameras of one place, after they agreed; they become an owner of the province, and somebody nearby is asked to check them.
 * Sent again with the same ids they are the same ones. Refused as `consentOutdated`, `placeOutside`, `membershipSuspended`, `ownCamerasMany`, `codesUsedUp`,
 * and as `cameraUnknown` when an id is something else's.
 */
export async function registerPrivateCameras(act: OwnerAct, input: z.input<typeof newPrivateCameras>): Promise<Registered> {
  const { db, now, actor: { userId, language } } = act
  const { consent, shop, place, address, name, phone, hours, sharesPhone, cameras, saidIn = {} } = schema.newPrivateCameras.parse(input)
  if (consent !== consentVersion) throw new Refusal('consentOutdated')
  const provinceCode = await provinceOfPlace(act, place)
  await lockPerson(db, userId)
  const known = await knownBefore(act, cameras.map(({ id }) => id))
  if (known) return { cameras: known, provinceCode, menu: await wantMenu(db, userId) }
  const post = { role: 'OWNER', provinceCode, agencyId: null } as const
  const held = await holds(db, userId, post)
  if (held === 'suspended') throw new Refusal('membershipSuspended')
  if (await db.privateCamera.count({ where: { ownerId: userId } }) + cameras.length > schema.mostOwn) throw new Refusal('ownCamerasMany', { most: schema.mostOwn })
  const subdistrictCode = await subdistrictNear(act, provinceCode, place)
  const consentId = uuid7(now.getTime())
  await db.consent.create({ data: { id: consentId, userId, version: consentVersion, language, givenAt: now }, select: { id: true } })
  const contact = sealContact(act, { name, phone }, userId)
  const times = { createdAt: now, updatedAt: now }
  const registered: Registered['cameras'] = []
  for (const { id, direction, fieldOfView, range, indoors, days, exportBy, photo } of cameras) {
    const [siteId, code] = [uuid7(now.getTime()), await nextCode(act, provinceCode)]
    // A place of its own: it can be moved, or withdrawn, without the others.
    await db.site.create({ data: { id: siteId, ownership: 'PRIVATE', name: shop, address, ...place, provinceCode, subdistrictCode, placedBy: 'PIN', ...times }, select: { id: true } })
    await db.camera.create({ data: { id, code, siteId, ownership: 'PRIVATE', direction, fieldOfView, range, retentionDays: days, exportBy, custodianHours: hours, statusSince: now, ...times }, select: { id: true } })
    await db.privateCamera.create({ data: { cameraId: id, ownerId: userId, consentId, contact, sharesPhone, indoors, saidIn, affirmedAt: now, createdAt: now }, select: { cameraId: true } })
    if (photo) await addView(act, id, photo)
    registered.push({ id, code })
  }
  const menu = held === 'no' ? await give(act, userId, post) : await wantMenu(db, userId)
  await audit(act, { action: 'consent.given', subject: `consent:${consentId}`, provinceCode, data: { version: consentVersion } }, ...registered.map(({ id, code }) => ({ action: 'privateCamera.registered', subject: `camera:${id}`, provinceCode, data: { code } })))
  for (const { id } of registered) await askForCheck(act, { id, provinceCode, subdistrictCode, ownerId: userId })
  return { cameras: registered, provinceCode, menu }
}

/** The actor's cameras with these ids; null when there is none yet. Refused as `cameraUnknown` when one is there that is not theirs, or not all are. */
async function knownBefore({ db, actor }: OwnerAct, ids: string[]): Promise<Registered['cameras'] | null> {
  const rows = await db.camera.findMany({ where: { id: { in: ids } }, select: { id: true, code: true, private: { select: { ownerId: true } } } })
  if (!rows.length && new Set(ids).size === ids.length) return null
  if (rows.length < ids.length || rows.some(row => row.private?.ownerId !== actor.userId)) throw new Refusal('cameraUnknown')
  return ids.map(id => ({ id, code: rows.find(row => row.id === id)!.code }))
}

/** The photo of what a private camera sees, in place of the one before; its bytes are fetched later. */
export async function addView({ db, now, actor: { userId } }: OwnerAct, cameraId: string, { lineMessageId, sourceUrl }: NonNullable<z.output<typeof schema.viewPhoto>>): Promise<void> {
  await eraseViews(db, [cameraId])
  await db.attachment.createMany({ data: [{ id: uuid7(now.getTime()), cameraId, lineMessageId, sourceUrl, uploadedById: userId, createdAt: now, notBefore: now }], skipDuplicates: true })
}

/** Takes photos of what cameras see away: what was stored of them is removed soon. */
export async function eraseViews(db: OwnerAct['db'], cameraIds: string[]): Promise<void> {
  const of = { cameraId: { in: cameraIds } }
  await db.attachment.deleteMany({ where: { ...of, storageKey: null, state: { not: 'ERASED' } } })
  await db.attachment.updateMany({ where: { ...of, state: { not: 'ERASED' } }, data: { state: 'ERASED', sourceUrl: null, lineMessageId: null } })
}

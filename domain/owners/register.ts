import type { z } from 'zod'
import type { OwnerAct } from './contact'
import type { newPrivateCamera } from './schema'
import { audit } from '../audit'
import { subdistrictNear } from '../cameras/areas'
import { nextCode } from '../cameras/nextCode'
import { directionLabels } from '../labels/directions'
import { give, holds, lockPerson, wantMenu } from '../people/membership'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { askForCheck } from './checkers'
import { consentVersion } from './consentText'
import { sealContact } from './contact'
import { provinceOfPlace } from './province'
import { mostOwn } from './rules'
import * as schema from './schema'

/** A direction's name as degrees clockwise from north. */
export const degreesOf = (facing: keyof typeof directionLabels): number => Object.keys(directionLabels).indexOf(facing) * 45

/** A private camera that was registered. */
export interface Registered { id: string, code: string, provinceCode: string, menu: Awaited<ReturnType<typeof give>> }

/**
 * Registers the actor's own camera, after they agreed; they become an owner of the province, and somebody nearby is asked to check it.
 * Refused as `consentOutdated`, `placeOutside`, `membershipSuspended`, `ownCamerasMany`, `codesUsedUp`.
 */
export async function registerPrivateCamera(act: OwnerAct, input: z.input<typeof newPrivateCamera>): Promise<Registered> {
  const { db, now, actor: { userId, language } } = act
  const { consent, photo, shop, place, facing, indoors, days, exportBy, name, phone, hours, sharesPhone } = schema.newPrivateCamera.parse(input)
  if (consent !== consentVersion) throw new Refusal('consentOutdated')
  const provinceCode = await provinceOfPlace(act, place)
  await lockPerson(db, userId)
  const post = { role: 'OWNER', provinceCode, agencyId: null } as const
  const held = await holds(db, userId, post)
  if (held === 'suspended') throw new Refusal('membershipSuspended')
  if (await db.privateCamera.count({ where: { ownerId: userId } }) >= mostOwn) throw new Refusal('ownCamerasMany', { most: mostOwn })
  const [id, siteId, consentId] = [uuid7(now.getTime()), uuid7(now.getTime()), uuid7(now.getTime())]
  const subdistrictCode = await subdistrictNear(act, provinceCode, place)
  const code = await nextCode(act, provinceCode)
  const times = { createdAt: now, updatedAt: now }
  await db.site.create({ data: { id: siteId, ownership: 'PRIVATE', name: shop, ...place, provinceCode, subdistrictCode, placedBy: 'PIN', ...times }, select: { id: true } })
  await db.camera.create({ data: { id, code, siteId, ownership: 'PRIVATE', direction: degreesOf(facing), retentionDays: days, exportBy, custodianHours: hours, statusSince: now, ...times }, select: { id: true } })
  await db.consent.create({ data: { id: consentId, userId, version: consentVersion, language, givenAt: now }, select: { id: true } })
  await db.privateCamera.create({ data: { cameraId: id, ownerId: userId, consentId, contact: sealContact(act, { name, phone }, userId), sharesPhone, indoors, affirmedAt: now, createdAt: now }, select: { cameraId: true } })
  if (photo) await addView(act, id, photo)
  const menu = held === 'no' ? await give(act, userId, post) : await wantMenu(db, userId)
  await audit(act, { action: 'consent.given', subject: `consent:${consentId}`, provinceCode, data: { version: consentVersion } }, { action: 'privateCamera.registered', subject: `camera:${id}`, provinceCode, data: { code } })
  await askForCheck(act, { id, provinceCode, subdistrictCode, ownerId: userId })
  return { id, code, provinceCode, menu }
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

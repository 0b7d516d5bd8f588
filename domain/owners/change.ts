import type { z } from 'zod'
import type { Contact, OwnerAct } from './contact'
import type { ownChange, pause } from './schema'
import { audit } from '../audit'
import { subdistrictNear } from '../cameras/areas'
import { Refusal } from '../refusal'
import { bangkokDay, startOfBangkokDay } from '../time/bangkok'
import { askForCheck } from './checkers'
import { openContact, sealContact } from './contact'
import { lockedOwn } from './own'
import { provinceOfPlace } from './province'
import { addView, eraseViews } from './register'
import * as schema from './schema'

/** What somebody nearby looked at when they checked it. */
const looked = ['shop', 'place', 'direction', 'indoors'] as const

/**
 * The owner changes what is known of their camera. What was checked, or was asked to be changed, is checked again.
 * Refused as `cameraUnknown` (not theirs), `ownCameraDeclined`, `placeOutside` (also for another province).
 */
export async function changeOwnCamera(act: OwnerAct, input: z.input<typeof ownChange>): Promise<void> {
  const { cameraId, shop, place, address, direction, fieldOfView, range, indoors, days, exportBy, name, phone, hours, sharesPhone, photo, saidIn = {} } = schema.ownChange.parse(input)
  const { db, now, actor: { userId } } = act
  const { check, contact, saidIn: before, camera: { siteId, site } } = await lockedOwn(act, cameraId)
  if (check === 'DECLINED') throw new Refusal('ownCameraDeclined')
  if (place && await provinceOfPlace(act, place) !== site.provinceCode) throw new Refusal('placeOutside')
  const subdistrictCode = place ? await subdistrictNear(act, site.provinceCode, place) : site.subdistrictCode
  await db.site.update({ where: { id: siteId }, data: { name: shop, ...place, address, subdistrictCode, updatedAt: now }, select: { id: true } })
  await db.camera.update({ where: { id: cameraId }, data: { direction, fieldOfView, range, retentionDays: days, exportBy, custodianHours: hours, updatedAt: now }, select: { id: true } })
  const again = check === 'CHANGE_WANTED' || (check === 'CONFIRMED' && looked.some(field => ({ shop, place, direction, indoors })[field] !== undefined))
  const told = Object.entries({ shop, place, name, phone, hours }).flatMap(([field, value]) => value === undefined ? [] : [field])
  const kept = Object.fromEntries(Object.entries(before as object).filter(([field]) => !told.includes(field)))
  await db.privateCamera.update({
    where: { cameraId },
    data: { saidIn: { ...kept, ...saidIn }, indoors, sharesPhone, ...(name ?? phone) && { contact: changed(act, contact, { name, phone }, userId) }, ...again && { check: 'PENDING', remark: null } },
    select: { cameraId: true },
  })
  if (photo) await addView(act, cameraId, photo)
  if (photo === null) await eraseViews(db, [cameraId])
  const fields = Object.entries(input).filter(([field, value]) => field !== 'cameraId' && field !== 'saidIn' && value !== undefined).map(([field]) => field)
  await audit(act, { action: 'privateCamera.changed', subject: `camera:${cameraId}`, provinceCode: site.provinceCode, data: { fields } })
  if (again) await askForCheck(act, { id: cameraId, provinceCode: site.provinceCode, subdistrictCode, ownerId: userId })
}

/** The contact with what is new of it. Refused as `contactUnreadable` when the rest cannot be read. */
function changed(act: OwnerAct, sealed: string, { name, phone }: Partial<Contact>, ownerId: string): string {
  if (name && phone) return sealContact(act, { name, phone }, ownerId)
  const before = openContact(act, sealed, ownerId)
  if (!before) throw new Refusal('contactUnreadable')
  return sealContact(act, { name: name ?? before.name, phone: phone ?? before.phone }, ownerId)
}

/** Days that somebody can be left alone. */
const longestPause = 366

/** Nobody asks the owner for recordings of this camera until a day has begun (`until` null: ask again). Refused as `cameraUnknown`, `pauseTooLong`. */
export async function pauseOwnCamera(act: OwnerAct, input: z.input<typeof pause>): Promise<{ until: Date | null }> {
  const { cameraId, until } = schema.pause.parse(input)
  const { camera: { site } } = await lockedOwn(act, cameraId)
  const pausedUntil = until === null ? null : startOfBangkokDay(until)
  if (pausedUntil && (pausedUntil <= act.now || pausedUntil > startOfBangkokDay(bangkokDay(act.now), longestPause))) throw new Refusal('pauseTooLong')
  await act.db.privateCamera.update({ where: { cameraId }, data: { pausedUntil }, select: { cameraId: true } })
  await audit(act, { action: pausedUntil ? 'privateCamera.paused' : 'privateCamera.unpaused', subject: `camera:${cameraId}`, provinceCode: site.provinceCode })
  return { until: pausedUntil }
}

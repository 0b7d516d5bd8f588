import type { Act } from '../act'
import type { Photographed } from './place'
import { randomBytes } from 'node:crypto'
import { photoAdded } from '../cameras/photos'
import { Refusal } from '../refusal'
import { placeFor } from './place'

/** How long a photo may take to be cleaned and stored before it counts as lost, ms. */
const patience = 10 * 60_000

/** A photo that is being sent in: `id` is made up by whoever sends it. */
export type Upload = { id: string } & Photographed

/**
 * Makes room for a photo whose bytes come with the request. Sent again under its id it is the same photo; `stored`: it is there already.
 * Refused as `placeFor` is, and as `notFound` when the id is somebody else's or the photo was taken back.
 */
export async function beginUpload(act: Act, { id, ...to }: Upload): Promise<{ storageKey: string, stored: boolean }> {
  const { db, actor, now } = act
  await lock(act, id)
  const known = await db.attachment.findUnique({ where: { id }, select: { uploadedById: true, storageKey: true, state: true, faultReportId: true, workOrderId: true, cameraId: true } })
  if (known) {
    const isSame = known.uploadedById === actor.userId && ('reportId' in to ? known.faultReportId === to.reportId : 'workOrderId' in to ? known.workOrderId === to.workOrderId : known.cameraId === to.cameraId)
    if (!isSame || !known.storageKey || known.state === 'ERASED') throw new Refusal('notFound')
    return { storageKey: known.storageKey, stored: known.state === 'STORED' }
  }
  const target = await placeFor(act, to)
  const storageKey = randomBytes(16).toString('hex')
  await db.attachment.create({ data: { id, ...target, uploadedById: actor.userId, storageKey, createdAt: now, notBefore: new Date(now.getTime() + patience) }, select: { id: true } })
  return { storageKey, stored: false }
}

/** The bytes are stored; false when the photo was taken away meanwhile. `bytes`: their number, sizes in pixels. */
export async function endUpload(act: Act, id: string, about: { contentType: string, bytes: number, width: number, height: number }): Promise<boolean> {
  await lock(act, id)
  const which = { id, uploadedById: act.actor.userId, state: { not: 'ERASED' } } as const
  const photo = await act.db.attachment.findFirst({ where: which, select: { state: true, cameraId: true } })
  if (!photo) return false
  await act.db.attachment.updateMany({ where: which, data: { ...about, state: 'STORED', error: null } })
  if (photo.cameraId && photo.state !== 'STORED') await photoAdded(act, photo.cameraId, id)
  return true
}

/** What was sent is no photo: nothing is left of it. */
export async function dropUpload({ db, actor }: Act, id: string): Promise<void> {
  await db.attachment.deleteMany({ where: { id, uploadedById: actor.userId, state: { in: ['PENDING', 'FAILED'] }, lineMessageId: null } })
}

async function lock({ db }: Act, id: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`photo ${id}`}))`
}

import type { Act } from '../act'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../refusal'
import { placeFor } from './details'

/** How long a photo may take to be cleaned and stored before it counts as lost, ms. */
const patience = 10 * 60_000

/** A photo that is being sent in: `id` is made up by whoever sends it, of one's own report or of a repair that one works on. */
export type Upload = { id: string } & ({ reportId: string } | { workOrderId: string })

/**
 * Makes room for a photo whose bytes come with the request. Sent again under its id it is the same photo; `stored`: it is there already.
 * Refused as `attachPhoto` is, and as `notFound` when the id is somebody else's.
 */
export async function beginUpload(act: Act, { id, ...to }: Upload): Promise<{ storageKey: string, stored: boolean }> {
  const { db, actor, now } = act
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`photo ${id}`}))`
  const known = await db.attachment.findUnique({ where: { id }, select: { uploadedById: true, storageKey: true, state: true, faultReportId: true, workOrderId: true } })
  if (known) {
    const isSame = known.uploadedById === actor.userId && ('reportId' in to ? known.faultReportId === to.reportId : known.workOrderId === to.workOrderId)
    if (!isSame || !known.storageKey || (known.state !== 'STORED' && known.state !== 'PENDING')) throw new Refusal('notFound')
    return { storageKey: known.storageKey, stored: known.state === 'STORED' }
  }
  const target = await placeFor(act, to)
  const storageKey = randomBytes(16).toString('hex')
  await db.attachment.create({ data: { id, ...target, uploadedById: actor.userId, storageKey, createdAt: now, notBefore: new Date(now.getTime() + patience) }, select: { id: true } })
  return { storageKey, stored: false }
}

/** The bytes are stored; false when the photo was taken away meanwhile. `bytes`: their number, sizes in pixels. */
export async function endUpload({ db, actor }: Act, id: string, about: { contentType: string, bytes: number, width: number, height: number }): Promise<boolean> {
  const { count } = await db.attachment.updateMany({ where: { id, uploadedById: actor.userId, state: { in: ['PENDING', 'STORED'] } }, data: { ...about, state: 'STORED', error: null } })
  return count > 0
}

/** What was sent is no photo: nothing is left of it. */
export async function dropUpload({ db, actor }: Act, id: string): Promise<void> {
  await db.attachment.deleteMany({ where: { id, uploadedById: actor.userId, state: 'PENDING', lineMessageId: null } })
}

import type { Db } from '../../prisma/client'
import type { ContactSealing } from './sealing'

const atOnce = 200

/** How many contacts were sealed anew, were already, and could not be opened with any known key. */
export interface Rotated { sealed: number, already: number, unreadable: number }

/** Seals every contact with the key that seals now. May be broken off and begun again, also while the product runs. */
export async function rotateContacts(db: Db, contacts: ContactSealing): Promise<Rotated> {
  const done: Rotated = { sealed: 0, already: 0, unreadable: 0 }
  for (let after: string | undefined; ;) {
    const rows = await db.privateCamera.findMany({ orderBy: { cameraId: 'asc' }, take: atOnce, ...after && { cursor: { cameraId: after }, skip: 1 }, select: { cameraId: true, ownerId: true, contact: true } })
    for (const { cameraId, ownerId, contact } of rows) {
      const words = contacts.isCurrent(contact) ? undefined : contacts.open(contact, ownerId)
      if (words === undefined) done.already++
      else if (words === null) done.unreadable++
      // Unless the owner has changed it meanwhile: then it is sealed anew already.
      else done.sealed += (await db.privateCamera.updateMany({ where: { cameraId, contact }, data: { contact: contacts.seal(words, ownerId) } })).count
    }
    if (rows.length < atOnce) return done
    after = rows.at(-1)!.cameraId
  }
}

import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import { lockPerson } from '../people/membership'
import { Refusal } from '../refusal'

/** A private camera with its place. */
export type OwnRow = Prisma.PrivateCameraGetPayload<{ include: { camera: { include: { site: true } } } }>

/** One of the actor's own cameras, locked. Refused as `cameraUnknown`. */
export async function lockedOwn(act: Act, cameraId: string): Promise<OwnRow> {
  const [own] = await lockedOwns(act, cameraId)
  if (!own) throw new Refusal('cameraUnknown')
  return own
}

/** All of the actor's own cameras, or this one, locked. */
export async function lockedOwns({ db, actor: { userId } }: Act, cameraId?: string): Promise<OwnRow[]> {
  await lockPerson(db, userId)
  const where = { ownerId: userId, ...cameraId && { cameraId } }
  await db.$queryRaw`SELECT "cameraId" FROM "PrivateCamera" WHERE "ownerId" = ${userId}::uuid ORDER BY "cameraId" FOR UPDATE`
  return db.privateCamera.findMany({ where, include: { camera: { include: { site: true } } }, orderBy: { cameraId: 'asc' } })
}

import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import { Refusal } from '../refusal'
import { mayFillIn } from './rights'

/** A row of the table. */
export type Site = Prisma.SiteGetPayload<object>

/** A row of the table, with that of its site. */
export type Entry = Prisma.CameraGetPayload<{ include: { site: true } }>

/** A camera with its site, locked for a change by the actor. Refused as `cameraUnknown` (also somebody's private one), `notAllowed`, and `changedMeanwhile` when `version` is not the one that stands. */
export async function lockedEntry({ db, actor }: Act, id: string, version?: number): Promise<Entry> {
  await db.$queryRaw`SELECT "id" FROM "Camera" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  const camera = await db.camera.findUnique({ where: { id }, include: { site: true } })
  if (!camera || camera.ownership === 'PRIVATE') throw new Refusal('cameraUnknown')
  if (!mayFillIn(actor, { agencyId: camera.agencyId, provinceCode: camera.site.provinceCode })) throw new Refusal('notAllowed')
  if (version !== undefined && camera.version !== version) throw new Refusal('changedMeanwhile')
  return camera
}

/** A site, locked for a change by the actor; nobody adds a camera to it or moves one meanwhile. Refused as `siteUnknown` (also somebody's private one), `notAllowed`, `changedMeanwhile`. */
export async function lockedSite({ db, actor }: Act, id: string, version?: number): Promise<Site> {
  await db.$queryRaw`SELECT "id" FROM "Site" WHERE "id" = ${id}::uuid FOR UPDATE`
  const site = await db.site.findUnique({ where: { id } })
  if (!site || site.ownership === 'PRIVATE') throw new Refusal('siteUnknown')
  if (!mayFillIn(actor, site)) throw new Refusal('notAllowed')
  if (version !== undefined && site.version !== version) throw new Refusal('changedMeanwhile')
  return site
}

/** A site that a camera is to stand at: it stays until the end of the transaction. Refused as `siteUnknown`, `notAllowed`, `siteRemoved`. */
export async function siteFor({ db, actor }: Act, id: string): Promise<Site> {
  await db.$queryRaw`SELECT "id" FROM "Site" WHERE "id" = ${id}::uuid FOR SHARE`
  const site = await db.site.findUnique({ where: { id } })
  if (!site || site.ownership === 'PRIVATE') throw new Refusal('siteUnknown')
  if (!mayFillIn(actor, site)) throw new Refusal('notAllowed')
  if (site.removedAt) throw new Refusal('siteRemoved')
  return site
}

/** The number of the repair that is open on a camera; null when there is none. */
export async function openRepair({ db }: Pick<Act, 'db'>, cameraId: string): Promise<string | null> {
  const order = await db.workOrder.findFirst({ where: { cameraId, state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } }, select: { number: true } })
  return order?.number ?? null
}

import type { Prisma, Tx } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { Kept, Move } from './rules'
import { footageStateLabels, itemStateLabels, moveLabels } from '../labels/footage'
import { inLanguage } from '../labels/label'
import { Refusal } from '../refusal'
import { lockCameras } from '../workOrders/lock'
import { heldStates, keeps, moves, openStates, stateOf } from './rules'

/*
 * Everything that changes a request locks in the same order: cameras by id, then requests by id. The camera's lock also decides whose question an
 * overlapping one joins.
 */

const cameraWanted = {
  select: {
    id: true,
    code: true,
    label: true,
    ownership: true,
    status: true,
    agencyId: true,
    custodianPhone: true,
    agency: { select: { name: true, nameEn: true, phone: true } },
    private: { select: { ownerId: true, sharesPhone: true } },
    site: { select: { name: true, provinceCode: true, latitude: true, longitude: true } },
  },
} as const satisfies Prisma.FootageItem$cameraArgs

/** What is read of an item to do something with it. */
export const itemWanted = { camera: cameraWanted, request: { include: { agency: { select: { name: true, nameEn: true } }, officer: { select: { displayName: true } } } } } as const satisfies Prisma.FootageItemInclude

/** The recording of one camera in a request, with both. */
export type HeldItem = Prisma.FootageItemGetPayload<{ include: typeof itemWanted }>

/** What tells who keeps an item's camera; null when the camera is gone, or outside the register. */
export function keptOf({ camera }: Pick<HeldItem, 'camera'>): Kept | null {
  return camera && { ownership: camera.ownership, agencyId: camera.agencyId, provinceCode: camera.site.provinceCode, ownerId: camera.private?.ownerId ?? null }
}

/** Whether the actor keeps the item's camera, and was asked: not for what waits for a supervisor, or was never approved. */
export function keepsItem({ actor }: Act, item: HeldItem): boolean {
  const kept = keptOf(item)
  return kept !== null && keeps(actor, kept) && !isUnasked(item)
}

/** Whether nobody was ever asked for it: an answer was waited for until it was stored (`approval.ts`). */
export const isUnasked = ({ answerBy, request: { logged, createdAt } }: { answerBy: Date, request: { logged: boolean, createdAt: Date } }): boolean => !logged && answerBy <= createdAt

/** Whether something is still to come of it. */
export const isLive = ({ state, request }: HeldItem): boolean => openStates.includes(state) && request.state === 'SUBMITTED'

/** Locks these requests until the transaction ends; their cameras are locked before. */
export async function lockRequests(db: Tx, ids: string[]): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "FootageRequest" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** Locks the cameras of a condition's items, then their requests, and reads the items, oldest first. */
export async function lockItems(db: Tx, where: Prisma.FootageItemWhereInput): Promise<HeldItem[]> {
  const known = await db.footageItem.findMany({ where, select: { cameraId: true } })
  await lockCameras(db, known.flatMap(({ cameraId }) => cameraId ?? []))
  const now = await db.footageItem.findMany({ where, select: { requestId: true } })
  await lockRequests(db, now.map(({ requestId }) => requestId))
  return db.footageItem.findMany({ where, include: itemWanted, orderBy: { id: 'asc' } })
}

/**
 * Takes in hand what a custodian was asked, for an answer: locked, and only what still waits for it. Refused as `footageNotFound` for anybody else,
 * `footageCancelled`, `footageExpired`, `footageAnswered`.
 */
export async function takeAsk(act: Act, askId: string, move: Move): Promise<HeldItem[]> {
  const items = await lockItems(act.db, { askId })
  const refusal = askRefusal(act, items, move)
  if (refusal) throw refusal
  return items.filter(item => isLive(item) && moves[move].from.includes(item.state))
}

/** Why the actor cannot give this answer (any more); null when they can. */
export function askRefusal(act: Act, items: HeldItem[], move: Move): Refusal | null {
  if (!items.some(item => keepsItem(act, item))) return new Refusal('footageNotFound')
  const live = items.filter(isLive)
  if (live.some(({ state }) => moves[move].from.includes(state))) return null
  const [last] = live.length ? live : items.filter(({ request }) => request.state !== 'CANCELLED')
  if (!last) return new Refusal('footageCancelled', { number: items[0]!.request.number })
  if (last.cause === 'NO_ANSWER' || last.cause === 'OVERWRITTEN') return new Refusal('footageExpired', { number: last.request.number })
  return new Refusal('footageAnswered', { state: inLanguage(itemStateLabels[last.state], act.actor.language), move: inLanguage(moveLabels[move], act.actor.language) })
}

/** Takes one of the actor's own recordings in hand for a move of the officer. Refused as `footageNotFound` for anybody else, `footageWaits`, `footageOver`, `footageItemState`. */
export async function takeItem(act: Act, itemId: string, move: Move): Promise<HeldItem> {
  const known = await act.db.footageItem.findUnique({ where: { id: itemId }, select: { requestId: true } })
  const items = known ? await lockItems(act.db, { requestId: known.requestId }) : []
  const item = items.find(({ id }) => id === itemId)
  const refusal = itemRefusal(act, item, move)
  if (refusal) throw refusal
  return item!
}

/** Why the actor cannot do this with a recording; null when they can. */
export function itemRefusal({ actor }: Act, item: HeldItem | undefined, move: Move): Refusal | null {
  if (!item || !isOfficer(actor, item)) return new Refusal('footageNotFound')
  const { state, request } = item
  if (request.state === 'AWAITING_APPROVAL') return new Refusal('footageWaits', { number: request.number })
  if (heldStates.includes(request.state)) return new Refusal('footageOver', { number: request.number, state: inLanguage(footageStateLabels[request.state], actor.language) })
  if (moves[move].from.includes(state)) return null
  return new Refusal('footageItemState', { state: inLanguage(itemStateLabels[state], actor.language), move: inLanguage(moveLabels[move], actor.language) })
}

/** Whether the request is the actor's own, and they are still a police officer of its province. */
export function isOfficer(actor: Act['actor'], { request }: { request: { officerId: string, provinceCode: string } }): boolean {
  return request.officerId === actor.userId && actor.memberships.some(({ role, provinceCode }) => role === 'POLICE' && provinceCode === request.provinceCode)
}

/** Works out how requests stand after something happened to their cameras; they are locked. One that is cancelled, or not approved, stays so. */
export async function settle({ db, now }: Act | ClockAct, requestIds: string[]): Promise<void> {
  const requests = await db.footageRequest.findMany({ where: { id: { in: requestIds }, state: { notIn: [...heldStates] } }, select: { id: true, state: true, items: { select: { state: true, cause: true, complete: true } } } })
  for (const { id, state, items } of requests) {
    const after = stateOf(items)
    if (after !== state) await db.footageRequest.update({ where: { id }, data: { state: after, closedAt: after === 'SUBMITTED' ? null : now }, select: { id: true } })
  }
}

/** The same for jobs: takes only what nobody else is working on. Never waits. */
export async function lockIdleItems(db: Tx, where: Prisma.FootageItemWhereInput): Promise<HeldItem[]> {
  const known = await db.footageItem.findMany({ where, select: { cameraId: true, requestId: true } })
  const cameras = await db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Camera" WHERE "id" = ANY(${known.flatMap(({ cameraId }) => cameraId ?? [])}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`
  const requests = await db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "FootageRequest" WHERE "id" = ANY(${known.map(({ requestId }) => requestId)}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`
  return db.footageItem.findMany({
    where: { AND: [where, { requestId: { in: requests.map(({ id }) => id) }, OR: [{ cameraId: null }, { cameraId: { in: cameras.map(({ id }) => id) } }] }] },
    include: itemWanted,
    orderBy: { id: 'asc' },
  })
}

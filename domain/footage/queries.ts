import type { FootageState } from '../../prisma/client'
import type { Act } from '../act'
import type { OwnerAct } from '../owners/contact'
import type { Move } from './rules'
import type { AskView, RequestView } from './view'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { readTrackingNumber } from '../faults/number'
import { Refusal } from '../refusal'
import { askRefusal, isOfficer, itemRefusal, itemWanted, keepsItem } from './held'
import { withOwnersPhones } from './ownersPhone'
import { supervisedBy, supervises } from './rules'
import { itemViewWanted, requestViewWanted, toAskView, toRequestView } from './view'

/** One page of a list. */
export interface Page<Item> { items: Item[], total: number, page: number, pages: number }

const pageSize = 10

/**
 * คำขอของฉัน: the officer's own requests, what is still to come by the nearest deadline, then what is over, newest first; ten at a time. `over`: only those
 * that are over, or only the others.
 */
export async function myRequests(act: Act, { page = 1, over }: { page?: number, over?: boolean } = {}): Promise<Page<RequestView>> {
  const wanted = over === undefined ? Prisma.empty : over ? Prisma.sql`AND NOT ${waitedFor}` : Prisma.sql`AND ${waitedFor}`
  const mine = Prisma.sql`${ownRequests(act)} ${wanted}`
  const deadline = Prisma.sql`CASE WHEN ${waitedFor} THEN
    (SELECT min(CASE WHEN r."state" = 'SUBMITTED' THEN i."answerBy" ELSE i."overwriteAt" END) FROM "FootageItem" i WHERE i."requestId" = r."id" AND i."state" IN ('ASKED', 'PRESERVED', 'READY')) END`
  const { ids, ...rest } = await pageOf(act, mine, Prisma.sql`r."id"`, Prisma.sql`${deadline} NULLS LAST, r."createdAt" DESC, r."id"`, page)
  return { ...rest, items: await read(act, ids) }
}

/** How many requests of the officer are waited for. */
export async function openRequests(act: Act): Promise<number> {
  const [{ open }] = await act.db.$queryRaw<[{ open: number }]>`SELECT count(*)::int AS "open" ${ownRequests(act)} AND ${waitedFor}`
  return open
}

const waitedFor = Prisma.sql`r."state" IN ('SUBMITTED', 'AWAITING_APPROVAL')`

function ownRequests({ actor: { memberships, userId } }: Act): Prisma.Sql {
  const provinces = memberships.filter(({ role }) => role === 'POLICE').map(({ provinceCode }) => provinceCode)
  return Prisma.sql`FROM "FootageRequest" r WHERE r."officerId" = ${userId}::uuid AND r."provinceCode" = ANY(${provinces}::text[])
    AND NOT (r."logged" AND r."state" = 'CANCELLED')`
}

/** คำขอรออนุมัติ: what waits for the actor as a supervisor, the recording that is overwritten next first; ten at a time. That it was looked at is kept. */
export async function approvals(act: Act, { page = 1 }: { page?: number } = {}): Promise<Page<RequestView>> {
  const order = Prisma.sql`(SELECT min(i."overwriteAt") FROM "FootageItem" i WHERE i."requestId" = r."id") NULLS LAST, r."createdAt", r."id"`
  const { ids, ...rest } = await pageOf(act, toApprove(act), Prisma.sql`r."id"`, order, page)
  const seen = await act.db.footageRequest.findMany({ where: { id: { in: ids } }, select: { id: true, provinceCode: true } })
  if (seen.length) await audit(act, ...seen.map(({ id, provinceCode }) => ({ action: 'footage.seen', subject: `footage:${id}`, provinceCode })))
  return { ...rest, items: await read(act, ids) }
}

/** How many requests that are. */
export async function approvalsWaiting(act: Act): Promise<number> {
  const [{ waiting }] = await act.db.$queryRaw<[{ waiting: number }]>`SELECT count(*)::int AS "waiting" ${toApprove(act)}`
  return waiting
}

function toApprove({ actor }: Act): Prisma.Sql {
  return Prisma.sql`FROM "FootageRequest" r WHERE r."agencyId" = ANY(${supervisedBy(actor)}::uuid[]) AND r."state" = 'AWAITING_APPROVAL' AND r."officerId" <> ${actor.userId}::uuid`
}

/** One of the officer's own requests, or for a supervisor one that waits for them, or that they decided; that it was looked at is kept. Refused as `footageNotFound` for anybody else. */
export async function requestView(act: OwnerAct, of: { id: string } | { number: string }): Promise<RequestView> {
  const where = 'id' in of ? { id: of.id } : { number: readTrackingNumber(of.number) ?? '' }
  const request = await act.db.footageRequest.findUnique({ where, select: { id: true, officerId: true, provinceCode: true, agencyId: true, state: true, decidedById: true } })
  if (!request || !(isOfficer(act.actor, { request }) || isOverseen(act, request))) throw new Refusal('footageNotFound')
  await audit(act, { action: 'footage.seen', subject: `footage:${request.id}`, provinceCode: request.provinceCode })
  const [view] = await read(act, [request.id])
  return withOwnersPhones(act, view!)
}

function isOverseen({ actor }: Act, { agencyId, officerId, state, decidedById }: { agencyId: string, officerId: string, state: FootageState, decidedById: string | null }): boolean {
  return officerId !== actor.userId && supervises(actor, agencyId) && (state === 'AWAITING_APPROVAL' || decidedById === actor.userId)
}

/** The officer's own request that one of its recordings belongs to. Refused likewise. */
export async function requestOfItem(act: OwnerAct, itemId: string): Promise<RequestView> {
  const item = await act.db.footageItem.findUnique({ where: { id: itemId }, select: { requestId: true } })
  if (!item) throw new Refusal('footageNotFound')
  return requestView(act, { id: item.requestId })
}

/** คำขอที่ได้รับ: what the actor is asked as somebody who keeps cameras, the nearest deadline first; ten at a time. A secretary for agencies without anybody. */
export async function asksToMe(act: Act, { page = 1 }: { page?: number } = {}): Promise<Page<AskView>> {
  const order = Prisma.sql`bool_or(i."state" = 'ASKED') DESC, min(i."answerBy"), i."askId"`
  const { ids, ...rest } = await pageOf(act, asked(act), Prisma.sql`i."askId"`, order, page, Prisma.sql`GROUP BY i."askId"`)
  const rows = await act.db.footageItem.findMany({ where: { askId: { in: ids } }, include: itemViewWanted, orderBy: { id: 'asc' } })
  return { ...rest, items: ids.map(id => toAskView(act, rows.filter(({ askId }) => askId === id))) }
}

/** How much of that waits for a first answer. */
export async function asksWaiting(act: Act): Promise<number> {
  const [{ waiting }] = await act.db.$queryRaw<[{ waiting: number }]>`SELECT count(DISTINCT i."askId")::int AS "waiting" ${asked(act)} AND i."state" = 'ASKED'`
  return waiting
}

function asked({ actor }: Act): Prisma.Sql {
  const { memberships, userId } = actor
  const agencies = memberships.flatMap(({ role, agencyId }) => (role === 'OFFICIAL' || role === 'POLICE') && agencyId ? agencyId : [])
  const provinces = memberships.filter(({ role }) => role === 'SECRETARY').map(({ provinceCode }) => provinceCode)
  return Prisma.sql`FROM "FootageItem" i JOIN "FootageRequest" r ON r."id" = i."requestId" JOIN "Camera" c ON c."id" = i."cameraId"
      JOIN "Site" s ON s."id" = c."siteId" LEFT JOIN "PrivateCamera" o ON o."cameraId" = c."id"
    WHERE i."state" IN ('ASKED', 'PRESERVED', 'READY') AND r."state" = 'SUBMITTED' AND CASE WHEN c."ownership" = 'PRIVATE' THEN o."ownerId" = ${userId}::uuid
      ELSE c."agencyId" = ANY(${agencies}::uuid[]) OR (s."provinceCode" = ANY(${provinces}::text[]) AND NOT EXISTS (
        SELECT FROM "Membership" m WHERE m."agencyId" = c."agencyId" AND m."role" IN ('OFFICIAL', 'POLICE') AND m."suspendedAt" IS NULL)) END`
}

/** What the actor is asked of one camera; that it was looked at is kept. Refused as `footageNotFound` for anybody who does not keep it. */
export async function askView(act: Act, askId: string): Promise<AskView> {
  const rows = await act.db.footageItem.findMany({ where: { askId }, include: itemViewWanted, orderBy: { id: 'asc' } })
  if (!rows.some(row => keepsItem(act, row))) throw new Refusal('footageNotFound')
  const requests = new Map(rows.map(({ requestId, request: { provinceCode } }) => [requestId, provinceCode]))
  await audit(act, ...Array.from(requests, ([id, provinceCode]) => ({ action: 'footage.seen', subject: `footage:${id}`, provinceCode })))
  return toAskView(act, rows)
}

/** What the actor is asked under a request's number, as somebody who keeps cameras. */
export async function asksOfNumber(act: Act, written: string): Promise<string[]> {
  const rows = await act.db.footageItem.findMany({ where: { request: { number: readTrackingNumber(written) ?? '' } }, include: itemWanted, orderBy: { id: 'asc' } })
  return [...new Set(rows.filter(row => keepsItem(act, row)).map(({ askId }) => askId))]
}

/** Why the actor cannot give this answer now; null when they can. */
export async function whyNotAnswer(act: Act, askId: string, move: Move): Promise<Refusal | null> {
  return askRefusal(act, await act.db.footageItem.findMany({ where: { askId }, include: itemWanted, orderBy: { id: 'asc' } }), move)
}

/** Why the officer cannot do this with a recording now; null when they can. */
export async function whyNotOutcome(act: Act, itemId: string, move: Move): Promise<Refusal | null> {
  return itemRefusal(act, await act.db.footageItem.findUnique({ where: { id: itemId }, include: itemWanted }) ?? undefined, move)
}

async function read(act: Act, ids: string[]): Promise<RequestView[]> {
  const rows = await act.db.footageRequest.findMany({ where: { id: { in: ids } }, include: requestViewWanted })
  const first = rows.flatMap(({ items }) => items.flatMap(({ firstAskedId }) => firstAskedId ?? []))
  const silent = await act.db.user.findMany({ where: { id: { in: first }, reachable: false }, select: { id: true } })
  return ids.map(id => toRequestView(act, rows.find(row => row.id === id)!, new Set(silent.map(user => user.id))))
}

async function pageOf({ db }: Act, from: Prisma.Sql, id: Prisma.Sql, order: Prisma.Sql, page: number, group = Prisma.empty): Promise<Omit<Page<never>, 'items'> & { ids: string[] }> {
  const [{ total }] = await db.$queryRaw<[{ total: number }]>`SELECT count(DISTINCT ${id})::int AS "total" ${from}`
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT ${id}::text AS "id" ${from} ${group} ORDER BY ${order} LIMIT ${pageSize}::int OFFSET ${(shown - 1) * pageSize}::int`
  return { ids: rows.map(row => row.id), total, page: shown, pages }
}

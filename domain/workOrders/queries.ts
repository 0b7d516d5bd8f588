import type { WorkOrderState } from '../../prisma/client'
import type { Act } from '../act'
import type { AgencyChoice } from '../people/queries'
import type { Assignable } from './people'
import type { Move } from './rules'
import type { WorkOrderSummary, WorkOrderView } from './view'
import { Prisma } from '../../prisma/client'
import { readTrackingNumber } from '../faults/number'
import { agenciesOf } from '../people/queries'
import { Refusal } from '../refusal'
import { inHand } from './inHand'
import { refusalOf } from './move'
import { assignableTo } from './people'
import { afterPhotos } from './repair'
import { standings } from './rules'
import { summaryWanted, toSummary, toView, viewWanted } from './view'

/** One page of work. */
export interface WorkPage { items: WorkOrderSummary[], total: number, overdue: number, page: number, pages: number }

/** Which work to list; see `schema.listWork`. `limit` 10 when not given. */
export interface WorkWanted { whose?: 'MINE' | 'AGENCY' | 'PROVINCE', state?: WorkOrderState, page?: number, limit?: number }

/**
 * งานของฉัน: what is still to be repaired: for technicians what is assigned to them, for officials what is open at their agency, for
 * secretaries what nobody in the province is responsible for yet and what is overdue. Overdue first, then by due date; what is over, newest first.
 */
export async function myWork(act: Act, { whose, state, page = 1, limit = 10 }: WorkWanted = {}): Promise<WorkPage> {
  const isUnrepaired = Prisma.sql`w."state" IN ('NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING')`
  const isLate = Prisma.sql`(${isUnrepaired} AND COALESCE(w."waitingSince", ${act.now}::timestamptz) > w."dueAt")`
  const mine = Prisma.sql`
    FROM "WorkOrder" w
    WHERE ${state ? Prisma.sql`w."state" = ${state}::"WorkOrderState"` : isUnrepaired} AND w."releasedAt" IS NOT NULL AND (${whoseWork(act, whose, isLate)})`
  const [{ total, overdue }] = await act.db.$queryRaw<[{ total: number, overdue: number }]>`
    SELECT count(*)::int AS "total", (count(*) FILTER (WHERE ${isLate}))::int AS "overdue" ${mine}`
  const pages = Math.max(1, Math.ceil(total / limit))
  const shown = Math.min(Math.max(1, page), pages)
  const ids = await act.db.$queryRaw<{ id: string }[]>`
    SELECT w."id"::text ${mine}
    ORDER BY ${isLate} DESC, CASE WHEN ${isUnrepaired} THEN w."dueAt" END, COALESCE(w."closedAt", w."repairedAt") DESC, w."id" LIMIT ${limit} OFFSET ${(shown - 1) * limit}`
  const rows = await act.db.workOrder.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, include: summaryWanted })
  const items = ids.flatMap(({ id }) => rows.filter(row => row.id === id).map(row => toSummary(act, row)))
  return { items, total, overdue, page: shown, pages }
}

/** The condition on a work order `w` that it is one of these, and that the actor may know of it. */
function whoseWork(act: Act, whose: WorkWanted['whose'], isLate: Prisma.Sql): Prisma.Sql {
  const assigned = Prisma.sql`w."assigneeId" = ${act.actor.userId}::uuid`
  const asTechnician = Prisma.sql`${assigned} AND w."provinceCode" = ANY(${provinces(act, 'TECHNICIAN')}::text[])`
  const ofAgency = Prisma.sql`w."agencyId" = ANY(${agencies(act)}::uuid[])`
  const ofProvince = Prisma.sql`w."provinceCode" = ANY(${provinces(act, 'SECRETARY')}::text[])`
  switch (whose) {
    case 'MINE': return Prisma.sql`(${asTechnician}) OR (${assigned} AND (${ofAgency} OR ${ofProvince}))`
    case 'AGENCY': return ofAgency
    case 'PROVINCE': return ofProvince
    default: return Prisma.sql`(${asTechnician}) OR ${ofAgency} OR (${ofProvince} AND (w."agencyId" IS NULL OR ${isLate}))`
  }
}

/** One work order, for those who have a say in it and once the agency was told. Refused as `notFound` for anybody else. */
export async function workOrderView(act: Act, id: string): Promise<WorkOrderView> {
  const row = await act.db.workOrder.findUnique({ where: { id }, include: viewWanted })
  if (!row?.releasedAt || standings(act.actor, row).length === 0) throw new Refusal('notFound')
  const people = await act.db.user.findMany({ where: { id: { in: row.events.flatMap(event => event.actorId ?? []) } }, select: { id: true, displayName: true } })
  return toView(act, row, new Map(people.map(person => [person.id, person.displayName])))
}

/** The work order of a tracking number (its own or one of its reports'), in any spelling. Refused as `notFound` like `workOrderView`. */
export async function workOrderByNumber(act: Act, text: string): Promise<WorkOrderView> {
  const number = readTrackingNumber(text) ?? ''
  const found = await act.db.workOrder.findFirst({
    where: number.startsWith('F') ? { reports: { some: { number } } } : { number },
    select: { id: true },
  })
  if (!found) throw new Refusal('notFound')
  return workOrderView(act, found.id)
}

/** Whom it can be given to. Refused as `notFound` for somebody who has no say in it. */
export async function assignable(act: Act, workOrderId: string): Promise<Assignable[]> {
  return assignableTo(act.db, await place(act, workOrderId))
}

/** The agencies it can be forwarded to, whose name is like what was typed (all when nothing was); `limit` 10 when not given. Refused likewise. */
export async function agenciesToForward(act: Act, workOrderId: string, search = '', limit = 10): Promise<AgencyChoice[]> {
  const { provinceCode, agencyId } = await place(act, workOrderId)
  const found = await agenciesOf(act, provinceCode, search, limit + 1)
  return found.filter(({ id }) => id !== agencyId).slice(0, limit)
}

/** Why the actor cannot make this move now; null when they can. */
export async function whyNot(act: Act, workOrderId: string, move: Move): Promise<Refusal | null> {
  const [workOrder] = await inHand(act.db, [workOrderId])
  return refusalOf(act, workOrder, move)
}

/** How many photos show this repair since it was (re)opened. Refused as `notFound` for somebody who has no say in it. */
export async function repairPhotos(act: Act, workOrderId: string): Promise<number> {
  return afterPhotos(act, await place(act, workOrderId))
}

async function place(act: Act, id: string) {
  const row = await act.db.workOrder.findUnique({ where: { id }, select: { id: true, state: true, openedAt: true, reopenedAt: true, provinceCode: true, agencyId: true, assigneeId: true, releasedAt: true } })
  if (!row?.releasedAt || standings(act.actor, row).length === 0) throw new Refusal('notFound')
  return row
}

function provinces({ actor }: Act, role: 'TECHNICIAN' | 'SECRETARY'): string[] {
  return actor.memberships.filter(membership => membership.role === role).map(({ provinceCode }) => provinceCode)
}

function agencies({ actor }: Act): string[] {
  return actor.memberships.flatMap(({ role, agencyId }) => role === 'OFFICIAL' && agencyId ? agencyId : [])
}

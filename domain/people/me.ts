import type { Language, Role } from '../../prisma/client'
import type { Act } from '../act'
import type { Limits } from '../footage/limits'
import type { Label } from '../labels/label'
import { approvalsWaiting, asksWaiting, openRequests } from '../footage/queries'
import { isPolice, isSupervisor, mayKeep } from '../footage/rules'
import { roleLabels } from '../labels/roles'
import { myWork } from '../workOrders/queries'
import { provincesOfSecretary } from './rules'

/** One role of the actor, with names in both languages; `footage`: of police officers, how much one request may ask for. */
export interface OwnRole { role: Role, name: Label, provinceCode: string, province: Label, agency: (Label & { id: string }) | null, footage: Limits | null }

/** Who the actor is, and what waits for them. */
export interface Me {
  name: string | null
  language: Language
  roles: OwnRole[]
  /** Open work orders of theirs; null: they repair nothing. */
  work: { open: number, overdue: number } | null
  /** Their own reports that are not closed yet, and those of them that wait for their word. */
  reports: { open: number, toConfirm: number }
  /** Requests for a role that wait for them; null: they decide about none. */
  accessRequests: number | null
  /** Their own requests for recordings that are waited for, and what they are asked that waits for an answer, and what waits for their approval; null: they ask for none, keep no camera, and supervise no station. */
  footage: { requests: number | null, asks: number | null, approvals: number | null }
}

/** The actor with their roles, oldest first, and the counts of what waits for them. */
export async function me(act: Act): Promise<Me> {
  const { db, actor: { userId, memberships } } = act
  const { displayName, language } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { displayName: true, language: true } })
  const held = await db.membership.findMany({
    where: { userId, suspendedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { role: true, provinceCode: true, province: { select: { nameTh: true, nameEn: true, footageCameras: true, footageMinutes: true } }, agency: { select: { id: true, name: true, nameEn: true } } },
  })
  const provinces = provincesOfSecretary(act.actor)
  const repairs = memberships.some(({ role }) => role === 'OFFICIAL' || role === 'TECHNICIAN' || role === 'SECRETARY')
  const work = repairs ? await myWork(act, { limit: 1 }) : null
  const [reports] = await db.$queryRaw<[Me['reports']]>`
    SELECT count(*)::int AS "open", (count(*) FILTER (WHERE w."state" = 'REPAIRED' AND r."verdict" IS NULL))::int AS "toConfirm"
    FROM "FaultReport" r JOIN "WorkOrder" w ON w."id" = r."workOrderId"
    WHERE r."reporterId" = ${userId}::uuid AND w."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE')`
  return {
    name: displayName,
    language,
    roles: held.map(({ role, provinceCode, province, agency }) => ({
      role,
      name: roleLabels[role],
      provinceCode,
      province: { th: province.nameTh, en: province.nameEn },
      agency: agency && { id: agency.id, th: agency.name, en: agency.nameEn ?? agency.name },
      footage: role === 'POLICE' ? { cameras: province.footageCameras, minutes: province.footageMinutes } : null,
    })),
    work: work && { open: work.total, overdue: work.overdue },
    reports,
    accessRequests: provinces.length ? await db.accessRequest.count({ where: { state: 'PENDING', provinceCode: { in: provinces } } }) : null,
    footage: { requests: isPolice(act.actor) ? await openRequests(act) : null, asks: mayKeep(act.actor) ? await asksWaiting(act) : null, approvals: isSupervisor(act.actor) ? await approvalsWaiting(act) : null },
  }
}

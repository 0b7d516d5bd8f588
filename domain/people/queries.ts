import type { AccessRequestState, Role } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import { agencyIn } from '../labels/agency'
import { Refusal } from '../refusal'
import { rankAgencies } from './agencySearch'
import { provincesOfSecretary } from './rules'

/** A request for a role, as its card shows it. Names are in the reader's language. */
export interface AccessRequestView {
  id: string
  userId: string
  fullName: string
  displayName: string | null
  role: Role
  provinceCode: string
  provinceName: string
  agencyName: string | null
  state: AccessRequestState
  reason: string | null
  createdAt: Date
  decidedAt: Date | null
}

const shown = {
  user: { select: { displayName: true } },
  province: { select: { nameTh: true, nameEn: true } },
  agency: { select: { name: true, nameEn: true } },
} as const

type Shown = Omit<AccessRequestView, 'displayName' | 'provinceName' | 'agencyName'> & {
  user: { displayName: string | null }
  province: { nameTh: string, nameEn: string }
  agency: { name: string, nameEn: string | null } | null
}

/** Requests that wait for the actor as a secretary (of one province, where it is given), oldest first; `limit` 10 when not given. Empty for anybody else. */
export async function pendingAccessRequests(act: Act, limit = 10, provinceCode?: string): Promise<AccessRequestView[]> {
  const requests = await act.db.accessRequest.findMany({
    where: { state: 'PENDING', provinceCode: { in: provincesOfSecretary(act.actor).filter(code => !provinceCode || code === provinceCode) } },
    include: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  return requests.map(request => toView(act, request))
}

/** One request, for who asked and the secretaries of its province. Throws the refusal `notFound` for anybody else. */
export async function accessRequestView(act: Act, id: string): Promise<AccessRequestView> {
  const request = await act.db.accessRequest.findUnique({ where: { id }, include: shown })
  if (!request || (request.userId !== act.actor.userId && !provincesOfSecretary(act.actor).includes(request.provinceCode))) throw new Refusal('notFound')
  return toView(act, request)
}

function toView({ actor }: Act, { user, province, agency, id, userId, fullName, role, provinceCode, state, reason, createdAt, decidedAt }: Shown): AccessRequestView {
  const english = actor.language === 'EN'
  return {
    id,
    userId,
    fullName,
    displayName: user.displayName,
    role,
    provinceCode,
    provinceName: english ? province.nameEn : province.nameTh,
    agencyName: agencyIn(agency, actor.language),
    state,
    reason,
    createdAt,
    decidedAt,
  }
}

/** An agency to choose from. */
export interface AgencyChoice { id: string, name: string, nameEn: string | null }

/** Agencies of a province whose name is like what was typed, best first (all by name when nothing was); `limit` 10 when not given. */
export async function agenciesOf(act: Act | ClockAct, provinceCode: string, search = '', limit = 10): Promise<AgencyChoice[]> {
  const agencies = await act.db.agency.findMany({ where: { provinceCode }, select: { id: true, name: true, nameEn: true }, orderBy: { name: 'asc' } })
  return rankAgencies(agencies, search).slice(0, limit)
}

/** Provinces that have agencies in the register, by their code. */
export async function provincesInUse(act: Act | ClockAct): Promise<{ code: string, nameTh: string, nameEn: string }[]> {
  return act.db.province.findMany({ where: { agencies: { some: {} } }, select: { code: true, nameTh: true, nameEn: true }, orderBy: { code: 'asc' } })
}

/** One agency by its id; null when there is none. */
export async function agencyById(act: Act | ClockAct, id: string): Promise<AgencyChoice | null> {
  return act.db.agency.findUnique({ where: { id }, select: { id: true, name: true, nameEn: true } })
}

/** Whether a police officer approves requests for footage, and at which station; null when their role is suspended or there is none. */
export async function supervisorPost({ db }: Act, membershipId: string): Promise<{ supervises: boolean, agency: { name: string, nameEn: string | null } | null } | null> {
  return db.membership.findFirst({ where: { id: membershipId, suspendedAt: null }, select: { supervises: true, agency: { select: { name: true, nameEn: true } } } })
}

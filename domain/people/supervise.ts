import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { lockPerson } from './membership'
import { needsSecretary } from './rules'
import * as schema from './schema'

/**
 * Whether a police officer approves the requests for footage of their station; they are told. For the secretaries of the province.
 * Throws the refusals `notFound`, `notAllowed`, `onlyPoliceSupervise`, `suspendedSupervisor`.
 */
export async function setSupervises(act: Act, input: z.input<typeof schema.supervising>): Promise<void> {
  const { membershipId: id, supervises } = schema.supervising.parse(input)
  const membership = await act.db.membership.findUnique({ where: { id }, select: { userId: true, role: true, provinceCode: true, agencyId: true } })
  if (!membership) throw new Refusal('notFound')
  const { userId, role, provinceCode, agencyId } = membership
  needsSecretary(act, provinceCode)
  if (role !== 'POLICE') throw new Refusal('onlyPoliceSupervise')
  await lockPerson(act.db, userId)
  const { suspendedAt } = await act.db.membership.findUniqueOrThrow({ where: { id }, select: { suspendedAt: true } })
  if (suspendedAt && supervises) throw new Refusal('suspendedSupervisor')
  const { count } = await act.db.membership.updateMany({ where: { id, supervises: !supervises }, data: { supervises } })
  if (!count) return
  await audit(act, { action: supervises ? 'membership.supervises' : 'membership.supervisesNoMore', subject: `membership:${id}`, provinceCode, data: { userId, agencyId } })
  await notify(act, { to: { userId }, level: 'SOON', kind: 'membership.supervises', data: { membershipId: id, supervises } })
}

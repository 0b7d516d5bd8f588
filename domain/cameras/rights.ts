import type { Actor } from '../act'
import { isSecretaryOf } from '../people/rules'
import { surveyAgencies } from '../survey/rules'

/** Whether the actor may fill in the register of an agency: its officials and police officers, and the secretaries of the province. */
export function mayFillIn(actor: Actor, { agencyId, provinceCode }: { agencyId: string | null, provinceCode: string }): boolean {
  return (agencyId !== null && surveyAgencies(actor).includes(agencyId)) || isSecretaryOf(actor, provinceCode)
}

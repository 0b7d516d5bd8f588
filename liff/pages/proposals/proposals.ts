import type { InferResponseType } from 'hono/client'
import type { Priority } from '../../../domain/enums'
import type { api } from '../../api'
import type { Tone } from '../../components/StatusChip.vue'
import { useMe } from '../../composables/me'
import { useLocale } from '../../locales'

/** A proposed point. */
export type Proposal = InferResponseType<typeof api.proposals.$get, 200>['items'][number]

/** A problem or suggestion. */
export type Problem = InferResponseType<typeof api.problems.$get, 200>['items'][number]

/** How loud each urgency is. */
export const urgencyTones: Record<Priority, Tone> = { URGENT: 'damaged', HIGH: 'repair', NORMAL: 'info' }

/** The agencies for which whoever is signed in may propose and tell, to choose from. */
export function useOwnAgencies(): { value: string, label: string }[] {
  const me = useMe()
  const { say } = useLocale()
  return [...new Map(me.me.roles.filter(({ role, agency }) => agency && (role === 'OFFICIAL' || role === 'POLICE')).map(({ agency }) => [agency!.id, { value: agency!.id, label: say(agency!) }])).values()]
}

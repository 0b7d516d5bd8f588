import type { InferResponseType } from 'hono/client'
import type { Priority } from '../../../domain/enums'
import type { api } from '../../api'
import type { Tone } from '../../components/StatusChip.vue'
import type { Load } from '../../composables/load'
import { computed, onMounted, watch } from 'vue'
import { useMe } from '../../composables/me'
import { useLocale } from '../../locales'
import { useOutbox } from '../../outbox/outbox'
import { makes } from '../../outbox/waiting'

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

/** What a form has filled in, as lists show a proposal. */
export function proposalOf({ placeText, latitude, longitude, ...rest }: Record<string, unknown>): Partial<Proposal> {
  return { ...rest, place: { text: placeText, latitude, longitude } } as Partial<Proposal>
}

/**
 * A list, and what of it waits on this device to be sent: the new ones (without a number yet), and the changes of those that are there.
 * @param what which of the two
 * @param list of them
 * @param shown what a form has filled in, as the list shows it
 */
export function useWaiting<Item extends Proposal | Problem>(what: 'proposal' | 'problem', list: Pick<Load<unknown>, 'again'>, shown: (filledIn: Record<string, unknown>) => Partial<Item>) {
  const { items, sentCount, of } = useOutbox()
  const agencies = useOwnAgencies()
  watch(sentCount, () => list.again())
  // That opens later without a network, too.
  onMounted(() => setTimeout(() => void import('../Outbox.vue').catch(() => {}), 1_000))
  const changes = (id: string) => of(id).filter(item => item.what === what).reduce((all, { body }) => ({ ...all, ...shown(body!) }), {} as Partial<Item>)
  return {
    made: computed(() => items.value.filter(item => item.what === what && makes(item)).map(({ about, at, body }) => ({
      id: about,
      number: '',
      agencyName: agencies.find(({ value }) => value === body!.agencyId)?.label ?? '',
      createdAt: new Date(at).toISOString(),
      withdrawn: false,
      mayWithdraw: true,
      ...changes(about),
    }) as Item)),
    /** As it will be once its changes are sent. */
    changed: (item: Item): Item => ({ ...item, ...changes(item.id) }),
  }
}

import type { InferResponseType } from 'hono/client'
import type { Locale } from '../../locales/th'
import { computed } from 'vue'
import { api } from '../../api'
import { useLoad } from '../../composables/load'
import { useLocale } from '../../locales'

/** One role of a person. */
export type Person = InferResponseType<typeof api.people.$get, 200>['items'][number]

/** What a person is called: the name they gave, else the one at LINE. */
export const nameOf = ({ fullName, displayName }: Pick<Person, 'fullName' | 'displayName'>, t: Locale): string => fullName ?? displayName ?? t.people.nameless

/** The agencies of a province, to choose from; none until they have come. */
export function useAgencies(provinceCode: string) {
  const { language } = useLocale()
  const load = useLoad(`agencies ${provinceCode}`, async () => (await api.people.agencies.$get({ query: { provinceCode } })).json())
  const options = computed(() => load.data.value?.map(({ id, name, nameEn }) => ({ value: id, label: language.value === 'EN' ? nameEn ?? name : name })) ?? [])
  return { load, options }
}

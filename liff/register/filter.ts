import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useMe } from '../composables/me'

/** What can be filtered by, as it stands in the address. */
export const filterNames = ['province', 'agency', 'district', 'status', 'kind', 'network', 'retention', 'completeness', 'q'] as const

/** Name of a filter. */
export type FilterName = typeof filterNames[number]

/** A filter as the address and the API have it. */
export type Filter = Partial<Record<FilterName, string>>

/** The filter in the address of the page, which can be sent to others. Begins with one's own province; what is set stands in the address at once. */
export function useFilter() {
  const route = useRoute()
  const router = useRouter()
  const me = useMe()
  const own = me.is('NATIONAL') ? undefined : me.me.roles[0]?.provinceCode
  const text = (name: string) => typeof route.query[name] === 'string' && route.query[name] !== '' ? route.query[name] as string : undefined
  const filter = computed<Filter>(() => Object.fromEntries(filterNames.flatMap((name) => {
    const value = text(name) ?? (name === 'province' ? own : undefined)
    return value === undefined ? [] : [[name, value]]
  })))
  const sort = computed(() => text('sort') ?? 'code')

  function set(changes: Record<string, string | null | undefined>): void {
    const query = { ...filter.value, ...sort.value !== 'code' && { sort: sort.value }, ...text('view') && { view: text('view') }, ...changes }
    void router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) as Record<string, string> })
  }
  return {
    filter,
    sort,
    view: computed(() => text('view') === 'map' ? 'map' as const : 'list' as const),
    set,
    /** All of them but the province. */
    clear: () => set(Object.fromEntries(filterNames.filter(name => name !== 'province').map(name => [name, null]))),
    /** Those that are set, besides the province. */
    names: computed(() => filterNames.filter(name => name !== 'province' && filter.value[name] !== undefined)),
    /** Whether one of several values of a filter is on. */
    has: (name: FilterName, value: string) => filter.value[name]?.split(',').includes(value) ?? false,
    /** Puts one of several values of a filter on, or off. */
    toggle(name: FilterName, value: string) {
      const values = filter.value[name]?.split(',') ?? []
      set({ [name]: (values.includes(value) ? values.filter(one => one !== value) : [...values, value]).join(',') })
    },
  }
}

/** Filters of the page and what is done with them. */
export type FilterOfPage = ReturnType<typeof useFilter>

import type { MaybeRefOrGetter } from 'vue'
import { computed, ref, shallowRef, toValue, watch } from 'vue'
import { Trouble } from '../api'
import { useLoad } from './load'

/** What a list answers: some rows, and where it goes on. */
interface Page { items: unknown[], next: string | null }

/** Pages beyond the first, by the key of their list: who comes back finds as many as they had. */
const further = new Map<string, Page[]>()

/** A list that comes in pages. Asked anew when the key changes; `more` fetches the next page. */
export function usePages<Found extends Page>(key: MaybeRefOrGetter<string>, ask: (cursor?: string) => Promise<Found>) {
  const load = useLoad(key, () => ask())
  const rest = shallowRef<Found[]>([])
  const fetching = ref(false)
  const trouble = shallowRef<Trouble | null>(null)
  watch(() => toValue(key), (name) => {
    rest.value = (further.get(name) ?? []) as Found[]
    trouble.value = null
  }, { immediate: true })

  const next = computed(() => (rest.value.at(-1) ?? load.data.value)?.next ?? null)

  async function more(): Promise<void> {
    const [name, cursor] = [toValue(key), next.value]
    if (fetching.value || cursor === null) return
    fetching.value = true
    trouble.value = null
    try {
      const page = await ask(cursor)
      // Another list is shown by now.
      if (name !== toValue(key)) return
      rest.value = [...rest.value, page]
      further.set(name, rest.value)
    }
    catch (error) {
      if (!(error instanceof Trouble)) throw error
      trouble.value = error
    }
    finally {
      fetching.value = false
    }
  }
  return { load, items: computed(() => [...load.data.value?.items ?? [], ...rest.value.flatMap(({ items }) => items)] as Found['items'][number][]), next, more, fetching, trouble }
}

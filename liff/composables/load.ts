import type { MaybeRefOrGetter, ShallowRef } from 'vue'
import { onScopeDispose, shallowRef, toValue, watch } from 'vue'
import { Trouble } from '../api'

/** What a page shows while it asks the server, and after. */
export interface Load<T> {
  /** Undefined until it is there for the first time. */
  data: ShallowRef<T | undefined>
  /** Why it is not there, or not the newest. */
  trouble: ShallowRef<Trouble | null>
  loading: ShallowRef<boolean>
  /** Asks again. */
  again: () => Promise<void>
  /** Shows this instead of what came, also when somebody comes back. */
  put: (found: T) => void
}

const last = new Map<string, unknown>()
const most = 50

/**
 * Asks the server now, and again when the key changes. What was shown last under a key is there at once when somebody comes back, so a list keeps
 * its place; the newest follows. A later answer is never overtaken by an earlier one.
 * `ask` is given what is shown meanwhile.
 */
export function useLoad<T>(key: MaybeRefOrGetter<string>, ask: (shown: T | undefined) => Promise<T>): Load<T> {
  const data: Load<T>['data'] = shallowRef()
  const trouble = shallowRef<Trouble | null>(null)
  const loading = shallowRef(false)
  let asked = 0
  let over = false

  async function again(): Promise<void> {
    const turn = ++asked
    const name = toValue(key)
    loading.value = true
    try {
      const found = await ask(data.value)
      keep(name, found)
      if (turn !== asked || over) return
      data.value = found
      trouble.value = null
    }
    catch (error) {
      if (!(error instanceof Trouble)) throw error
      if (turn === asked) trouble.value = error
    }
    finally {
      if (turn === asked) loading.value = false
    }
  }

  watch(() => toValue(key), (name) => {
    data.value = last.get(name) as T | undefined
    void again()
  }, { immediate: true })
  onScopeDispose(() => over = true)
  const put = (found: T) => {
    keep(toValue(key), found)
    data.value = found
  }
  return { data, trouble, loading, again, put }
}

function keep(name: string, found: unknown): void {
  last.delete(name)
  last.set(name, found)
  if (last.size > most) last.delete(last.keys().next().value!)
}

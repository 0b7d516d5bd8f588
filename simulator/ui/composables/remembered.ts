import type { Ref } from 'vue'
import { ref, watch } from 'vue'

/** A value kept in this browser under `key` (JSON); `start` when there is none or it cannot be read. Kept for this visit only where the browser stores nothing. */
export function remembered<T>(key: string, start: T): Ref<T> {
  const value = ref(start) as Ref<T>
  try {
    const kept = localStorage.getItem(key)
    if (kept !== null) { value.value = JSON.parse(kept) as T }
  }
  catch {
    // No storage (private window), or another version wrote it: it begins anew.
  }
  watch(value, (now) => {
    try {
      localStorage.setItem(key, JSON.stringify(now))
    }
    catch {
      // No storage, or full: only the next visit misses it.
    }
  }, { deep: true })
  return value
}

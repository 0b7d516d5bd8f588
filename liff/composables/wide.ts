import { onScopeDispose, ref } from 'vue'

/** Whether there is room for two things side by side (a desktop). */
export function useWide() {
  const query = matchMedia('(min-width: 1024px)')
  const wide = ref(query.matches)
  const follow = () => wide.value = query.matches
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return wide
}

import { ref } from 'vue'

const wide = matchMedia('(min-width: 1024px)')
const isDesktop = ref(wide.matches)
wide.addEventListener('change', () => isDesktop.value = wide.matches)

/** Whether there is room for the three columns (from 1024 px). */
export function useScreen() {
  return { isDesktop }
}

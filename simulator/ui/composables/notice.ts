import { ref } from 'vue'

const notice = ref<{ text: string, tone: 'good' | 'bad' } | null>(null)
let hide: ReturnType<typeof setTimeout> | undefined

/** One short sentence at the foot of the page, gone after four seconds. */
export function useNotice() {
  return {
    notice,
    say(text: string, tone: 'good' | 'bad' = 'good') {
      notice.value = { text, tone }
      clearTimeout(hide)
      hide = setTimeout(() => notice.value = null, 4_000)
    },
  }
}

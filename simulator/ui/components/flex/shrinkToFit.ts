import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted } from 'vue'

/** Makes the letters of a one-line text smaller until the line fits (`adjustMode: shrink-to-fit`). */
export function useShrinkToFit(element: Readonly<Ref<HTMLElement | null>>, wanted: () => boolean): void {
  let watcher: ResizeObserver | undefined

  function fit(): void {
    const line = element.value!
    line.style.fontSize = ''
    const full = Number.parseFloat(getComputedStyle(line).fontSize)
    if (line.scrollWidth > line.clientWidth) { line.style.fontSize = `${Math.max(6, Math.floor(full * line.clientWidth / line.scrollWidth * 10) / 10)}px` }
  }

  onMounted(() => {
    if (!wanted()) { return }
    watcher = new ResizeObserver(fit)
    watcher.observe(element.value!.parentElement!)
    document.fonts.ready.then(() => element.value && fit())
  })
  onBeforeUnmount(() => watcher?.disconnect())
}

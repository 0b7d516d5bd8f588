import type { MaybeRefOrGetter } from 'vue'
import { nextTick, ref, toValue, watchEffect } from 'vue'
import { tellTitle } from '../identity/simulator'
import { useLocale } from '../locales'

/** How a page is shown: its heading, and whether it uses the whole width of a desktop (list and detail side by side). */
const page = ref({ title: '', wide: false })

/** Says what the page is called: its heading, and the title of the window. Called first in each page. */
export function usePage(title: MaybeRefOrGetter<string>, { wide = false } = {}): void {
  const { t } = useLocale()
  watchEffect(() => {
    page.value = { title: toValue(title), wide }
    document.title = `${page.value.title} · ${t.value.product}`
    tellTitle(page.value.title)
  })
}

/** The page that is shown now. */
export const useShownPage = () => page

/** After going to another page a screen reader goes on at its heading. */
export async function focusHeading(): Promise<void> {
  await nextTick()
  document.querySelector('h1')?.focus({ preventScroll: true })
}

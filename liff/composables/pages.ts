import type { MaybeRefOrGetter } from 'vue'
import type { Load } from './load'
import { useAttempt } from './attempt'
import { useLoad } from './load'

/** What one answer has of a list; `next` is the cursor of the one after it, null on the last. */
export interface Page { items: unknown[], next: string | null }

/** An answer that counts its pages, as a page: the cursor is the next one's number. */
export const numbered = <P extends { items: unknown[], page: number, pages: number }>(found: P): P & Pick<Page, 'next'> => ({ ...found, next: found.page < found.pages ? String(found.page + 1) : null })

/** A list that is fetched page by page. */
export interface Pages<P extends Page> extends Load<P> {
  /** Fetches the next page and adds it; says why when that fails. */
  more: () => Promise<void>
  fetching: ReturnType<typeof useAttempt>['busy']
}

/** Asks for a list as `useLoad` does, and for more of it when wanted. What is asked again has as many pages as were shown. */
export function usePages<P extends Page>(key: MaybeRefOrGetter<string>, ask: (cursor?: string) => Promise<P>): Pages<P> {
  const { attempt, busy: fetching } = useAttempt()
  const load = useLoad<P>(key, async (shown) => {
    const wanted = shown?.items.length ?? 0
    const first = await ask()
    let page = first
    const items = [...page.items]
    while (page.next && items.length < wanted) {
      page = await ask(page.next)
      items.push(...page.items)
    }
    return { ...first, items, next: page.next }
  })

  async function more(): Promise<void> {
    const before = load.data.value
    if (!before?.next) return
    await attempt(async () => {
      const page = await ask(before.next!)
      if (load.data.value === before) load.put({ ...before, items: [...before.items, ...page.items], next: page.next })
    })
  }
  return { ...load, more, fetching }
}

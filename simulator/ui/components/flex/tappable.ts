import type { LineAction } from '../../composables/lineAction'
import { useActions } from '../../composables/actions'

/** Attributes that make any element with an `action` a button for finger, mouse and keyboard; none without. */
export function useTappable() {
  const { tap } = useActions()
  return (action: LineAction | undefined, label?: string) => {
    if (!action) { return {} }
    const go = (event: Event) => {
      event.stopPropagation()
      event.preventDefault()
      tap(action)
    }
    return {
      'role': 'button',
      'tabindex': 0,
      'aria-label': label,
      'class': 'tappable',
      'onClick': go,
      'onKeydown': (event: KeyboardEvent) => {
        if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) { go(event) }
      },
    }
  }
}

import type { IconName } from './components/icons'
import type { Locale } from './locales/th'
import { useMe } from './composables/me'

/** A place that is one tap away from everywhere: at the foot of the screen on a phone, at its side on a desktop. */
interface Place {
  /** Name of its route. */
  name: string
  icon: IconName
  word: (t: Locale) => string
  /** Who sees it; everybody when not given. A place is not a lock: the server decides. */
  may?: (me: ReturnType<typeof useMe>) => boolean
}

/** In this order; on a phone there is room for four. */
const all: Place[] = [
  { name: 'home', icon: 'home', word: t => t.home.title },
  { name: 'cameras', icon: 'camera', word: t => t.register.title },
  { name: 'settings', icon: 'person', word: t => t.settings.title },
]

/** The places of whoever is signed in. */
export function usePlaces(): Place[] {
  const me = useMe()
  return all.filter(({ may }) => may?.(me) ?? true)
}

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
  /** For a desk: not among the four of a phone. */
  desk?: boolean
}

/** In this order; on a phone there is room for four. */
const all: Place[] = [
  { name: 'home', icon: 'home', word: t => t.home.title },
  { name: 'work', icon: 'tools', word: t => t.work.title, may: me => me.is('OFFICIAL', 'TECHNICIAN', 'SECRETARY') },
  // Who repairs has no room for it: it is on the home page.
  { name: 'reports', icon: 'report', word: t => t.reports.title, may: me => !me.is('OFFICIAL', 'TECHNICIAN', 'SECRETARY') },
  { name: 'survey', icon: 'survey', word: t => t.survey.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY') },
  { name: 'people', icon: 'people', word: t => t.people.title, may: me => me.is('SECRETARY'), desk: true },
  { name: 'return', icon: 'send', word: t => t.returns.title, may: me => me.is('OFFICIAL', 'POLICE'), desk: true },
  { name: 'rounds', icon: 'rounds', word: t => t.rounds.title, may: me => me.is('SECRETARY', 'COMMITTEE', 'NATIONAL'), desk: true },
  { name: 'import', icon: 'import', word: t => t.imports.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY'), desk: true },
  { name: 'settings', icon: 'person', word: t => t.settings.title },
]

/** The places of whoever is signed in. */
export function usePlaces(): Place[] {
  const me = useMe()
  return all.filter(({ may }) => may?.(me) ?? true)
}

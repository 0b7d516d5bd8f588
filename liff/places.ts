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

/** In this order; on a phone there is room for four: the first three and the last, the others are on the home page. */
const all: Place[] = [
  { name: 'home', icon: 'home', word: t => t.home.title },
  { name: 'work', icon: 'tools', word: t => t.work.title, may: me => me.is('OFFICIAL', 'TECHNICIAN', 'SECRETARY') },
  { name: 'requests', icon: 'footage', word: t => t.home.requests, may: me => me.is('POLICE') },
  { name: 'near', icon: 'map', word: t => t.home.near, may: me => me.is('POLICE') },
  // Who repairs has no room for it: it is on the home page.
  { name: 'reports', icon: 'report', word: t => t.reports.title, may: me => !me.is('OFFICIAL', 'TECHNICIAN', 'SECRETARY') },
  { name: 'survey', icon: 'survey', word: t => t.survey.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY') },
  { name: 'asks', icon: 'ask', word: t => t.home.asks, may: me => me.is('OFFICIAL', 'POLICE', 'OWNER', 'SECRETARY') },
  { name: 'people', icon: 'people', word: t => t.people.title, may: me => me.is('SECRETARY') },
  { name: 'agencies', icon: 'agency', word: t => t.agencies.title, may: me => me.is('SECRETARY') },
  { name: 'return', icon: 'letter', word: t => t.returns.title, may: me => me.is('OFFICIAL', 'POLICE') },
  { name: 'rounds', icon: 'rounds', word: t => t.rounds.title, may: me => me.is('SECRETARY', 'COMMITTEE', 'NATIONAL') },
  { name: 'import', icon: 'import', word: t => t.imports.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY') },
  { name: 'proposals', icon: 'pin', word: t => t.proposals.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY', 'COMMITTEE') },
  { name: 'problems', icon: 'problem', word: t => t.problems.title, may: me => me.is('OFFICIAL', 'POLICE', 'SECRETARY', 'COMMITTEE') },
  { name: 'riskPoints', icon: 'risk', word: t => t.riskPointsTitle, may: me => me.is('POLICE', 'SECRETARY', 'COMMITTEE') },
  { name: 'footageStatistics', icon: 'chart', word: t => t.statisticsTitle, may: me => me.is('POLICE', 'SECRETARY', 'COMMITTEE', 'NATIONAL') },
  { name: 'cameras', icon: 'camera', word: t => t.register.title },
  { name: 'myCameras', icon: 'shop', word: t => t.owners.title },
  { name: 'checks', icon: 'rounds', word: t => t.owners.checks, may: me => me.is('POLICE', 'SECRETARY') },
  { name: 'cooperation', icon: 'hands', word: t => t.owners.cooperation, may: me => me.is('OFFICIAL', 'POLICE', 'OWNER', 'SECRETARY') },
  { name: 'privacy', icon: 'lock', word: t => t.owners.privacy },
  { name: 'province', icon: 'sliders', word: t => t.home.province, may: me => me.is('SECRETARY') },
  { name: 'keys', icon: 'key', word: t => t.keys.title, may: me => me.is('SECRETARY') },
  { name: 'settings', icon: 'person', word: t => t.settings.title },
]

/** The places of whoever is signed in; `more`: not at the foot of a phone's screen, but on the home page. */
export function usePlaces(): (Place & { more: boolean })[] {
  const me = useMe()
  const places = all.filter(({ may }) => may?.(me) ?? true)
  return places.map((place, i) => ({ ...place, more: places.length > 4 && i > 2 && i < places.length - 1 }))
}

import type { Locale } from '../locale'
import type { Links } from '../message'
import type { Choice } from '../say'

/** Most buttons of a card. */
const mostButtons = 3

/** The buttons of a card, and behind them the way to its page in the app, where there is an app and room for it. */
export function withPage(buttons: Choice[], path: `/${string}`, { t, links }: { t: Locale, links: Links }): Choice[] {
  const url = buttons.length < mostButtons ? links.liff(path) : null
  return url ? [...buttons, { label: t.menu.inApp, url }] : buttons
}

/** The way to a page of the app as a quick reply, where there is an app. */
export function inApp(path: `/${string}`, { t, links }: { t: Locale, links: Links }): Choice[] {
  const url = links.liff(path)
  return url ? [{ label: t.menu.inApp, url }] : []
}

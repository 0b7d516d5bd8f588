import type { Talk } from './dialogue'
import type { Choice, Saying } from './say'
import { cardMessage } from './cards/card'
import { mostChoices } from './say'

/** The menu words as quick replies. Where there are more than LINE shows, the last two stay: help, whose card names them all, and language. */
export function mainChoices({ can, t }: Pick<Talk, 'can' | 't'>): Choice[] {
  const fitting = can.length > mostChoices ? [...can.slice(0, mostChoices - 2), ...can.slice(-2)] : can
  return fitting.map(({ word, short }) => ({ label: short(t), word: word(t) }))
}

/** What this person can do, each with an example, as a card. */
export function helpCard({ can, t, group, links }: Talk): Saying {
  const rows = can.map(({ word, help }): [string, string] => [word(t), help(t)])
  const { help: title, helpGroup, helpControls } = t.manners
  const alt = `${title}: ${rows.map(([word]) => word).join(', ')}`
  const app = group ? null : links.liff('/')
  const buttons = app ? [{ label: t.menu.app, url: app }] : []
  return { say: [cardMessage(alt, { title, rows, note: group ? helpGroup : helpControls, buttons, plain: true })], choices: mainChoices({ can, t }) }
}

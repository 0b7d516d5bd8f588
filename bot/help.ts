import type { Talk } from './dialogue'
import type { Choice, Saying } from './say'
import { cardMessage } from './cards/card'

/** The menu words as quick replies. */
export const mainChoices = ({ can, t }: Pick<Talk, 'can' | 't'>): Choice[] => can.map(({ word, short }) => ({ label: short(t), word: word(t) }))

/** What this person can do, each with an example, as a card. */
export function helpCard({ can, t, group, links }: Talk): Saying {
  const rows = can.map(({ word, help }): [string, string] => [word(t), help(t)])
  const { help: title, helpGroup, helpControls } = t.manners
  const alt = `${title}: ${rows.map(([word]) => word).join(', ')}`
  const app = group ? null : links.liff('/')
  const buttons = app ? [{ label: t.menu.app, url: app }] : []
  return { say: [cardMessage(alt, { title, rows, note: group ? helpGroup : helpControls, buttons, plain: true })], choices: mainChoices({ can, t }) }
}

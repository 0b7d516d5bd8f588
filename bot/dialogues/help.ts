import { dialogue } from '../dialogue'
import { helpCard } from '../help'

/** วิธีใช้: what can be done, each with an example. */
export const help = dialogue<Record<never, never>>({
  name: 'help',
  word: t => t.menu.help,
  title: t => t.menu.help,
  inGroups: true,
  questions: {},
  finish: (_, talk) => ({ saying: helpCard(talk) }),
})

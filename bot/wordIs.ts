import type { Locale } from './locale'
import { allLocales } from './locale'
import { folded } from './text'

/** Whether the text is this word of the menu, in either language. */
export function wordIs(word: keyof Locale['menu'], text: string): boolean {
  const said = folded(text)
  return allLocales.some(t => folded(t.menu[word]) === said)
}

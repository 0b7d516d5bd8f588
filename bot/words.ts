import type { Control } from './answer'
import { dialogues } from './dialogues'
import { allLocales } from './locale'
import { folded } from './text'
import { wordIs } from './wordIs'

const controls: Control[] = ['back', 'skip', 'confirm', 'edit']

/** Which control word the text is, if any. */
export const controlOf = (text: string): Control | null => controls.find(word => wordIs(word, text)) ?? null

let byWord: Map<string, string> | undefined

/** The dialogue whose menu word the text is, in either language. */
export function dialogueOf(text: string): string | null {
  byWord ??= new Map(Object.values(dialogues).flatMap(of => of.word ? allLocales.map(t => [folded(of.word!(t)), of.name] as const) : []))
  return byWord.get(folded(text)) ?? null
}

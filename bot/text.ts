import { lettersOf } from '../domain/segments'

/** Text cut to `most` characters as people count them (Thai marks belong to their letter), ending in `…` when cut. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const letters = lettersOf(text)
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`
}

/** Text folded for comparing with menu words: no spaces around or doubled, lower case, one Unicode form. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

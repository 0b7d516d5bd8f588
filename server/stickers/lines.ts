import { clipped } from '../../bot/text'
import { lettersOf, wordsOf } from '../../domain/segments'

/** Widths in em of Sarabun's letters with their marks, rather too wide than too narrow. */
const em = { space: 0.25, latin: 0.56, thai: 0.62, am: 0.55 }

function widthOf(text: string): number {
  let width = 0
  for (const letter of lettersOf(text)) {
    if (letter === ' ') width += em.space
    else if (/^[\x20-\x7E]/.test(letter)) width += em.latin
    else width += em.thai + (letter.endsWith('ำ') ? em.am : 0)
  }
  return width
}

/** A text in lines, and the size of letters (points) at which they fit. */
export interface Fitted { lines: string[], fontSize: number }

/** Breaks a text into lines of `width` points in the first of these sizes in which it fits its number of lines; in the last one it is cut. */
export function fitted(text: string, width: number, ...ways: Array<{ fontSize: number, most: number }>): Fitted {
  const fits = ways.find(({ fontSize, most }) => brokenLines(text, width / fontSize, Infinity).length <= most) ?? ways.at(-1)!
  return { fontSize: fits.fontSize, lines: brokenLines(text, width / fits.fontSize, fits.most) }
}

/**
 * Breaks a text between words (Thai writes them without spaces) into at most `most` lines of `width` em; what is over is cut with `…`.
 * A word wider than a line is broken inside.
 */
export function brokenLines(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces(text.replace(/\s+/g, ' ').trim(), width)) {
    const more = widthOf(piece)
    if (line && used + widthOf(piece.trimEnd()) > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece
    used += more
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines.map(whole => whole.trimEnd())
  const last = lines.slice(most - 1).join('').trimEnd()
  let room = Math.ceil(width / em.space)
  while (widthOf(clipped(last, room)) > width) room--
  return [...lines.slice(0, most - 1).map(whole => whole.trimEnd()), clipped(last, room)]
}

/** Words, with what may not begin a line (spaces, closing brackets, ๆ, ฯ) left on the word before it. */
function pieces(text: string, width: number): string[] {
  const found: string[] = []
  for (const { segment } of wordsOf(text)) {
    const clings = /^[\s)\]”’'",.:;!?ๆฯ/]+$/.test(segment) || /[([“‘]$/.test(found.at(-1) ?? '')
    if (clings && found.length) found.push(found.pop()! + segment)
    else if (widthOf(segment) > width) found.push(...lettersOf(segment))
    else found.push(segment)
  }
  return found
}

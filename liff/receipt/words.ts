import type { Content } from 'pdfmake/interfaces'

const words = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('th', { granularity: 'word' }) : null

/** Where a line may end: pdfmake breaks at spaces alone, so one that is too small to be seen stands between Thai words. */
const gap = { text: ' ', fontSize: 0.01 } as const

/** A text whose lines may end between its words, as Thai, which is written without spaces, wants it. */
export function breaking(text: string): Content {
  if (!words || !/[\u0E00-\u0E7F]/.test(text)) return text
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    // What may not begin a line stays with the word before it, and what may not end one with the word after it; times and numbers stay whole.
    const last = pieces.at(-1) ?? ''
    const isThai = /[\u0E00-\u0E7F]$/.test(last) || /^[\u0E00-\u0E7F]/.test(segment)
    const clings = !isThai || /^[\s)\]”’'",.:;!?ๆฯ/–-]/.test(segment) || /[([“‘/–\u00A0-]$/.test(last)
    if (clings && pieces.length) pieces.push(pieces.pop()! + segment)
    else pieces.push(segment)
  }
  return pieces.flatMap((piece, i) => i === 0 ? [piece] : [gap, piece])
}

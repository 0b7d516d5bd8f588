/** Made when first asked for: loading what a language knows of letters and words takes longer than most of what a start does. */
const made = new Map<'grapheme' | 'word', Intl.Segmenter>()

function segmenter(granularity: 'grapheme' | 'word'): Intl.Segmenter {
  const known = made.get(granularity) ?? new Intl.Segmenter('th', { granularity })
  made.set(granularity, known)
  return known
}

/** The letters of a text as people count them: Thai marks belong to theirs. */
export function lettersOf(text: string): string[] {
  return Array.from(segmenter('grapheme').segment(text), ({ segment }) => segment)
}

/** The words of a text, found though Thai parts them by nothing, and whatever stands between others (not `isWordLike`). */
export function wordsOf(text: string): Intl.SegmentData[] {
  return Array.from(segmenter('word').segment(text))
}

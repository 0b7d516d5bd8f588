import type { Rule } from './rule'
import { matching, oneOf, whole, wrong } from './rule'

const STEPS = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl']
const SIZES = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl']
const PIXELS = /^\d+(?:\.\d+)?px$/
const RATIO = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/
const PERCENT = /^\d+(?:\.\d+)?%$/

function measure(keywords: string[], ...patterns: RegExp[]): Rule {
  return (value, at, scope) => {
    const good = typeof value === 'string' && (keywords.includes(value) || patterns.some(pattern => pattern.test(value)))
    if (!good) wrong(scope, at, 'invalid property')
  }
}

/** Space between components: a keyword or pixels. */
export const space = measure(STEPS, PIXELS)
/** Padding and offset: a keyword, pixels or per cent. */
export const inset = measure(STEPS, PIXELS, PERCENT)
/** Width and height of a box: pixels or per cent. */
export const length = measure([], PIXELS, PERCENT)
export const borderWidth = measure(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], PIXELS)
export const cornerRadius = measure(STEPS, PIXELS)
export const imageSize = measure([...SIZES, 'full'], PIXELS, PERCENT)
/** Icons, texts and spans. */
export const fontSize = measure(SIZES, PIXELS)
export const pixels = measure([], PIXELS)
export const percent = measure([], PERCENT)
export const angle = matching(/^(?:[0-2]?\d?\d|3[0-5]\d)(?:\.\d+)?deg$/, 'invalid property')
export const color = matching(/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i, 'invalid color')
export const flexRatio = whole(0)
export const position = oneOf('relative', 'absolute')
export const align = oneOf('start', 'end', 'center')
export const gravity = oneOf('top', 'bottom', 'center')
export const weight = oneOf('regular', 'bold')
export const fontStyle = oneOf('normal', 'italic')
export const decoration = oneOf('none', 'underline', 'line-through')
export const adjustMode = oneOf('shrink-to-fit')

/** `width:height`, each 1 to 100,000, the height at most three times the width. */
export const aspectRatio: Rule = (value, at, scope) => {
  const [, width, height] = RATIO.exec(String(value))?.map(Number) ?? []
  const inRange = (side: number | undefined): side is number => side !== undefined && side >= 1 && side <= 100_000
  if (!inRange(width) || !inRange(height) || height > 3 * width) wrong(scope, at, 'invalid property')
}

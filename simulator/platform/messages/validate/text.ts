import type { Rule } from './rule'
import { isLocalHttp } from '../../uri'
import { wrong } from './rule'

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const NOT_ENCODED = /[^\x21-\x7E]/
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** How many grapheme clusters a text has, as a reader counts. */
function countGraphemes(text: string): number {
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

/** A text of at most `max` UTF-16 code units. Source: "Character counting in a text". */
export function text(max: number, min = 1): Rule {
  return limited(value => value.length, max, min)
}

/**
 * A text of at most `max` grapheme clusters: labels, postback and message actions, texts and titles of templates,
 * name and chat bar text of rich menus. Source: "Character counting in a text".
 */
export function graphemeText(max: number, min = 1): Rule {
  return limited(value => value.length <= max ? value.length : countGraphemes(value), max, min)
}

function limited(count: (value: string) => number, max: number, min: number): Rule {
  return (value, at, scope) => {
    if (typeof value !== 'string') return wrong(scope, at, 'Must be a string')
    if (min > 0 && value === '') return wrong(scope, at, scope.flex ? 'must be non-empty text' : 'May not be empty')
    if (count(value) > max) wrong(scope, at, `Length must be between ${min} and ${max}`)
  }
}

/** A percent-encoded URI with one of these schemes, at most `max` characters. */
export function uri(schemes: string[], max: number): Rule {
  return (value, at, scope) => {
    if (typeof value !== 'string' || value === '') return wrong(scope, at, 'invalid uri')
    if (value.length > max) return wrong(scope, at, `Length must be between 1 and ${max}`)
    const scheme = SCHEME.exec(value)?.[1]?.toLowerCase()
    const local = scope.allowHttpLocalhost && isLocalHttp(value)
    if (!scheme || !(schemes.includes(scheme) || local)) return wrong(scope, at, 'invalid uri scheme')
    const isWeb = scheme === 'http' || scheme === 'https'
    if (NOT_ENCODED.test(value) || (isWeb && !URL.canParse(value))) wrong(scope, at, 'invalid uri')
  }
}

/** The address of a picture, sound or film: HTTPS, at most 2,000 characters. */
export const mediaUrl: Rule = uri(['https'], 2_000)

/** What a link may open: at most 1,000 characters. */
export const linkUri: Rule = uri(['http', 'https', 'line', 'tel'], 1_000)

import { wordsOf } from '../segments'
import { foldSpelling } from './folding'
import { searchKey } from './spelling'
import { noiseWords, sameWords, whereabouts } from './words'

/** One word of a place: its search key first, then other ways to write it. */
interface PlaceWord {
  keys: string[]
  /** How much it tells: about its length, less for a word of whereabouts. */
  weight: number
  /** What its keys look like in a name; a number stands alone there: 12 is not in 125. */
  patterns: string[]
  /** False for a word of whereabouts: a place can be meant that does not answer it. */
  needed: boolean
}

/** What a sentence says of a place, as search keys. */
export interface PlaceWords {
  /** All that is left of the sentence, in one piece. */
  phrase: string
  words: PlaceWord[]
  /** For each word that finds something by itself: pieces of which one is in the name of a place that is meant. */
  pieces: string[][]
}

const noise = new Set(noiseWords)
const weak = new Set(whereabouts)
/** Shorter keys have no trigram of their own. */
const INDEXED = 3
const MOST_WORDS = 12
const number = /^\d+$/

const forms = new Map(sameWords.flatMap(group => group.map(form => [form, [...new Set(group.map(searchKey))]] as const)))
const anyForm = new RegExp(`(${[...forms.keys()].sort((a, b) => b.length - a.length).map(form => form.replaceAll('.', String.raw`\.`)).join('|')})`)

/** Splits what a person wrote into words to look for in place names. Null when nothing of a place is left. */
export function placeWords(text: string): PlaceWords | null {
  const all = split(foldSpelling(text).toLowerCase().slice(0, 200)).map(toWord).filter(word => word.keys[0])
  const telling = all.filter(({ word }) => !noise.has(word))
  const words = (telling.length ? telling : all).slice(0, MOST_WORDS)
  if (!words.length) return null
  const keys = words.map(word => word.keys[0]!)
  const onlyWhereabouts = words.every(({ word }) => weak.has(word))
  const said = words.map(({ word, keys }) => ({ keys, patterns: keys.map(toPattern), needed: onlyWhereabouts || !weak.has(word), weight: keys[0]!.length * (weak.has(word) ? 0.3 : 1) }))
  const onlyNumbers = keys.every(key => number.test(key))
  const pieces = said.flatMap((word, i) => word.needed && (onlyNumbers || !number.test(keys[i]!)) ? [longEnough([...word.keys, ...pairs(keys, i)])] : [])
  return pieces.length ? { phrase: keys.join(''), words: said, pieces } : null
}

/** Words as people would cut them; a known way to write a kind of place stays whole. */
function split(text: string): string[] {
  return text.split(anyForm).flatMap((part, i) => i % 2
    ? [part]
    : wordsOf(part).filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment))
}

function toWord(word: string): { word: string, keys: string[] } {
  const own = searchKey(word)
  const others = forms.get(word)?.filter(key => key !== own) ?? []
  return { word, keys: [own, ...others] }
}

const toPattern = (key: string): string => number.test(key) ? `(?<![0-9])${key}(?![0-9])` : key

/** A short word with its neighbour on either side. */
function pairs(keys: string[], i: number): string[] {
  return keys[i]!.length >= INDEXED ? [] : [keys.slice(Math.max(0, i - 1), i + 1).join(''), keys.slice(i, i + 2).join('')]
}

/** Only what the index can look up, if there is any. */
function longEnough(pieces: string[]): string[] {
  const long = pieces.filter(piece => piece.length >= INDEXED)
  return [...new Set(long.length ? long : pieces)]
}

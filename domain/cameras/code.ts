import { bahtWords } from '../labels/numbers'
import { foldSpelling } from './folding'

/** Words that may stand right before a code without a space. */
const leadIn = /(?:cctv|camera|cam|no)(?=[\s.:#-]*\d)/gi

/** The official codes of the 77 provinces (Department of Provincial Administration). */
const province = '1\\d|2[0-7]|[34]\\d|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6]'

/** What people write for the dash, apart from spaces or nothing. */
const dashes = /[\u2010-\u2015\u2212\u30FC_~/]/g

/** With a dash the shape is plain; digits or Latin letters may not touch it. */
const dashed = new RegExp(String.raw`(?<![\dA-Z])(?<!\d-)(${province}) ?- ?(\d{5})(?![\dA-Z]|-\w)`, 'gi')

/** Without one a phone number, a date or an amount is near: no further digits beside it either. */
const undashed = new RegExp(String.raw`(?<![\dA-Z]|\d[ .,/-]|[+-])(${province}) ?(\d{5})(?![\dA-Z]|[ .,/:-]\d|-\w| ?(?:${bahtWords.join('|')}))`, 'gi')

/**
 * Finds the first camera code (`PP-NNNNN`) in what a person wrote: Thai or full-width digits, any dash or none, spaces,
 * alone or inside a sentence. Null when there is none; phone numbers, tracking numbers and amounts are none.
 */
export function readCameraCode(text: string): string | null {
  const bare = foldSpelling(text).replace(dashes, '-').replace(/\s+/g, ' ').replace(leadIn, ' ')
  for (const shape of [dashed, undashed]) {
    for (const [, province, number] of bare.matchAll(shape)) {
      if (number !== '00000') return `${province}-${number}`
    }
  }
  return null
}

/** All camera codes in what a person wrote, each once, in order: `15-00012, ๑๕-๐๐๐๑๓ และ 1500014`. */
export function readCameraCodes(text: string): string[] {
  const parts = text.split(/[\s,;]+|และ|กับ/)
  const found = parts.flatMap(part => readCameraCode(part) ?? [])
  return found.length ? [...new Set(found)] : [readCameraCode(text) ?? []].flat()
}

/** An agency's own asset number folded for searching: digits and letters only (Thai marks kept), upper case. Empty when nothing is left. */
export function assetKey(text: string): string {
  return foldSpelling(text).toUpperCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '').normalize('NFC')
}

/**
 * What in a text may be an asset number, as keys: all of it, each part between spaces, each run of Latin letters and digits;
 * only with a digit in it, and not under three characters.
 */
export function assetKeys(text: string): string[] {
  const parts = [text, ...text.split(/\s+/), ...foldSpelling(text).match(/[A-Z0-9][A-Z0-9./-]*/gi) ?? []]
  return [...new Set(parts.map(assetKey))].filter(key => key.length >= 3 && key.length <= 100 && /\d/.test(key)).slice(0, 20)
}

/** The code of the `n`-th camera of a province, `15-00012`. Throws a RangeError outside 1–99,999. */
export function cameraCode(provinceCode: string, n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99_999) throw new RangeError(`No camera code for number ${n} of province ${provinceCode}`)
  return `${provinceCode}-${String(n).padStart(5, '0')}`
}

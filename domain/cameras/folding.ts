import { foldDigits } from '../time/numbers'

const nikhahitAndAa = /\u0E4D([\u0E48-\u0E4B]?)\u0E32/g

const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g

/** One form for what looks the same in Thai: ํ + า is ำ, เ + เ is แ, full-width is narrow, Thai digits are 0–9, nothing invisible. */
export function foldSpelling(text: string): string {
  return foldDigits(text).normalize('NFKC').replace(invisible, '').replace(nikhahitAndAa, '$1\u0E33').replaceAll('เเ', 'แ')
}

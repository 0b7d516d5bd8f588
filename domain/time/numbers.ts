import type { Language } from '../../prisma/client'
import { inLanguage } from '../labels/label'
import { bahtUnit, bahtWords, multiplierWords } from '../labels/numbers'

/** Thai (๐–๙) and full-width digits as 0–9; everything else as it was. */
export function foldDigits(text: string): string {
  return text.replace(/[๐-๙０-９]/g, digit => String((digit.codePointAt(0)! - (digit >= '０' ? 0xFF10 : 0x0E50))))
}

const plain = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,6}))?$/

/** A written number that is not negative: `1,500.50`, `๑๕๐๐`, `2 พัน`. Null when it is anything else. */
export function readNumber(text: string): number | null {
  const decimal = readDecimal(text)
  if (!decimal) return null
  const number = Number(`${decimal.whole}.${decimal.fraction || 0}`)
  return number <= Number.MAX_SAFE_INTEGER ? number : null
}

/** A written amount of baht as satang: `1,500`, `฿1500.50`, `๒๕๐ บาท`, `300.-`. Null for what is no amount, or finer than a satang. */
export function readBaht(text: string): bigint | null {
  const bare = bahtWords.reduce((rest, word) => rest.replaceAll(word, ' '), text.toLowerCase()).replace(/\.\s*-\s*$/, '')
  const decimal = readDecimal(bare)
  if (!decimal) return null
  const { whole, fraction } = decimal
  if (/[1-9]/.test(fraction.slice(2))) return null
  return BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
}

/** Satang as people write baht, in the reader's language: `1,500 บาท`, `1,500.50 baht`. */
export function formatBaht(satang: bigint, language: Language): string {
  const [sign, amount] = satang < 0n ? ['-', -satang] : ['', satang]
  const rest = amount % 100n
  const number = `${sign}${(amount / 100n).toLocaleString('en-US')}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
  return `${number} ${inLanguage(bahtUnit, language)}`
}

function readDecimal(text: string): { whole: string, fraction: string } | null {
  let bare = foldDigits(text).normalize('NFKC').trim()
  const multiplier = multiplierWords.find(({ word }) => bare.endsWith(word))
  if (multiplier) bare = bare.slice(0, -multiplier.word.length).trim()
  const match = plain.exec(bare)
  if (!match) return null
  const [digits, fraction] = [match[1]!.replaceAll(',', ''), match[2] ?? '']
  const zeros = multiplier?.zeros ?? 0
  const shifted = fraction.padEnd(zeros, '0')
  return { whole: digits + shifted.slice(0, zeros), fraction: shifted.slice(zeros) }
}

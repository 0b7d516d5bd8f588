import { randomInt } from 'node:crypto'
import { foldSpelling } from '../cameras/folding'
import { readableAlphabet } from '../readable'
import { buddhistMonth } from '../time/bangkok'

/** What a tracking number is of: fault report, work order, footage request, proposed point, problem or suggestion. */
export type NumberKind = 'F' | 'W' | 'R' | 'P' | 'S'

const symbols = `01${readableAlphabet}`
/** Prime, so that weights up to 10 tell every wrong character and every swap. Of 32 symbols only 0 and Z share a value, and never stand in the same place. */
const MODULUS = 31

const weigh = (body: string): number => [...body].reduce((sum, symbol, at) => sum + (10 - at) * symbols.indexOf(symbol), 0)

/**
 * A new tracking number, `F-6911-7K3MX`: kind, Buddhist year and month in Bangkok, four random characters (780,000 a month)
 * and a check character that tells any one wrong character and any two swapped. Whether it is taken is the caller's to see.
 * @param kind what it is of
 * @param now decides the month
 * @param random gives a whole number from 0 below its argument
 */
export function trackingNumber(kind: NumberKind, now: Date, random: (below: number) => number = randomInt): string {
  for (;;) {
    const body = kind + buddhistMonth(now) + Array.from({ length: 4 }, () => readableAlphabet[random(readableAlphabet.length)]).join('')
    const check = [...readableAlphabet].find(symbol => weigh(body + symbol) % MODULUS === 0)
    // One body in 31 would need the symbol 1, which no number has.
    if (check) return `${kind}-${body.slice(1, 5)}-${body.slice(5)}${check}`
  }
}

const dashes = '[\\s.\\-\\u2010-\\u2015\\u2212\\u30FC_~/]*'
const shape = new RegExp(`(?<![\\dA-Z])([FWRPS])${dashes}([\\dOIL]{4})${dashes}([\\dA-Z]{5})(?![\\dA-Z])`, 'g')

/** What may have been read as a character that no number has. */
const misread: Record<string, string> = { U: 'V', O: 'DQ', 0: 'DQ' }

/**
 * Finds a tracking number in what a person wrote: lower case, Thai or full-width digits, any dash or none, spaces, alone or in a sentence,
 * and O, I, L where only digits stand. Null when there is none or its check character does not fit.
 */
export function readTrackingNumber(text: string): string | null {
  const bare = foldSpelling(text).replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '').toUpperCase()
  for (const [, kind, date, rest] of bare.matchAll(shape)) {
    const month = date!.replaceAll('O', '0').replace(/[IL]/g, '1')
    if (!/^\d\d(?:0[1-9]|1[0-2])$/.test(month)) continue
    const fitting = readings(rest!).filter(reading => weigh(kind + month + reading) % MODULUS === 0)
    if (fitting.length === 1) return `${kind}-${month}-${fitting[0]}`
  }
  return null
}

/** Everything that may have been meant; empty when a character cannot be one of a number. */
function readings(rest: string): string[] {
  return [...rest].reduce<string[]>((heads, symbol) => {
    const meant = readableAlphabet.includes(symbol) ? symbol : misread[symbol] ?? ''
    return heads.flatMap(head => Array.from(meant, one => head + one))
  }, [''])
}

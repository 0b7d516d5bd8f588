import type { ReadCell } from './cell'
import { unitWords } from '../labels/importWords'
import { readBaht, readNumber } from '../time/numbers'
import { Misread } from './cell'

/** A number with a decimal point or comma and a sign: `1,500.5`, `14,5896`, `-3`. Null for anything else. */
export function signedNumber(text: string): number | null {
  const spaceless = text.replace(/\s/g, '')
  const sign = /^[-+−]/.exec(spaceless)?.[0]
  const bare = sign ? spaceless.slice(1) : spaceless
  // A comma before other than three digits is a decimal one.
  const size = /^\d{1,15},\d+$/.test(bare) && !/^\d{1,3},\d{3}$/.test(bare) ? Number(bare.replace(',', '.')) : /^\d+\.\d+$/.test(bare) ? Number(bare) : readNumber(bare)
  return size === null ? null : sign && sign !== '+' ? -size : size
}

/** Splits `30 วัน` into the number and how many of the kept unit one is; the heading's unit counts where the cell has none. */
function measured(text: string, heading: string, units: Record<string, number>): { number: number, times: number } | null {
  const plain = signedNumber(text)
  if (plain !== null) return { number: plain, times: unitIn(heading, units) }
  const match = /^([-+−]?[\d.,]*\d)(\D+)$/.exec(text.replace(/\s/g, '').toLowerCase())
  const times = match && units[match[2]!]
  const number = match && signedNumber(match[1]!)
  return times && number !== null ? { number, times } : null
}

function unitIn(heading: string, units: Record<string, number>): number {
  const named = /[([]([^)\]]+)[)\]]/.exec(heading)?.[1]?.trim().toLowerCase()
  return (named && units[named]) || 1
}

/** A whole number with its unit. */
function whole(units: Record<string, number>, example: string): ReadCell {
  return (text, _, heading) => {
    const found = measured(text, heading, units)
    if (!found) throw new Misread('notNumber', { example })
    const value = found.number * found.times
    if (!Number.isInteger(value) && found.times === 1) throw new Misread('notWhole', { example })
    return Math.round(value)
  }
}

/** Days of recording: `30`, `30 วัน`, `1 เดือน`. */
export const readDays = whole(unitWords.days, '30')

/** Metres: `50`, `50 ม.`, `1.5 กม.`. */
export const readMetres = whole(unitWords.metres, '50')

/** Degrees of an angle. */
export const readAngle = whole(unitWords.degrees, '90')

const named: Record<string, number> = { '720p': 0.9, '1080p': 2.1, 'full hd': 2.1, 'fhd': 2.1, 'hd': 0.9, '2k': 4, '4k': 8.3, 'uhd': 8.3 }

/** Megapixels: `4`, `4 MP`, `2 ล้านพิกเซล`, `1920x1080`, `1080p`. */
export const readMegapixels: ReadCell = (text, _, heading) => {
  const known = named[text.toLowerCase()]
  if (known) return known
  const size = /^(\d{3,5}) ?[x×*] ?(\d{3,5})(?: ?(?:pixels?|px|พิกเซล))?$/i.exec(text)
  if (size) return Math.round(Number(size[1]) * Number(size[2]) / 1e5) / 10
  const found = measured(text, heading, unitWords.megapixels)
  if (!found) throw new Misread('notNumber', { example: '4' })
  const value = found.number * found.times
  // Nobody has so many millions: it was written in pixels.
  return Math.round((value >= 100_000 ? value / 1e6 : value) * 100) / 100
}

/** Baht as satang: `25,000`, `25000.-`, `2.5 ล้าน`; the heading may say that it counts thousands or millions. */
export const readMoney: ReadCell = (text, cell, heading) => {
  const many = /ล้าน|million/i.test(heading) ? 1e6 : /พันบาท|thousand/i.test(heading) ? 1e3 : 1
  // What a sheet has worked out is finer than a satang.
  if (typeof cell === 'number' && cell >= 0) return Math.round(cell * many * 100)
  const satang = readBaht(text)
  if (satang === null) throw new Misread('notMoney')
  return Number(satang) * (/ล้าน|แสน|หมื่น|พัน/.test(text) ? 1 : many)
}

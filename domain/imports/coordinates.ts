import { signedNumber } from './amounts'
import { Misread } from './cell'

/** Thailand and a little around it, degrees: latitudes and longitudes cannot be mistaken for each other. */
const inThailand = (latitude: number, longitude: number) => latitude >= 5 && latitude <= 21 && longitude >= 97 && longitude <= 106

const marks = /[°ºd′’'m″”"s:\s]|องศา|ฟิลิปดา|ลิปดา/gi

/** Degrees from `14.5896`, `14,5896`, `14°35'22.5"N`, `14 35 22.5`. Throws Misread. */
export function readDegrees(text: string, example: string): number {
  const hemisphere = /[NSEW]/.exec(text.toUpperCase())?.[0]
  const bare = text.replace(/[NSEW]/gi, ' ').trim()
  // No thousands here: a comma is a decimal one.
  const plain = /\s/.test(bare) ? null : signedNumber(bare.replace(/[°º]$/, '').replace(',', '.'))
  if (plain !== null) {
    if (Math.abs(plain) > 10_000) throw new Misread('utm')
    return hemisphere === 'S' || hemisphere === 'W' ? -Math.abs(plain) : plain
  }
  const numbers = (bare.match(/\d+(?:[.,]\d+)?/g) ?? []).map(part => Number(part.replace(',', '.')))
  const rest = bare.replace(/\d+(?:[.,]\d+)?/g, '').replace(marks, '')
  const [degrees, minutes = 0, seconds = 0] = numbers
  if (degrees === undefined || numbers.length > 3 || (rest !== '' && rest !== '-') || minutes >= 60 || seconds >= 60) throw new Misread('notCoordinate', { example })
  const size = degrees + minutes / 60 + seconds / 3600
  return Math.round((rest === '-' || hemisphere === 'S' || hemisphere === 'W' ? -size : size) * 1e7) / 1e7
}

/** Two coordinates in one cell, in either order: `14.5896, 100.4550`, `14°35'22"N 100°27'18"E`. Throws Misread. */
export function readPair(text: string): [number, number] {
  const bare = text.replace(/^[([]/, '').replace(/[)\]]$/, '').trim()
  for (const [first, second] of halves(bare)) {
    if (first && second) return [readDegrees(first.trim(), '14.5896'), readDegrees(second.trim(), '100.4550')]
  }
  throw new Misread('notCoordinate', { example: '14.5896, 100.4550' })
}

/** The ways to cut a text into two, the surest first. */
function halves(text: string): string[][] {
  const north = text.search(/N/i)
  return [
    north > 0 ? [text.slice(0, north + 1), text.slice(north + 1).replace(/^[\s,;/]+/, '')] : [],
    north === 0 ? text.replace(/[,;/]/g, ' ').split(/\s(?=E)/i) : [],
    ...[/[;/]/, /,\s+/, /,/, /\s+/].map(between => text.split(between)),
  ].filter(parts => parts.length === 2)
}

/** Puts swapped coordinates right. Throws Misread for what lies outside Thailand. */
export function inOrder(first: number, second: number): { latitude: number, longitude: number } {
  if (inThailand(first, second)) return { latitude: first, longitude: second }
  if (inThailand(second, first)) return { latitude: second, longitude: first }
  throw new Misread(Math.abs(first) > 180 || Math.abs(second) > 180 ? 'utm' : 'notThailand')
}

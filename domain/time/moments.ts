import { months } from '../labels/dates'
import { bangkokDay, startOfBangkokDay } from './bangkok'
import { foldDigits } from './numbers'
import { readYear } from './years'

const DAY = 86_400_000
const MINUTE = 60_000

/** A time from one moment to another, as it was written; nothing is known of whether it makes sense. */
export interface Period { from: Date, to: Date }

const near: [RegExp, number][] = [[/^(?:วันนี้|today)/, 0], [/^เมื่อวานซืน/, -2], [/^(?:เมื่อวานนี้|เมื่อวาน|yesterday)/, -1], [/^(?:พรุ่งนี้|tomorrow)/, 1]]
const monthNames = [...months.th, ...months.en].map(name => name.toLowerCase())
const numbered = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/
const iso = /^(\d{4})-(\d{2})-(\d{2})t?/
const named = new RegExp(`^(\\d{1,2}) ?(${monthNames.map(name => name.replaceAll('.', '\\.?')).join('|')}) ?(\\d{4})`)
const clock = /^(\d{1,2})[:.](\d{2})(?::00)? ?(?:น\.?)?/
const gap = /^[\s,]*(?:เวลา|at)?[\s,]*/
const until = /^\s*(?:-|ถึง|to|until)\s*/

/** What is left of a text while it is read from its beginning. */
interface Rest { text: string }

/**
 * A moment as people write it, Bangkok time: `20/11/2569 18:30`, `๒๐ พ.ย. ๒๕๖๙ ๑๘.๓๐ น.`, `2026-11-20T18:30` (as LINE's picker gives it), `เมื่อวาน 18:30`, both calendars.
 * A clock alone is of today. Null for anything else.
 */
export function readMoment(written: string, now: Date): Date | null {
  const rest = folded(written)
  const moment = momentIn(rest, now, bangkokDay(now))
  return moment && rest.text.trim() === '' ? moment : null
}

/** The same from–to: `20/11/2569 18:30-19:15`, over midnight with both days written. Clocks alone are of today, or of yesterday when today's are still to come. Null for anything else. */
export function readPeriod(written: string, now: Date): Period | null {
  const rest = folded(written)
  const dated = !clock.test(rest.text)
  const from = momentIn(rest, now, bangkokDay(now))
  if (!from || !until.test(rest.text)) return null
  rest.text = rest.text.replace(until, '')
  const to = momentIn(rest, now, bangkokDay(from))
  if (!to || rest.text.trim() !== '') return null
  const earlier = !dated && to > now ? DAY : 0
  return { from: new Date(from.getTime() - earlier), to: new Date(to.getTime() - earlier) }
}

/** How long something takes, in whole minutes: `45`, `๔๕ นาที`, `2 ชม.`, `1 ชั่วโมง 30 นาที`, `1.5 hours`. Null for anything else. */
export function readMinutes(written: string): number | null {
  const found = /^(?:(\d{1,3}(?:\.\d{1,2})?) ?(?:ชั่วโมง|ชม\.?|hours?|hrs?|h))? ?(?:(\d{1,5}) ?(?:นาที|น\.|minutes?|mins?|m)?)?$/.exec(folded(written).text)
  if (!found || (found[1] === undefined && found[2] === undefined)) return null
  return Math.round(Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0))
}

/** A moment as LINE's picker takes it, Bangkok time: `2026-11-20T18:30`. */
export function pickerMoment(moment: Date): string {
  return `${bangkokDay(moment)}T${new Date(moment.getTime() + 7 * 60 * MINUTE).toISOString().slice(11, 16)}`
}

const folded = (written: string): Rest => ({ text: foldDigits(written).normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ').trim().toLowerCase() })

function momentIn(rest: Rest, now: Date, today: string): Date | null {
  const day = dayIn(rest, now)
  if (day === 'wrong') return null
  rest.text = rest.text.replace(gap, '')
  const found = clock.exec(rest.text)
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2])]
  if (hour > 23 || minute > 59) return null
  rest.text = rest.text.slice(found[0].length)
  return new Date(startOfBangkokDay(day ?? today).getTime() + (hour * 60 + minute) * MINUTE)
}

/** The day that stands first, `2026-11-20`; null when there is none, `wrong` when there is no such day. */
function dayIn(rest: Rest, now: Date): string | null | 'wrong' {
  for (const [word, away] of near) {
    if (!word.test(rest.text)) continue
    rest.text = rest.text.replace(word, '')
    return bangkokDay(new Date(now.getTime() + away * DAY))
  }
  const written = numbered.exec(rest.text) ?? named.exec(rest.text)
  const inOrder = iso.exec(rest.text)
  const [whole, day, month, year] = written ?? (inOrder ? [inOrder[0], inOrder[3], inOrder[2], inOrder[1]] : [])
  if (whole === undefined) return null
  rest.text = rest.text.slice(whole.length)
  return dayOf(Number(day), monthOf(month!), readYear(year!)) ?? 'wrong'
}

function monthOf(written: string): number {
  const plain = written.replaceAll('.', '')
  const at = monthNames.findIndex(name => name.replaceAll('.', '') === plain)
  return at < 0 ? Number(written) : at % 12 + 1
}

function dayOf(day: number, month: number, year: number | null): string | null {
  if (year === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 ? date.toISOString().slice(0, 10) : null
}

import type { Language } from '../../prisma/client'
import { clock, months, nearDays } from '../labels/dates'
import { inLanguage } from '../labels/label'
import { BUDDHIST } from './years'

const DAY = 86_400_000
/** Thailand keeps UTC+7 all year. */
const OFFSET = 7 * 3_600_000

/** A date whose UTC fields read as the clock on a wall in Bangkok. */
const wall = (date: Date): Date => new Date(date.getTime() + OFFSET)
const two = (n: number): string => String(n).padStart(2, '0')
const dayNumber = (date: Date): number => Math.floor((date.getTime() + OFFSET) / DAY)

function timeOfDay(date: Date, language: Language): string {
  const at = wall(date)
  return inLanguage(clock, language).replace('{time}', `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`)
}

/** `23 พ.ย. 2569` or `23 Nov 2026`: the day in Bangkok, with the calendar of the language. */
export function thaiDate(date: Date, language: Language): string {
  const at = wall(date)
  const thai = language === 'TH'
  return `${at.getUTCDate()} ${(thai ? months.th : months.en)[at.getUTCMonth()]} ${at.getUTCFullYear() + (thai ? BUDDHIST : 0)}`
}

/** `23 พ.ย. 2569 14:05 น.` or `23 Nov 2026 14:05`, Bangkok time. */
export function thaiDateTime(date: Date, language: Language): string {
  return `${thaiDate(date, language)} ${timeOfDay(date, language)}`
}

/** `20 พ.ย. 2569 18:30–19:15 น.`, over midnight both days in full. */
export function thaiPeriod(from: Date, to: Date, language: Language): string {
  if (dayNumber(from) !== dayNumber(to)) return `${thaiDateTime(from, language)} – ${thaiDateTime(to, language)}`
  const start = wall(from)
  return `${thaiDate(from, language)} ${two(start.getUTCHours())}:${two(start.getUTCMinutes())}–${timeOfDay(to, language)}`
}

/** `พรุ่งนี้ 14:05 น.`, and likewise yesterday and today as days in Bangkok; any other day in full. */
export function relativeDay(date: Date, now: Date, language: Language): string {
  const near = ({ '-1': nearDays.yesterday, '0': nearDays.today, '1': nearDays.tomorrow } as const)[String(dayNumber(date) - dayNumber(now))]
  return near ? inLanguage(near, language).replace('{time}', timeOfDay(date, language)) : thaiDateTime(date, language)
}

/** The month in Bangkok, `2026-11`. */
export function bangkokMonth(now: Date): string {
  const at = wall(now)
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}`
}

/** The same as in tracking numbers, two digits of the Buddhist year and the month: `6911`. */
export function buddhistMonth(now: Date): string {
  const at = wall(now)
  return `${two((at.getUTCFullYear() + BUDDHIST) % 100)}${two(at.getUTCMonth() + 1)}`
}

/** The moment the current month began in Bangkok. */
export function startOfBangkokMonth(now: Date): Date {
  const at = wall(now)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1) - OFFSET)
}

/** The day in Bangkok, `2026-11-23`. */
export function bangkokDay(now: Date): string {
  return wall(now).toISOString().slice(0, 10)
}

/** The moment a day (`2026-11-23`) began in Bangkok; `after`: so many days later. */
export function startOfBangkokDay(day: string, after = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + after * DAY - OFFSET)
}

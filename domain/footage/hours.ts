import { foldDigits } from '../time/numbers'

const MINUTE = 60_000
const DAY = 24 * 60
/** Thailand keeps UTC+7 all year. */
const OFFSET = 7 * 60 * MINUTE

/** Days of the week as they are written, Sunday first, longer spellings first. */
const dayNames = ['อาทิตย์|อา|sunday|sun', 'จันทร์|จ|monday|mon', 'อังคาร|อ|tuesday|tue', 'พุธ|พ|wednesday|wed', 'พฤหัสบดี|พฤหัส|พฤ|thursday|thu', 'ศุกร์|ศ|friday|fri', 'เสาร์|ส|saturday|sat']
const anyDay = dayNames.flatMap(names => names.split('|')).sort((a, b) => b.length - a.length).join('|')
const days = new RegExp(`^(?:วัน)?(${anyDay})\\.?(?: ?(?:-|ถึง|to) ?(?:วัน)?(${anyDay})\\.?)?(?![ก-๙a-z])`)
const everyDay = /^(?:ทุกวัน|every day|daily)/
const workDays = /^(?:ในวันและเวลาราชการ|วันและเวลาราชการ|เวลาราชการ|วันราชการ|วันทำการ|office hours|weekdays)/
const clocks = /^(?:เวลา ?)?(\d{1,2})[.:](\d{2})(?: ?น\.?)? ?(?:-|ถึง|to) ?(\d{1,2})[.:](\d{2})(?: ?น\.?)?/
const allDay = /^(?:ตลอด ?)?24 ?(?:ชั่วโมง|ชม\.?|hours?|hrs?|\/ ?7)/

/**
 * Whether somebody is there now, by the hours as they were written (`วันราชการ 08.30–16.30 น.`, `จ.-ศ. 8:00-17:00`, `ทุกวัน 24 ชั่วโมง`, `daily 18:00–02:00`), Bangkok time; holidays
 * are not known here. Null when the hours say more than this understands, or nothing.
 */
export function openNow(hours: string | null, now: Date): boolean | null {
  let rest = foldDigits(hours ?? '').normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ').trim().toLowerCase()
  if (!rest) return null
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest)
    if (found) rest = rest.slice(found[0].length).replace(/^[\s,]+/, '')
    return found
  }
  const working = take(workDays)
  const named = working || take(everyDay) ? null : take(days)
  const whole = take(allDay)
  const span = whole ? null : take(clocks)
  if (rest || !(working || whole || span)) return null
  const [from, to] = whole ? [0, DAY] : span ? [minutes(span[1]!, span[2]!), minutes(span[3]!, span[4]!)] : [minutes('8', '30'), minutes('16', '30')]
  const [first, last] = working ? [1, 5] : named ? [dayOf(named[1]!), dayOf(named[2] ?? named[1]!)] : [0, 6]
  const isDay = (day: number) => (day - first + 7) % 7 <= (last - first + 7) % 7
  const wall = new Date(now.getTime() + OFFSET)
  const [today, at] = [wall.getUTCDay(), wall.getUTCHours() * 60 + wall.getUTCMinutes()]
  if (from < to) return isDay(today) && at >= from && at < to
  return (isDay(today) && at >= from) || (isDay((today + 6) % 7) && at < to)
}

const minutes = (hour: string, minute: string): number => Number(hour) * 60 + Number(minute)
const dayOf = (name: string): number => dayNames.findIndex(names => names.split('|').includes(name))

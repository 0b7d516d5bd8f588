import { describe, expect, it } from 'vitest'
import { pickerMoment, readMinutes, readMoment, readPeriod } from '../../../domain/time/moments'

/** Monday 23 November 2026, 09:00 in Bangkok. */
const now = new Date('2026-11-23T02:00:00Z')
const iso = (date: Date | null) => date?.toISOString() ?? null

describe('a moment', () => {
  it.each([
    ['20/11/2569 18:30', '2026-11-20T11:30:00.000Z'],
    ['20/11/2026 18.30 น.', '2026-11-20T11:30:00.000Z'],
    ['๒๐/๑๑/๒๕๖๙ ๑๘:๓๐', '2026-11-20T11:30:00.000Z'],
    ['20-11-2569 เวลา 18:30', '2026-11-20T11:30:00.000Z'],
    ['20 พ.ย. 2569 18:30 น.', '2026-11-20T11:30:00.000Z'],
    ['20 Nov 2026 18:30', '2026-11-20T11:30:00.000Z'],
    ['2026-11-20T18:30', '2026-11-20T11:30:00.000Z'],
    ['2026-11-20 18:30', '2026-11-20T11:30:00.000Z'],
    ['เมื่อวาน 0:05', '2026-11-21T17:05:00.000Z'],
    ['yesterday 00:05', '2026-11-21T17:05:00.000Z'],
    ['วันนี้ 08:00', '2026-11-23T01:00:00.000Z'],
    ['08:00', '2026-11-23T01:00:00.000Z'],
    ['29/2/2567 12:00', '2024-02-29T05:00:00.000Z'],
  ])('%s is understood in either calendar and digits', (written, expected) => expect(iso(readMoment(written, now))).toBe(expected))

  it.each(['', 'เมื่อกี้', '31/11/2569 10:00', '29/2/2569 12:00', '20/13/2569 10:00', '0/11/2569 10:00', '20/11/69 18:30', '20/11/2569', '24:00', '12:60', '20/11/2569 18:30 แถวตลาด', '20/11/2569 18:30-19:15', '1/1/9999 00:00'])('%s is none', (written) => {
    expect(readMoment(written, now)).toBeNull()
  })

  it('goes to LINE’s picker and comes back the same', () => {
    const moment = new Date('2026-11-22T17:05:00Z')
    expect(pickerMoment(moment)).toBe('2026-11-23T00:05')
    expect(readMoment(pickerMoment(moment), now)).toEqual(moment)
  })
})

describe('a time from–to', () => {
  it.each([
    ['20/11/2569 18:30-19:15', '2026-11-20T11:30:00.000Z', '2026-11-20T12:15:00.000Z'],
    ['๒๐/๑๑/๒๕๖๙ ๑๘.๓๐ – ๑๙.๑๕ น.', '2026-11-20T11:30:00.000Z', '2026-11-20T12:15:00.000Z'],
    ['20 พ.ย. 2569 18:30 น. ถึง 19:15 น.', '2026-11-20T11:30:00.000Z', '2026-11-20T12:15:00.000Z'],
    ['20/11/2026 23:30 - 21/11/2026 00:15', '2026-11-20T16:30:00.000Z', '2026-11-20T17:15:00.000Z'],
    ['08:00-08:30', '2026-11-23T01:00:00.000Z', '2026-11-23T01:30:00.000Z'],
    ['18:30-19:15', '2026-11-22T11:30:00.000Z', '2026-11-22T12:15:00.000Z'],
    ['วันนี้ 18:30-19:15', '2026-11-23T11:30:00.000Z', '2026-11-23T12:15:00.000Z'],
    ['20/11/2569 19:15-18:30', '2026-11-20T12:15:00.000Z', '2026-11-20T11:30:00.000Z'],
  ])('%s', (written, from, to) => {
    const period = readPeriod(written, now)
    expect([iso(period?.from ?? null), iso(period?.to ?? null)]).toEqual([from, to])
  })

  it.each(['20/11/2569 18:30', '18:30-', '-19:15', '20/11/2569 18:30-32/11/2569 10:00', '18:30-19:15-20:00'])('%s is none', written => expect(readPeriod(written, now)).toBeNull())
})

it.each([['45', 45], ['๔๕ นาที', 45], ['2 ชม.', 120], ['1 ชั่วโมง 30 นาที', 90], ['1.5 hours', 90], ['3 h 1 min', 181], ['0', 0], ['', null], ['นาน', null], ['-5', null], ['19:15', null], ['19.15', null]] as const)('%s minutes are %s', (written, minutes) => {
  expect(readMinutes(written)).toBe(minutes)
})

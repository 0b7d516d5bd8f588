import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bangkokMonth, buddhistMonth, relativeDay, startOfBangkokMonth, thaiDate, thaiDateTime } from '../../../domain/time/bangkok'

const at = (iso: string): Date => new Date(iso)

describe('dates as people in Thailand read them', () => {
  it('shows the Buddhist year in Thai and the common year in English, both in Bangkok time', () => {
    expect(thaiDateTime(at('2026-11-23T07:05:00Z'), 'TH')).toBe('23 พ.ย. 2569 14:05 น.')
    expect(thaiDateTime(at('2026-11-23T07:05:00Z'), 'EN')).toBe('23 Nov 2026 14:05')
    expect(thaiDate(at('2024-02-29T12:00:00Z'), 'TH')).toBe('29 ก.พ. 2567')
  })

  it('changes day, month and year at midnight in Bangkok, not in London', () => {
    expect(thaiDateTime(at('2026-12-31T16:59:59Z'), 'TH')).toBe('31 ธ.ค. 2569 23:59 น.')
    expect(thaiDateTime(at('2026-12-31T17:00:00Z'), 'TH')).toBe('1 ม.ค. 2570 00:00 น.')
    expect(bangkokMonth(at('2026-12-31T16:59:59.999Z'))).toBe('2026-12')
    expect(bangkokMonth(at('2026-12-31T17:00:00Z'))).toBe('2027-01')
    expect(buddhistMonth(at('2026-12-31T17:00:00Z'))).toBe('7001')
    expect(buddhistMonth(at('2026-11-23T00:00:00Z'))).toBe('6911')
  })

  it('says yesterday, today and tomorrow with the clock, and any other day in full', () => {
    const now = at('2026-11-23T07:00:00Z')
    expect(relativeDay(at('2026-11-22T17:00:00Z'), now, 'TH')).toBe('วันนี้ 00:00 น.')
    expect(relativeDay(at('2026-11-24T07:05:00Z'), now, 'TH')).toBe('พรุ่งนี้ 14:05 น.')
    expect(relativeDay(at('2026-11-22T16:59:00Z'), now, 'EN')).toBe('yesterday 23:59')
    expect(relativeDay(at('2026-11-24T17:00:00Z'), now, 'TH')).toBe('25 พ.ย. 2569 00:00 น.')
    expect(relativeDay(at('2026-11-21T16:00:00Z'), now, 'EN')).toBe('21 Nov 2026 23:00')
  })

  it('begins the month at its first midnight in Bangkok', () => {
    expect(startOfBangkokMonth(at('2026-11-23T07:00:00Z')).toISOString()).toBe('2026-10-31T17:00:00.000Z')
    fc.assert(fc.property(fc.date({ min: at('1990-01-01T00:00:00Z'), max: at('2090-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
      const start = startOfBangkokMonth(date)
      expect(start <= date).toBe(true)
      expect(bangkokMonth(start)).toBe(bangkokMonth(date))
      expect(bangkokMonth(new Date(start.getTime() - 1))).not.toBe(bangkokMonth(date))
    }))
  })
})

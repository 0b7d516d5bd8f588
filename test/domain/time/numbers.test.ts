import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDigits, formatBaht, readBaht, readNumber } from '../../../domain/time/numbers'

const inThaiDigits = (text: string): string => text.replace(/\d/g, digit => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!)

describe('numbers as people write them', () => {
  it('reads Thai and full-width digits and leaves everything else alone', () => {
    expect(foldDigits('๑๕-๐๐๐๑๒ ก１２')).toBe('15-00012 ก12')
  })

  it.each([['1,500', 1500], ['๑,๕๐๐.๕', 1500.5], ['2 พัน', 2000], ['1.5แสน', 150_000], ['0', 0], [' 12 ', 12], ['007', 7]])('reads %j as %d', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it.each(['', '-5', '1,50', '1,5000', '1.2.3', '12 ตัว', 'ไม่รู้', '1e5', '٣', '9007199254740993', '1'.repeat(16)])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  it.each([['1,500', 150_000n], ['฿1500.50', 150_050n], ['๒๕๐ บาท', 25_000n], ['300.-', 30_000n], ['0', 0n], ['1.5 แสนบาท', 15_000_000n], ['250 Baht', 25_000n], ['12.340', 1_234n]])('reads %j as an amount', (text, satang) => {
    expect(readBaht(text)).toBe(satang)
  })

  it.each(['', 'บาท', '12.345', '-100', 'ฟรี', '1,50 บาท', '10-20'])('does not take %j for an amount', (text) => {
    expect(readBaht(text)).toBeNull()
  })

  it('reads back every amount that it writes, in both languages and in Thai digits', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_99n }), fc.constantFrom('TH' as const, 'EN' as const), (satang, language) => {
      const written = formatBaht(satang, language)
      expect(readBaht(written)).toBe(satang)
      expect(readBaht(inThaiDigits(written))).toBe(satang)
    }))
    expect(formatBaht(123_456_750n, 'TH')).toBe('1,234,567.50 บาท')
    expect(formatBaht(100n, 'EN')).toBe('1 baht')
    expect(formatBaht(-5n, 'EN')).toBe('-0.05 baht')
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([null, 'number']).toContain(readNumber(text) === null ? null : typeof readNumber(text))
      expect([null, 'bigint']).toContain(readBaht(text) === null ? null : typeof readBaht(text))
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetKey, assetKeys, cameraCode, readCameraCode } from '../../../domain/cameras/code'

const provinces = ['10', '15', '27', '30', '49', '58', '67', '77', '86', '96']
const spellings = {
  digits: fc.constantFrom<(text: string) => string>(
    text => text,
    text => text.replace(/\d/g, digit => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!),
    text => text.replace(/\d/g, digit => String.fromCodePoint(0xFF10 + Number(digit))),
  ),
  dash: fc.constantFrom('-', '', ' ', ' - ', '–', '—', '‐', '−', '－', '_', '/', '\u00A0', '\u200B-'),
  around: fc.constantFrom(['', ''], ['กล้อง ', ' ไม่มีภาพ'], ['กล้อง', 'ดับ'], ['#', '.'], ['แจ้งกล้องเสีย ', ' ครับ'], ['\n', '\n'], ['cctv', ''], ['CAM ', ' broken'], ['(', ')'], ['กล้อง no.', ' เสีย']),
}

describe('camera codes as people type them', () => {
  it('finds the code in every spelling, alone or inside a sentence', () => {
    fc.assert(fc.property(fc.constantFrom(...provinces), fc.integer({ min: 1, max: 99_999 }), spellings.digits, spellings.dash, spellings.around, (province, n, write, dash, [before, after]) => {
      const code = cameraCode(province, n)
      expect(readCameraCode(before + write(code.replace('-', dash)) + after)).toBe(code)
    }), { numRuns: 2_000 })
  })

  it('takes the first of several', () => {
    expect(readCameraCode('15-00012 15-00013')).toBe('15-00012')
    expect(readCameraCode('โทร 081-234-5678 กล้อง 15-00012')).toBe('15-00012')
  })

  it.each([
    '081-500-0012',
    '0815000012',
    '+66 15 00012',
    '035-611-234',
    '02 1500012',
    'F-6911-7K3MX',
    'W-6911-23456',
    'F 6911 23456',
    '1-1500-00012-34-5',
    '15-000123',
    '115-00012',
    '15-0001',
    '15-00012-3',
    '15-00000',
    '00-00012',
    '28-00012',
    '99-00012',
    '1500012 บาท',
    '฿ 1,500,012',
    '23/11/2569',
    'NSS15-00012',
    '15-00012A',
    'กล้องหน้าตลาด',
    '',
  ])('finds none in %j', (text) => {
    expect(readCameraCode(text)).toBeNull()
  })

  it('finds none in phone numbers, however they are grouped', () => {
    const digits = (n: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n })
    const phone = fc.tuple(fc.constantFrom('06', '08', '09'), digits(8)).map(([head, rest]) => head + rest)
    const grouped = fc.constantFrom<(p: string) => string>(p => p, p => `${p.slice(0, 3)}-${p.slice(3)}`, p => `${p.slice(0, 3)} ${p.slice(3, 6)} ${p.slice(6)}`, p => `${p.slice(0, 2)}-${p.slice(2, 6)}-${p.slice(6)}`)
    fc.assert(fc.property(phone, grouped, (number, group) => {
      expect(readCameraCode(`โทร ${group(number)} ครับ`)).toBeNull()
    }))
  })

  it('gives out codes of five digits and no others', () => {
    expect(cameraCode('15', 1)).toBe('15-00001')
    expect(cameraCode('15', 99_999)).toBe('15-99999')
    for (const n of [0, 100_000, 1.5, -1, Number.NaN]) expect(() => cameraCode('15', n)).toThrow(RangeError)
  })
})

describe('asset numbers of agencies', () => {
  it('are the same however they are punctuated, spaced and cased', () => {
    expect(assetKey('ทม.อท. ๔๑๖-55/0001')).toBe('ทมอท416550001')
    expect(assetKey('nss 01')).toBe(assetKey('NSS-01'))
    expect(assetKey('น้ำ')).toBe('น้ำ')
    expect(assetKey('นํ้า')).toBe('น้ำ')
    expect(assetKey(' -/. ')).toBe('')
  })

  it('fold to something that folds to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(assetKey(assetKey(text))).toBe(assetKey(text))
    }))
  })

  it('are looked for in sentences, but not in words without a digit', () => {
    expect(assetKeys('กล้อง NSS-01 ไม่มีภาพ')).toContain('NSS01')
    expect(assetKeys('กล้องNSS01ดับ')).toContain('NSS01')
    expect(assetKeys('กล้องหน้าตลาด')).toEqual([])
    expect(assetKeys('หมู่ 2')).not.toContain('2')
    expect(assetKeys('1 '.repeat(500)).length).toBeLessThanOrEqual(20)
  })
})

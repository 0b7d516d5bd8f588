import type { Cell } from '../../../domain/imports/cell'
import type { ImportColumn } from '../../../domain/imports/columns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directoryOf } from '../../../domain/imports/directory'
import { problemWords } from '../../../domain/imports/queries'
import { rowReader } from '../../../domain/imports/row'

const directory = directoryOf(
  [{ id: 'a1', name: 'เทศบาลเมืองอ่างทอง', nameEn: 'Ang Thong Town Municipality' }, { id: 'a2', name: 'อบต.โพสะ', nameEn: null }],
  [
    { code: '150101', nameTh: 'ตลาดหลวง', nameEn: 'Talat Luang', districtTh: 'เมืองอ่างทอง', districtEn: 'Mueang Ang Thong' },
    { code: '150203', nameTh: 'บ้านเดื่อ', nameEn: 'Ban Duea', districtTh: 'ไชโย', districtEn: 'Chaiyo' },
    { code: '150304', nameTh: 'บ้านเดื่อ', nameEn: 'Ban Duea', districtTh: 'ป่าโมก', districtEn: 'Pa Mok' },
  ],
)

/** Reads one row, given as columns and cells. */
function row(cells: Partial<Record<ImportColumn, Cell>>, headings: Partial<Record<ImportColumn, string>> = {}, only: { id: string, name: string } | null = null) {
  const columns = Object.keys(cells) as ImportColumn[]
  return rowReader({ columns, headings: columns.map(column => headings[column] ?? ''), agencyId: 'a1', only, directory, provinceCode: '15', month: '2026-11' })(Object.values(cells))
}
/** What one cell is read as; or what is wrong with it, in Thai. */
function cell(column: ImportColumn, value: Cell, heading = ''): unknown {
  const { problems, camera, site } = row({ [column]: value }, { [column]: heading })
  return problems.length ? problemWords(problems[0]!.code, problems[0]!.params ?? {}, 'TH') : { ...camera, ...site }[column]
}

describe('a cell', () => {
  it.each<[ImportColumn, Cell, unknown, string?]>([
    ['megapixels', '4 MP', 4],
    ['megapixels', '๒ ล้านพิกเซล', 2],
    ['megapixels', '1920x1080', 2.1],
    ['megapixels', '1080p', 2.1],
    ['megapixels', 2000000, 2],
    ['megapixels', '2,1', 2.1],
    ['retentionDays', '๓๐ วัน', 30],
    ['retentionDays', '1 เดือน', 30],
    ['retentionDays', 2, 14, 'เก็บภาพ (สัปดาห์)'],
    ['range', '50 ม.', 50],
    ['range', '1.5 กม.', 1500],
    ['direction', 'ทิศเหนือ', 0],
    ['direction', 'ตะวันออกเฉียงใต้', 135],
    ['direction', 'NW', 315],
    ['direction', '360°', 0],
    ['installed', '8/2559', '2016-08-01'],
    ['installed', 'ส.ค. 59', '2016-08-01'],
    ['installed', '15 สิงหาคม พ.ศ. 2559', '2016-08-01'],
    ['installed', '15/08/2016', '2016-08-01'],
    ['installed', '2559-08-15', '2016-08-01'],
    ['installed', 'Aug 2016', '2016-08-01'],
    ['installed', 2559, '2016-01-01'],
    ['installed', 42597, '2016-08-01'],
    ['costSatang', '25,000.-', 2_500_000],
    ['costSatang', '2.5 ล้าน', 250_000_000],
    ['costSatang', 12345.678, 1_234_568],
    ['costSatang', '1.2', 120_000_000, 'งบประมาณ (ล้านบาท)'],
    ['linked', '✓', true],
    ['linked', 'ไม่มี', false],
    ['nightVision', true, true],
    ['kind', 'สปีดโดม', 'PTZ'],
    ['kind', 'กล้องโดม', 'DOME'],
    ['kind', 'Bullet', 'FIXED'],
    ['technology', 'อนาล็อก', 'ANALOG'],
    ['status', 'ใช้การได้ดี', 'NORMAL'],
    ['status', 'ใช้งานไม่ได้', 'UNUSABLE'],
    ['status', 'ชำรุด', 'DAMAGED'],
    ['status', 'อยู่ระหว่างส่งซ่อม', 'UNDER_REPAIR'],
    ['zone', 'ตลาดสด', 'MARKET'],
    ['subdistrictCode', 'ต.ตลาดหลวง', '150101'],
    ['subdistrictCode', 150101, '150101'],
    ['maintainingAgencyId', 'ทม.อ่างทอง', 'a1'],
    ['custodianPhone', '๐๘๑-๒๓๔ ๕๖๗๘', '081-234 5678'],
    ['custodianName', 'นายสมชาย\u00A0 ใจดี', 'นายสมชาย ใจดี'],
    ['networkName', '-', undefined],
    ['networkName', 'ไม่มี', undefined],
  ])('%s: %j is %j', (column, value, wanted, heading) => {
    expect(cell(column, value, heading)).toEqual(wanted)
  })

  it.each<[ImportColumn, Cell, string]>([
    ['megapixels', 'ชัดมาก', 'ต้องเป็นตัวเลข เช่น 4'],
    ['megapixels', 100_000_000_000, 'ต้องไม่เกิน 500'],
    ['retentionDays', 2.5, 'ต้องเป็นจำนวนเต็ม'],
    ['retentionDays', -1, 'ต้องไม่น้อยกว่า 0'],
    ['retentionDays', '3651', 'ต้องไม่เกิน 3,650'],
    ['direction', 'ทางตลาด', 'ชื่อทิศ'],
    ['direction', 361, 'ต้องไม่เกิน 359'],
    ['installed', '13/2559', 'อ่านเดือนไม่ออก'],
    ['installed', '12/2569', 'ยังมาไม่ถึง'],
    ['costSatang', 'สามหมื่น', 'จำนวนเงินบาท'],
    ['linked', 'บางครั้ง', '“ใช่” หรือ “ไม่”'],
    ['kind', 'ไม่แน่ใจ', 'หมุนและซูมได้'],
    ['status', 'รื้อถอนแล้ว', 'หน้าของกล้องนั้น'],
    ['code', 'NSS01', '15-00012'],
    ['agency', 'เทศบาลเมืองอ่างทิง', 'หมายถึง “เทศบาลเมืองอ่างทอง”'],
    ['agency', 'กรมอุตุนิยมวิทยา', 'ไม่มีหน่วยงานชื่อนี้'],
    ['subdistrictCode', 'บ้านเดื่อ', 'ไชโย, ป่าโมก'],
    ['subdistrictCode', 'บางรัก', 'ไม่มีตำบลชื่อนี้'],
    ['custodianPhone', 'ไม่สะดวก', 'ตรวจและแก้ไข'],
    ['name', 'ก'.repeat(151), 'ไม่เกิน 150 ตัวอักษร'],
    ['name', '=A1', 'สูตรที่ยังไม่มีค่า'],
    ['costSatang', '#REF!', 'สูตรในช่องนี้ให้ค่าผิด (#REF!)'],
    ['latLng', 'หน้าตลาด', 'อ่านพิกัดไม่ออก'],
    ['latLng', '13.7, 10.5', 'นอกประเทศไทย'],
    ['latLng', '663201 1613422', 'UTM'],
  ])('%s: %j is wrong: %s', (column, value, words) => {
    expect(cell(column, value)).toContain(words)
  })

  it('has the form’s own limits: at them it is taken, past them not', () => {
    expect(cell('name', 'ก'.repeat(150))).toBe('ก'.repeat(150))
    expect(cell('retentionDays', 3_650)).toBe(3_650)
    expect(cell('megapixels', 500)).toBe(500)
  })
})

describe('a place', () => {
  const here = { latitude: 14.5896, longitude: 100.455 }
  it.each<[string, Partial<Record<ImportColumn, Cell>>]>([
    ['two numbers', { latitude: 14.5896, longitude: 100.455 }],
    ['swapped', { latitude: 100.455, longitude: 14.5896 }],
    ['decimal commas', { latitude: '14,5896', longitude: '100,455' }],
    ['Thai digits and degree signs', { latitude: '๑๔.๕๘๙๖°', longitude: '๑๐๐.๔๕๕°' }],
    ['with N and E', { latitude: '14.5896 N', longitude: 'E100.455' }],
    ['one cell', { latLng: '14.5896, 100.4550' }],
    ['one cell, no space', { latLng: '(14.5896,100.4550)' }],
    ['one cell, swapped, semicolon', { latLng: '100.455;14.5896' }],
    ['one cell, decimal commas', { latLng: '14,5896; 100,4550' }],
    ['degrees, minutes and seconds', { latLng: '14°35\'22.56"N 100°27\'18"E' }],
    ['the same in columns, in Thai', { latitude: '14 องศา 35 ลิปดา 22.56 ฟิลิปดา', longitude: '100 27 18' }],
  ])('%s', (_, cells) => {
    const { site, problems } = row(cells)
    expect(problems).toEqual([])
    expect(site.latitude).toBeCloseTo(here.latitude, 6)
    expect(site.longitude).toBeCloseTo(here.longitude, 6)
  })

  it('has two coordinates', () => {
    expect(row({ latitude: 14.5, longitude: null }).problems).toEqual([{ column: 1, code: 'halfPlace' }])
    expect(row({ latitude: 14.5, longitude: '104°75\'' }).problems).toEqual([{ column: 1, code: 'notCoordinate', params: { example: '100.4550' } }])
  })

  it('in Thailand is read back as it was written, however many digits', () => {
    fc.assert(fc.property(fc.double({ min: 5.7, max: 20.4, noNaN: true }), fc.double({ min: 97.4, max: 105.6, noNaN: true }), fc.integer({ min: 3, max: 8 }), (latitude, longitude, digits) => {
      const { site } = row({ latLng: `${latitude.toFixed(digits)}, ${longitude.toFixed(digits)}` })
      expect(site).toEqual({ latitude: Number(latitude.toFixed(digits)), longitude: Number(longitude.toFixed(digits)) })
    }))
  })
})

describe('a row', () => {
  it('with a name and coordinates is enough', () => {
    expect(row({ name: 'หน้าตลาด', latitude: 14.5896, longitude: 100.455 })).toMatchObject({ problems: [], agencyId: 'a1', nameKey: 'หนาตลาด', camera: {}, site: { name: 'หน้าตลาด' } })
  })

  it('of an official names no other agency', () => {
    expect(row({ agency: 'อบต.โพสะ' })).toMatchObject({ agencyId: 'a2', problems: [] })
    const { problems } = row({ agency: 'อบต.โพสะ' }, {}, { id: 'a1', name: 'เทศบาลเมืองอ่างทอง' })
    expect(problems.map(({ code, params }) => problemWords(code, params!, 'EN'))).toEqual(['You can only import cameras of เทศบาลเมืองอ่างทอง. Correct the agency, or take out this row.'])
  })

  it('never breaks, whatever stands in it, and says the column of what is wrong', () => {
    const anyCell = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: fc.constantFrom(...'๐๑๒0123456789.,/-:°\'" NSEWกขคงใไม่มพลานบทวปี=<>x'), maxLength: 30 }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
    const columns: ImportColumn[] = ['code', 'fileId', 'agency', 'name', 'zone', 'latitude', 'longitude', 'latLng', 'subdistrictCode', 'district', 'kind', 'megapixels', 'installed', 'costSatang', 'linked', 'direction', 'retentionDays', 'custodianPhone', 'status']
    fc.assert(fc.property(fc.array(anyCell, { minLength: columns.length, maxLength: columns.length }), (cells) => {
      const { problems } = row(Object.fromEntries(columns.map((column, index) => [column, cells[index]!])))
      for (const { column, code, params } of problems) {
        expect(column).toBeGreaterThanOrEqual(0)
        for (const language of ['TH', 'EN'] as const) expect(problemWords(code, params ?? {}, language)).not.toMatch(/\{|undefined/)
      }
    }), { numRuns: 500 })
  })
})

import { describe, expect, it } from 'vitest'
import { findHeadings, headingKey, importColumns, proposeColumns } from '../../../domain/imports/columns'
import { importColumnLabels } from '../../../domain/labels/imports'

const propose = (headings: string[], samples: unknown[][] = [], remembered: Record<string, string> = {}) => proposeColumns(headings, samples, new Map(Object.entries(remembered).map(([heading, column]) => [headingKey(heading), column])))

describe('what a heading means', () => {
  it.each([
    [['id', 'name', 'lat', 'lng'], ['fileId', 'name', 'latitude', 'longitude']],
    [['ลำดับ', 'หน่วยงาน', 'จุดที่ติดตั้ง', 'พิกัด X', 'พิกัด Y', 'จำนวน (ตัว)', 'ชนิดกล้อง', 'สภาพการใช้งาน', 'หมายเหตุ'], ['', 'agency', 'name', 'longitude', 'latitude', '', 'kind', 'status', '']],
    [['เลขครุภัณฑ์', 'สถานที่ติดตั้ง', 'ละติจูด', 'ลองติจูด', 'ตำบล', 'อำเภอ', 'ปีที่ติดตั้ง (พ.ศ.)', 'ราคา (บาท)', 'เก็บภาพย้อนหลัง (วัน)', 'ผู้รับผิดชอบ', 'เบอร์โทร'], ['assetNumber', 'name', 'latitude', 'longitude', 'subdistrictCode', 'district', 'installed', 'costSatang', 'retentionDays', 'custodianName', 'custodianPhone']],
    [['Location', 'Latitude', 'Longitude', 'Camera Type', 'Resolution (MP)', 'Working Status'], ['name', 'latitude', 'longitude', 'kind', 'megapixels', 'status']],
    [['ละติจุต', 'ลองจิจูต', 'ชื่อจุดติดตัง'], ['latitude', 'longitude', 'name']],
    [['จังหวัด', '', 'อะไรก็ไม่รู้'], ['', '', '']],
  ])('%j', (headings, columns) => {
    expect(propose(headings)).toEqual(columns)
  })

  it.each(['th', 'en'] as const)('of our own sheets is known: %s', (language) => {
    expect(propose(importColumns.map(column => importColumnLabels[column][language]))).toEqual(importColumns)
  })

  it('is what it was last time', () => {
    expect(propose(['name', 'lat', 'lng', 'ช่องพิเศษ'], [], { 'Name ': 'label', 'ช่องพิเศษ': 'name' })).toEqual(['label', 'latitude', 'longitude', 'name'])
    expect(propose(['name'], [], { name: '' })).toEqual([''])
  })

  it('shows in the cells: both coordinates in one', () => {
    expect(propose(['ชื่อ', 'แผนที่'], [['ตลาด', '14.5896, 100.4550'], ['วัด', '14.5912,100.4471']])).toEqual(['name', 'latLng'])
    expect(propose(['ชื่อ', 'ตำแหน่ง'], [['ตลาด', 'หน้าประตู']])).toEqual(['name', 'latLng'])
  })
})

describe('the row of the headings', () => {
  it('is found below titles and empty rows', () => {
    expect(findHeadings([['บัญชีกล้องโทรทัศน์วงจรปิด'], [], ['เทศบาลเมือง', null, '2559'], ['ที่', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด'], [1, 'ตลาด', 14.5, 100.4]])).toBe(3)
    expect(findHeadings([['id', 'name', 'lat', 'lng'], ['NSS01', 'หน้าโรงเรียน', '8.38', '99.97']])).toBe(0)
    expect(findHeadings([[], []])).toBe(-1)
  })
})

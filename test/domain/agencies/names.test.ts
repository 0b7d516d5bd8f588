import { describe, expect, it } from 'vitest'
import { kindOf, namesIn } from '../../../domain/agencies/names'

describe('the names of agencies', () => {
  it.each([
    ['อบต.โพสะ', 'SUBDISTRICT_ORGANISATION'],
    ['องค์การบริหารส่วนตำบลบ้านแห', 'SUBDISTRICT_ORGANISATION'],
    ['อบจ.อ่างทอง', 'PROVINCIAL_ORGANISATION'],
    ['เทศบาลเมืองอ่างทอง', 'MUNICIPALITY'],
    ['ทต.ป่าโมก', 'MUNICIPALITY'],
    ['สภ.เมืองอ่างทอง', 'POLICE'],
    ['ตำรวจภูธรจังหวัดอ่างทอง', 'POLICE'],
    ['ที่ทำการปกครองอำเภอไชโย', 'DISTRICT_OFFICE'],
    ['โรงเรียนสตรีอ่างทอง', 'SCHOOL'],
    ['รพ.สต.บ้านอิฐ', 'HOSPITAL'],
    ['แขวงทางหลวงอ่างทอง', 'HIGHWAYS'],
    ['สำนักงานขนส่งจังหวัดอ่างทอง', 'PROVINCIAL_OFFICE'],
    ['การประปาส่วนภูมิภาค', 'OTHER'],
  ])('say what it is: %s', (name, kind) => expect(kindOf(name)).toBe(kind))

  it('are read from a pasted list: without numbers, bullets, blanks and what is there twice', () => {
    expect(namesIn('1. อบต.โพสะ\r\n๒) สภ.เมืองอ่างทอง\n\n  - เทศบาลเมือง   อ่างทอง \n3\tโรงเรียน 100 ปี\n• อบต.โพสะ')).toEqual(['อบต.โพสะ', 'สภ.เมืองอ่างทอง', 'เทศบาลเมือง อ่างทอง', 'โรงเรียน 100 ปี'])
    expect(namesIn(' \n ')).toEqual([])
  })
})

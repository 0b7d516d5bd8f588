import { describe, expect, it } from 'vitest'
import { provinceAround } from '../../../domain/areas/areas'
import { settlements } from '../../../domain/areas/settlements'
import { checkPlace } from '../../../domain/cameras/checkPlace'
import { buildRegister } from '../../../prisma/seed/demo/register'

const at = (latitude: number, longitude: number, provinceCode = '15', subdistrictCode: string | null = null) => checkPlace({ latitude, longitude, provinceCode, subdistrictCode })
const codes = (...given: Parameters<typeof at>) => at(...given).map(({ code, level }) => `${level} ${code}`)

describe('where a site lies', () => {
  it.each([
    ['the market of Ang Thong', [14.5876, 100.4523], []],
    ['the same with latitude and longitude swapped', [100.4523, 14.5876], ['error swappedCoordinates']],
    ['Bangkok', [13.7563, 100.5018], ['error outsideProvince']],
    ['a few kilometres over the border', [14.47, 100.55], []],
    ['nowhere (0, 0)', [0, 0], ['error outsideProvince']],
    ['the south pole', [-90, 0], ['error outsideProvince']],
    ['Ko Tao, which belongs to Surat Thani', [10.0956, 99.8404, '84'], []],
    ['a small island far out at sea of Phang Nga', [8.65, 97.64, '82'], ['warning outsideProvince']],
    ['Nakhon Si Thammarat\'s town, in its own province', [8.382456, 99.97231, '80'], []],
  ] as const)('%s', (_, [latitude, longitude, province], found) => {
    expect(codes(latitude, longitude, province)).toEqual(found)
  })

  it('is asked about when the chosen district is elsewhere, with how far it is', () => {
    expect(at(14.5876, 100.4523, '15', '150102')).toEqual([])
    expect(at(14.5876, 100.4523, '15', '150505')).toEqual([{ code: 'farFromSubdistrict', level: 'warning', field: 'subdistrictCode', params: { km: 22 } }])
    // A neighbouring district, just over its border, is believed.
    expect(at(14.62, 100.47, '15', '150202')).toEqual([])
  })

  it('makes nothing of districts and provinces that it does not know', () => {
    expect(at(14.5876, 100.4523, '15', '159901')).toEqual([])
    expect(codes(14.5876, 100.4523, '99')).toEqual(['error outsideProvince'])
    expect(provinceAround({ latitude: 14.5876, longitude: 100.4523 })).toBe('15')
    expect(provinceAround({ latitude: 9.5, longitude: 101.5 })).toBeNull()
  })

  it('finds nothing wrong with the demo province', () => {
    const found = buildRegister(new Date()).sites.map(({ name, latitude, longitude, subdistrictCode }) => [name, ...codes(latitude, longitude, '15', subdistrictCode)])
    expect(found.filter(([, finding]) => finding)).toEqual([])
  })

  it('knows nearly every settlement inside the border of its own province', () => {
    const all = Object.entries(settlements).map(([code, numbers]) => {
      const [x, y] = numbers.split(' ').map(Number)
      return provinceAround({ longitude: x! / 100, latitude: y! / 100 }) === code.slice(0, 2)
    })
    expect(all.length).toBeGreaterThan(900)
    expect(all.filter(inside => !inside).length).toBeLessThan(30)
  })
})

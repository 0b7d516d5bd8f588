import type { Finding } from './checks'
import type { Place } from './geo'
import { distanceToDistrict, distanceToProvince, distanceToSettlement, provinceAround } from '../areas/areas'

/** How far the borders that are known may be off, metres. */
export const borderOff = 8_000
/** A chosen district is asked about when its nearest settlement is farther than this, metres, and another district's is so many times nearer. */
const districtFar = 12_000
const timesNearer = 2.5

/** What contradicts in where a site lies: by the borders of its province, and by the district that was chosen (first four digits of the subdistrict). */
export function checkPlace(place: Place & { provinceCode: string, subdistrictCode: string | null }): Finding[] {
  const { latitude, longitude, provinceCode, subdistrictCode } = place
  if (distanceToProvince(place, provinceCode) > borderOff) {
    if (distanceToProvince({ latitude: longitude, longitude: latitude }, provinceCode) <= borderOff) return [{ code: 'swappedCoordinates', level: 'error', field: 'latitude' }]
    // At sea there may be an island of the province that the borders do not show.
    const atSea = distanceToProvince(place, provinceCode) < 100_000 && provinceAround(place) === null
    return [{ code: 'outsideProvince', level: atSea ? 'warning' : 'error', field: 'latitude' }]
  }
  const away = subdistrictCode === null ? null : distanceToDistrict(place, subdistrictCode.slice(0, 4))
  if (away === null || away <= districtFar || away < distanceToSettlement(place) * timesNearer) return []
  return [{ code: 'farFromSubdistrict', level: 'warning', field: 'subdistrictCode', params: { km: Math.round(away / 1000) } }]
}

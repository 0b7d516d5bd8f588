import type { Place } from '../cameras/geo'
import { distanceBetween } from '../cameras/geo'
import { outlines } from './outlines'
import { settlements } from './settlements'

/** A point in hundredths of a degree. */
type Point = [x: number, y: number]

function read(numbers: string): Point[] {
  const found = numbers.split(' ').map(Number)
  return Array.from({ length: found.length / 2 }, (_, i) => [found[2 * i]!, found[2 * i + 1]!])
}

const borders = new Map<string, Point[][]>()
const places = new Map<string, Place[]>()

/** The parts of a province's border; none for an unknown code. */
function bordersOf(provinceCode: string): Point[][] {
  const known = borders.get(provinceCode)
  if (known) return known
  const parts = (outlines[provinceCode]?.split('|') ?? []).map((part) => {
    let [x, y] = [0, 0]
    return read(part).map(([dx, dy]): Point => [x += dx, y += dy])
  })
  borders.set(provinceCode, parts)
  return parts
}

/** Where people live in a district; none for an unknown code. */
function settlementsOf(districtCode: string): Place[] {
  const known = places.get(districtCode)
  if (known) return known
  const found = settlements[districtCode] ? read(settlements[districtCode]).map(([x, y]) => ({ longitude: x / 100, latitude: y / 100 })) : []
  places.set(districtCode, found)
  return found
}

/** Metres from a place to a province's border, 0 inside of it; to one of its settlements when that is nearer (islands are not drawn). Infinity for an unknown province. */
export function distanceToProvince(place: Place, provinceCode: string): number {
  const [x, y] = [place.longitude * 100, place.latitude * 100]
  const parts = bordersOf(provinceCode)
  if (parts.some(part => isInside(x, y, part))) return 0
  const inhabited = Object.keys(settlements).filter(code => code.startsWith(provinceCode)).flatMap(settlementsOf)
  return Math.min(...parts.map(part => distanceToBorder(place, part)), ...inhabited.map(settlement => distanceBetween(place, settlement)))
}

/** Which province a place lies in (its official code); null at sea and abroad. */
export function provinceAround({ longitude, latitude }: Place): string | null {
  return Object.keys(outlines).find(code => bordersOf(code).some(part => isInside(longitude * 100, latitude * 100, part))) ?? null
}

/** Metres from a place to the nearest settlement of a district. Null when nothing is known of the district. */
export function distanceToDistrict(place: Place, districtCode: string): number | null {
  const known = settlementsOf(districtCode)
  return known.length ? Math.min(...known.map(settlement => distanceBetween(place, settlement))) : null
}

/** Metres from a place to the nearest settlement of all. */
export function distanceToSettlement(place: Place): number {
  return Math.min(...Object.keys(settlements).flatMap(settlementsOf).map(settlement => distanceBetween(place, settlement)))
}

/** Ray casting: how often a line from the point to the east crosses the border. */
function isInside(x: number, y: number, border: Point[]): boolean {
  return border.filter(([x2, y2], i) => {
    const [x1, y1] = border.at(i - 1)!
    return (y1 > y) !== (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
  }).length % 2 === 1
}

function distanceToBorder(place: Place, border: Point[]): number {
  const narrow = Math.cos(place.latitude * Math.PI / 180)
  return Math.min(...border.map(([x2, y2], i) => {
    const [x1, y1] = border.at(i - 1)!
    const [dx, dy] = [(x2 - x1) * narrow, y2 - y1]
    const [px, py] = [(place.longitude * 100 - x1) * narrow, place.latitude * 100 - y1]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
    return distanceBetween(place, { longitude: (x1 + t * (x2 - x1)) / 100, latitude: (y1 + t * dy) / 100 })
  }))
}

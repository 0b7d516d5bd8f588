import type { Place } from '../cameras/geo'
import { metresPerDegree } from '../cameras/view'

/** What a camera sees: a sector of a circle, direction (clockwise from north) and width in degrees, range in metres. */
export interface Sector extends Place { direction: number, fieldOfView: number, range: number }

/** Square metres, and by how much they may be off at most. */
interface Gain { area: number, error: number }

/** A point, or a direction, in metres east and north. */
interface Vector { x: number, y: number }

const radians = (degrees: number): number => degrees * Math.PI / 180
/** How often a piece is cut into four where it is not clear whether another camera sees it. */
const deepest = 6

/**
 * The area of a new sector that none of the others covers, on a flat map (right within 0.1 % over some hundred metres). The sector is cut into pieces, ever
 * smaller along the borders of the others; `error` is the area of the pieces that are cut by a border still, so it is never more off than that.
 */
export function gainOf(sector: Sector, others: readonly Sector[]): Gain {
  const { fieldOfView, direction, range } = sector
  const near = others.map(other => ({ at: vector(sector, other), ...other })).filter(({ at, range: far }) => Math.hypot(at.x, at.y) < range + far)
  const wide = Math.min(fieldOfView, 360)
  const parts = Math.ceil(wide / 60)
  const sum: Gain = { area: 0, error: 0 }
  for (let n = 0; n < parts; n++) piece([0, range], [direction - wide / 2 + wide * n / parts, direction - wide / 2 + wide * (n + 1) / parts], near, 0, sum)
  return sum
}

type Near = Sector & { at: Vector }

function piece(r: readonly [number, number], a: readonly [number, number], others: Near[], depth: number, sum: Gain): void {
  const [rm, am] = [(r[0] + r[1]) / 2, (a[0] + a[1]) / 2]
  const middle = along(am, rm)
  const area = radians(a[1] - a[0]) * (r[1] ** 2 - r[0] ** 2) / 2
  // No point of the piece is farther from its middle than this.
  const reach = (r[1] - r[0]) / 2 + r[1] * radians(a[1] - a[0]) / 2
  const cut: Near[] = []
  for (const other of others) {
    if (toBorder(other, middle) <= reach) cut.push(other)
    else if (covers(other, middle)) return
  }
  if (!cut.length) sum.area += area
  else if (depth === deepest) {
    sum.error += area
    if (!cut.some(other => covers(other, middle))) sum.area += area
  }
  else for (const half of [[r[0], rm], [rm, r[1]]] as const) for (const side of [[a[0], am], [am, a[1]]] as const) piece(half, side, cut, depth + 1, sum)
}

const along = (degrees: number, metres: number): Vector => ({ x: metres * Math.sin(radians(degrees)), y: metres * Math.cos(radians(degrees)) })

function vector(from: Place, to: Place): Vector {
  return { x: (to.longitude - from.longitude) * metresPerDegree * Math.cos(radians(from.latitude)), y: (to.latitude - from.latitude) * metresPerDegree }
}

function covers({ at, direction, fieldOfView, range }: Near, { x, y }: Vector): boolean {
  const [east, north] = [x - at.x, y - at.y]
  if (Math.hypot(east, north) > range) return false
  const off = Math.abs(((Math.atan2(east, north) * 180 / Math.PI - direction) % 360 + 540) % 360 - 180)
  return fieldOfView >= 360 || off <= fieldOfView / 2
}

/** Metres to the border of what a camera sees, or less. */
function toBorder({ at, direction, fieldOfView, range }: Near, { x, y }: Vector): number {
  const from = { x: x - at.x, y: y - at.y }
  const toCircle = Math.abs(range - Math.hypot(from.x, from.y))
  return fieldOfView >= 360 ? toCircle : Math.min(toCircle, ...[-1, 1].map(side => toSide(along(direction + side * fieldOfView / 2, range), from)))
}

/** Metres from a point to the line from the camera to the end of a side. */
function toSide(end: Vector, { x, y }: Vector): number {
  const t = Math.max(0, Math.min(1, (x * end.x + y * end.y) / (end.x ** 2 + end.y ** 2)))
  return Math.hypot(x - t * end.x, y - t * end.y)
}

import type { Direction } from '../labels/directions'
import { directionLabels } from '../labels/directions'

/** A place on earth, degrees, WGS 84. */
export interface Place { latitude: number, longitude: number }

const EARTH = 6_371_008.8
const names = Object.keys(directionLabels) as Direction[]
const radians = (degrees: number): number => degrees * Math.PI / 180

/** Metres along the ground between two places (haversine on a sphere; off by at most 0.6 %). */
export function distanceBetween(from: Place, to: Place): number {
  const [north, east] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)]
  const h = Math.sin(north / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The direction from one place to another: whole degrees clockwise from north, 0–359. */
export function bearingBetween(from: Place, to: Place): number {
  const east = radians(to.longitude - from.longitude)
  const y = Math.sin(east) * Math.cos(radians(to.latitude))
  const x = Math.cos(radians(from.latitude)) * Math.sin(radians(to.latitude)) - Math.sin(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.cos(east)
  return (Math.round(Math.atan2(y, x) * 180 / Math.PI) + 360) % 360
}

/** Which of the eight directions a bearing (degrees, any multiple of a turn) is nearest to. */
export function directionOf(bearing: number): Direction {
  return names[Math.round(((bearing % 360) + 360) % 360 / 45) % 8]!
}

import type { CameraKind } from '../enums'
import type { Place } from './geo'

/** Where a camera stands and looks: degrees clockwise from north, degrees wide, metres far; null where it is not known. */
export interface Viewing extends Place { kind: CameraKind, direction: number | null, fieldOfView: number | null, range: number | null }

/** Whether it looks at a point: `MAY` where nobody wrote down which way it is turned. */
export type Looks = 'YES' | 'MAY' | 'NO'

/**
 * What is taken for a camera whose view is not written down, by its kind: degrees wide and metres far. A fixed one of two megapixels and 60° shows a person with
 * 25 pixels a metre, enough to see that somebody is there, at some 60 m; domes and fisheyes are built for nearer, heads that turn and thermal ones for farther.
 */
export const usualViews: Record<CameraKind, { fieldOfView: number, range: number }> = {
  FIXED: { fieldOfView: 60, range: 60 },
  PTZ: { fieldOfView: 60, range: 100 },
  DOME: { fieldOfView: 90, range: 40 },
  FISHEYE: { fieldOfView: 360, range: 20 },
  PLATE_READER: { fieldOfView: 30, range: 30 },
  THERMAL: { fieldOfView: 40, range: 100 },
  OTHER: { fieldOfView: 60, range: 60 },
}

/** Kinds that look all round where no direction is written down. */
export const allRound: readonly CameraKind[] = ['PTZ', 'DOME', 'FISHEYE']

/** Nearer than this, in metres, a camera and a point cannot be told apart by what a phone measures: it looks there. */
export const onTheSpot = 5

/** Metres of a degree of latitude. */
export const metresPerDegree = 111_195

/** Whether a camera looks at a point: within its range, and within half its field of view to either side. The ground is taken as flat, off by less than 0.1 % within its range. */
export function looksAt({ kind, direction, fieldOfView, range, ...stands }: Viewing, point: Place): Looks {
  const north = (point.latitude - stands.latitude) * metresPerDegree
  const east = (point.longitude - stands.longitude) * metresPerDegree * Math.cos(radians(point.latitude))
  const away = Math.sqrt(north * north + east * east)
  const wide = fieldOfView ?? usualViews[kind].fieldOfView
  if (away > (range ?? usualViews[kind].range)) return 'NO'
  if (wide >= 360 || away < onTheSpot) return 'YES'
  if (direction === null) return allRound.includes(kind) ? 'YES' : 'MAY'
  const ahead = north * Math.cos(radians(direction)) + east * Math.sin(radians(direction))
  return ahead >= away * Math.cos(radians(wide / 2)) ? 'YES' : 'NO'
}

const radians = (degrees: number): number => degrees * Math.PI / 180

import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import type { CameraStatus } from '../../domain/enums'
import type { Tone } from '../components/StatusChip.vue'
import type { Facing } from './cone'

/** A place on earth, degrees, WGS 84. */
export interface Place { latitude: number, longitude: number }

/** A box on the map, degrees. */
export interface Box { west: number, south: number, east: number, north: number }

/** One camera, or a point that stands for one. `hidden`: drawn with a broken edge, a private one. */
export interface MapPoint extends Place, Facing {
  id: string
  /** What a screen reader and the list of keys say. */
  name: string
  status: CameraStatus
  hidden?: boolean
}

/** Something else than a camera that has a place, told apart by its sign; `size`: of a disc that grows with what it counts. */
export interface MapMark extends Place {
  id: string
  name: string
  sign: 'risk' | 'uncovered' | 'proposal' | 'demand'
  size?: number
}

/** A line on the map, `[longitude, latitude]` each. */
export type MapLine = readonly (readonly [longitude: number, latitude: number])[]

/** Several that the server counted together. */
export interface MapCluster extends Place { count: number }

/** How a state is shown everywhere. */
export const toneOf: Record<CameraStatus, Tone> = { NORMAL: 'normal', UNDER_REPAIR: 'repair', DAMAGED: 'damaged', UNUSABLE: 'unusable', REMOVED: 'unusable' }

const at = ({ latitude, longitude }: Place): Point => ({ type: 'Point', coordinates: [longitude, latitude] })

/** Points and counted ones as MapLibre wants them. */
export function features(points: readonly MapPoint[], clusters: readonly MapCluster[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: [
      ...points.map(({ id, status, hidden, ...place }): Feature<Point> => ({ type: 'Feature', geometry: at(place), properties: { id, sign: `${toneOf[status]}${hidden ? '-hidden' : ''}`, cameras: 1 } })),
      ...clusters.map(({ count, ...place }): Feature<Point> => ({ type: 'Feature', geometry: at(place), properties: { cameras: count } })),
    ],
  }
}

/** Marks with one of these signs. */
export function marksWith(marks: readonly MapMark[], signs: readonly MapMark['sign'][]): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features: marks.filter(({ sign }) => signs.includes(sign)).map(({ id, sign, size, ...place }): Feature<Point> => ({ type: 'Feature', geometry: at(place), properties: { id, sign: `mark:${sign}`, size: size ?? 8 } })) }
}

/** Lines as MapLibre wants them. */
export function linesOf(lines: readonly MapLine[]): FeatureCollection<LineString> {
  return { type: 'FeatureCollection', features: lines.filter(line => line.length > 1).map(line => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: line.map(point => [...point]) }, properties: {} })) }
}

/** The smallest box around places, at least some 200 m wide; null when there are none. */
export function boxAround(places: readonly Place[]): Box | null {
  if (!places.length) return null
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const { latitude, longitude } of places) {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
  }
  const room = 0.001
  return { west: box.west - room, south: box.south - room, east: box.east + room, north: box.north + room }
}

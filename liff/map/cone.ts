import type { Feature, FeatureCollection, Polygon } from 'geojson'
import type { MapPoint, Place } from './points'
import { usualViews } from '../../domain/cameras/view'
import { toneOf } from './points'

/** Where a camera looks: degrees clockwise from north, degrees wide, metres far; null where it is not known. */
export interface Facing { direction?: number | null, fieldOfView?: number | null, range?: number | null }

/** What is drawn when only the direction is known: a usual fixed camera. */
const usual = usualViews.FIXED

const metresPerDegree = 111_195

/** The place so many metres away in a direction (degrees clockwise from north), on a map of some hundred metres. */
function away({ latitude, longitude }: Place, metres: number, direction: number): [longitude: number, latitude: number] {
  const turned = direction * Math.PI / 180
  return [
    longitude + metres * Math.sin(turned) / (metresPerDegree * Math.cos(latitude * Math.PI / 180)),
    latitude + metres * Math.cos(turned) / metresPerDegree,
  ]
}

/** What a camera sees, as a ring of longitudes and latitudes: a sector, a whole circle from 360°; null when its direction is not known. */
export function viewOf(place: Place, { direction, fieldOfView, range }: Facing): [number, number][] | null {
  const wide = Math.min(fieldOfView ?? usual.fieldOfView, 360)
  const far = range ?? usual.range
  if (wide < 360 && (direction === null || direction === undefined)) return null
  const from = (direction ?? 0) - wide / 2
  const steps = Math.max(2, Math.ceil(wide / 6))
  const arc = Array.from({ length: steps + 1 }, (_, step) => away(place, far, from + wide * step / steps))
  if (wide >= 360) return [...arc.slice(0, -1), arc[0]!]
  const middle: [number, number] = [place.longitude, place.latitude]
  return [middle, ...arc, middle]
}

/** The views of all cameras that have one. */
export function cones(points: readonly MapPoint[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: points.flatMap((point): Feature<Polygon>[] => {
      const ring = viewOf(point, point)
      return ring ? [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { id: point.id, tone: toneOf[point.status] } }] : []
    }),
  }
}

/** What lies so many metres about a place; nothing without one. */
export function circleAround(around: { place: Place, metres: number } | null): FeatureCollection<Polygon> {
  const ring = around && viewOf(around.place, { fieldOfView: 360, range: around.metres })
  return { type: 'FeatureCollection', features: ring ? [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }] : [] }
}

import type { InferResponseType } from 'hono/client'
import type { api } from '../../api'
import type { MapMark } from '../../map/points'

/** A point that needs watching. */
export type RiskPoint = InferResponseType<(typeof api)['risk-points']['all']['$get'], 200>['items'][number]

/** The points as marks on the map; `name` says what one is. */
export function riskMarks(points: readonly { id: string, latitude: number, longitude: number }[], name: (id: string) => string): MapMark[] {
  return points.map(({ id, latitude, longitude }) => ({ id, latitude, longitude, name: name(id), sign: 'risk' }))
}

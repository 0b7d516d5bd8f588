import type { RiskKind } from '../../prisma/client'
import type { Act, Actor } from '../act'
import type { FoundCamera } from '../cameras/found'
import type { Place } from '../cameras/geo'
import type { Uncovered } from '../footage/uncovered'
import type { Route } from '../riskPoints/schema'
import { nearestCameras } from '../cameras/queries'
import { demandOf } from '../footage/demand'
import { statisticsSight } from '../footage/rules'
import { uncoveredOf, uncoveredWithin } from '../footage/uncovered'
import { allRiskPoints, riskPointsWithin } from '../riskPoints/queries'

/** How far around a proposed point it is counted, metres. */
export const aroundMetres = 200

/** The provinces in which the actor has a part in where cameras are put: as official, police officer, secretary or committee member. */
function provincesOf({ memberships }: Actor): string[] {
  return [...new Set(memberships.filter(({ role }) => role === 'OFFICIAL' || role === 'POLICE' || role === 'SECRETARY' || role === 'COMMITTEE').map(({ provinceCode }) => provinceCode))]
}

/** What speaks for a camera somewhere, as numbers: how often the police found none within 200 m, and how many risk points there are. Null for who has no part in it. */
export async function needAround(act: Act, near: Place): Promise<{ within: number, uncovered: number, riskPoints: number } | null> {
  const provinces = provincesOf(act.actor)
  if (!provinces.length) return null
  return { within: aroundMetres, uncovered: await uncoveredWithin(act, provinces, near, aroundMetres), riskPoints: await riskPointsWithin(act, provinces, near, aroundMetres) }
}

/** How often the footage of cameras was asked for in twelve months, for those whose statistics the actor may see; by camera. */
export async function demandFor(act: Act, cameras: FoundCamera[]): Promise<Map<string, number>> {
  const known = cameras.filter(({ provinceCode }) => statisticsSight(act.actor, provinceCode)).map(({ id }) => id)
  const found = known.length ? await demandOf(act, known) : new Map<string, number>()
  return new Map(known.map(id => [id, found.get(id) ?? 0]))
}

/** The nearest public cameras of a place, with what speaks for one more there. */
export async function needNear(act: Act, near: Place & { limit: number, within: number }): Promise<{ found: FoundCamera[], demand: Map<string, number>, around: Awaited<ReturnType<typeof needAround>> }> {
  const found = await nearestCameras(act, near)
  return { found, demand: await demandFor(act, found), around: await needAround(act, near) }
}

/** Of the actor's provinces: where the police found no camera, and the risk points that the actor may read. */
export async function needOf(act: Act): Promise<{ uncovered: Uncovered[], riskPoints: ({ id: string, kind: RiskKind, name: string | null, route: Route | null } & Place)[] }> {
  const points = await allRiskPoints(act, {})
  return {
    uncovered: await uncoveredOf(act, provincesOf(act.actor)),
    riskPoints: points.map(({ id, kind, place, route }) => ({ id, kind, name: place.text, latitude: place.latitude!, longitude: place.longitude!, route })),
  }
}

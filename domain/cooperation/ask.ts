import type { z } from 'zod'
import type { Act } from '../act'
import type { Viewing } from '../cameras/view'
import type { FootageCamera } from '../footage/cameras'
import type { Wanted } from './sight'
import type { CooperationView } from './view'
import { audit } from '../audit'
import { distanceBetween } from '../cameras/geo'
import { camerasToAsk } from '../footage/cameras'
import { custodiansOf } from '../footage/custodians'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { thaiDate } from '../time/bangkok'
import { uuid7 } from '../uuid'
import { lockCameras } from '../workOrders/lock'
import { cooperationById } from './queries'
import { openCooperation, restAfterNo } from './rules'
import * as schema from './schema'
import { wantedSight } from './sight'

/** Most requests of one officer that are open. */
export const mostOpen = 20
/** How far from a camera a point may be that another one there is to see, metres. */
const farthest = 500
/** So many of an agency are asked at most: the others find it in their list. */
const mostAsked = 3

type Asked = z.output<typeof schema.cooperationAsked>

/**
 * A police officer asks whoever keeps a camera to turn it, or to add one that sees a point; they are free to say no. Refused as `camerasToAsk` is (not an
 * owner who paused), `cooperationOwn`, `cooperationFar`, `cooperationSame`, `cooperationOpen`, `cooperationResting` (for 90 days after a no), `cooperationMany`.
 */
export async function askCooperation(act: Act, input: z.input<typeof schema.cooperationAsked>): Promise<CooperationView> {
  const asked = schema.cooperationAsked.parse(input)
  const { db, now, actor } = act
  const { cameraId, kind, note } = asked
  await lockCameras(db, [cameraId])
  const { camera, stationId } = await askedCamera(act, cameraId)
  const { direction, gain, gainKnown } = await checked(act, camera, asked)
  await mayBeAsked(act, cameraId, kind)
  const id = uuid7(now.getTime())
  const point = asked.kind === 'ADD' ? asked.point : {}
  await db.cooperationRequest.create({
    data: { id, provinceCode: camera.provinceCode, officerId: actor.userId, agencyId: stationId, kind, cameraId, direction, ...point, note: note?.text, noteMessageId: note?.messageId, gain, gainKnown, createdAt: now },
    select: { id: true },
  })
  await audit(act, { action: 'cooperation.asked', subject: `cooperation:${id}`, provinceCode: camera.provinceCode, data: { cameraId, kind, direction } })
  const keepers = (await custodiansOf(db, camera)).slice(0, mostAsked)
  await notify(act, ...keepers.map(({ userId }) => ({ to: { userId }, level: 'SOON' as const, kind: 'cooperation.asked' as const, data: { cooperationId: id } })))
  return cooperationById(act, id)
}

/** What would be gained by it. Refused as `askCooperation` is for the camera and the point. */
export async function cooperationGain(act: Act, { camera: cameraId, direction, latitude, longitude }: z.output<typeof schema.gainAsked>): Promise<Wanted> {
  const { camera } = await askedCamera(act, cameraId)
  return checked(act, camera, direction === undefined ? { kind: 'ADD', point: { latitude: latitude!, longitude: longitude! } } : { kind: 'TURN', direction }, 'any')
}

/** The camera, and the station that the actor asks for. */
async function askedCamera(act: Act, cameraId: string): Promise<{ camera: FootageCamera & Viewing, stationId: string }> {
  const [camera] = await camerasToAsk(act, [cameraId]).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'footageOwnCamera' ? new Refusal('cooperationOwn') : error
  })
  const station = act.actor.memberships.find(({ role, provinceCode, agencyId }) => role === 'POLICE' && provinceCode === camera!.provinceCode && agencyId)
  if (!station?.agencyId) throw new Refusal('notAllowed')
  const seeing = await act.db.camera.findUniqueOrThrow({ where: { id: cameraId }, select: { kind: true, direction: true, fieldOfView: true, range: true } })
  return { camera: { ...camera!, ...seeing }, stationId: station.agencyId }
}

async function checked(act: Act, camera: FootageCamera & Viewing, asked: Pick<Asked, 'kind'> & ({ kind: 'TURN', direction: number } | { kind: 'ADD', point: { latitude: number, longitude: number } }), any?: 'any'): Promise<Wanted> {
  if (asked.kind === 'ADD' && distanceBetween(camera, asked.point) > farthest) throw new Refusal('cooperationFar', { metres: farthest })
  if (asked.kind === 'TURN' && asked.direction === camera.direction && !any) throw new Refusal('cooperationSame', { code: camera.code })
  return wantedSight(act, camera.id, camera, asked)
}

async function mayBeAsked({ db, now, actor }: Act, cameraId: string, kind: Asked['kind']): Promise<void> {
  if (await db.cooperationRequest.count({ where: { officerId: actor.userId, state: { in: [...openCooperation] } } }) >= mostOpen) throw new Refusal('cooperationMany', { most: mostOpen })
  if (await db.cooperationRequest.count({ where: { cameraId, kind, state: { in: [...openCooperation] } } })) throw new Refusal('cooperationOpen')
  const no = await db.cooperationRequest.findFirst({ where: { cameraId, kind, state: 'NO', closedAt: { gt: new Date(now.getTime() - restAfterNo) } }, orderBy: { closedAt: 'desc' }, select: { closedAt: true } })
  if (no) throw new Refusal('cooperationResting', { until: thaiDate(new Date(no.closedAt!.getTime() + restAfterNo), actor.language) })
}

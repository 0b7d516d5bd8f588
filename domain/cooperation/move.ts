import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { OwnerAct } from '../owners/contact'
import type { CooperationMove } from './rules'
import type { CooperationRow, CooperationView } from './view'
import { audit } from '../audit'
import { changeCamera } from '../cameras/edit'
import { cooperationStateLabels } from '../labels/cooperation'
import { inLanguage } from '../labels/label'
import { dismiss, notify } from '../notices/notify'
import { changeOwnCamera } from '../owners/change'
import { lockedOwns } from '../owners/own'
import { Refusal } from '../refusal'
import { lockCameras } from '../workOrders/lock'
import { cooperationById } from './queries'
import { cooperationMoves, thinkFor } from './rules'
import { cooperationWanted, standingIn } from './view'

/**
 * Whoever keeps the camera answers, or says that it was turned (its direction is changed then); the officer takes the request back. A no needs no reason, and nothing
 * is kept of it but that. Refused as `cooperationUnknown` for anybody else, `cooperationState`, and as changing the camera is.
 */
export async function moveCooperation(act: OwnerAct, id: string, move: CooperationMove): Promise<CooperationView> {
  const { db, now, actor } = act
  const row = await locked(act, id)
  const as = standingIn(actor, row)
  const { from, to, by } = cooperationMoves[move]
  if (!as || as !== by) throw new Refusal('cooperationUnknown')
  if (!from.includes(row.state) || !row.camera) throw new Refusal('cooperationState', { state: inLanguage(cooperationStateLabels[row.state], actor.language) })
  if (move === 'done' && row.kind === 'TURN') await turn(act, row.camera, row.direction)
  const isOver = to === 'NO' || to === 'DONE' || to === 'WITHDRAWN'
  const data: Prisma.CooperationRequestUncheckedUpdateInput = { state: to, answerAfter: move === 'think' ? new Date(now.getTime() + thinkFor) : null, closedAt: isOver ? now : null, ...by === 'keeper' && { answeredAt: now, answeredById: actor.userId } }
  await db.cooperationRequest.update({ where: { id }, data, select: { id: true } })
  await audit(act, { action: `cooperation.${move}`, subject: `cooperation:${id}`, provinceCode: row.provinceCode })
  await dismiss(act, `cooperation:${id}`, ['cooperation.asked'])
  if (by === 'keeper') await notify(act, { to: { userId: row.officerId }, level: 'SOON', kind: 'cooperation.answered', data: { cooperationId: id } })
  return cooperationById(act, id)
}

/** Locked as everything is that concerns a camera: its owner, the camera, then the request. */
async function locked(act: Act, id: string): Promise<CooperationRow> {
  const { db } = act
  const known = await db.cooperationRequest.findUnique({ where: { id }, select: { cameraId: true } })
  if (!known) throw new Refusal('cooperationUnknown')
  if (known.cameraId) {
    await lockedOwns(act, known.cameraId)
    await lockCameras(db, [known.cameraId])
  }
  await db.$queryRaw`SELECT "id" FROM "CooperationRequest" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  return db.cooperationRequest.findUniqueOrThrow({ where: { id }, include: cooperationWanted })
}

async function turn(act: OwnerAct, { id, version, ownership }: NonNullable<CooperationRow['camera']>, direction: number): Promise<void> {
  if (ownership === 'PRIVATE') await changeOwnCamera(act, { cameraId: id, direction })
  else await changeCamera(act, id, { version, direction })
}

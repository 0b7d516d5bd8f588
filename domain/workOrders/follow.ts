import type { z } from 'zod'
import type { Act } from '../act'
import type { WorkOrderGist } from '../notices/kinds'
import type { plainMove } from './schema'
import { Refusal } from '../refusal'
import { gistOf, inHand } from './inHand'
import { openStates } from './rules'
import * as schema from './schema'

/** ติดตามเรื่องนี้: hears how it goes without reporting it. Nothing changes for somebody who does already. */
export async function follow(act: Act, input: z.input<typeof plainMove>): Promise<{ workOrderId: string, number: string }> {
  const { workOrderId } = schema.plainMove.parse(input)
  // Waits for somebody who may be taking the last report away.
  await act.db.$queryRaw`SELECT "id" FROM "WorkOrder" WHERE "id" = ${workOrderId}::uuid FOR KEY SHARE`
  const workOrder = await act.db.workOrder.findFirst({ where: { id: workOrderId, state: { in: [...openStates] } }, select: { number: true } })
  if (!workOrder) throw new Refusal('notFound')
  await act.db.workOrderFollower.createMany({ data: [{ workOrderId, userId: act.actor.userId }], skipDuplicates: true })
  return { workOrderId, number: workOrder.number }
}

/** Hears of it no more. Nothing changes for somebody who does not follow it. */
export async function unfollow(act: Act, input: z.input<typeof plainMove>): Promise<void> {
  const { workOrderId } = schema.plainMove.parse(input)
  await act.db.workOrderFollower.deleteMany({ where: { workOrderId, userId: act.actor.userId } })
}

/** How a work order stands that the actor follows. Refused as `notFound` for anybody else. */
export async function followed(act: Act, workOrderId: string): Promise<WorkOrderGist> {
  const [workOrder] = await inHand(act.db, [workOrderId])
  if (!workOrder?.followers.includes(act.actor.userId)) throw new Refusal('notFound')
  return gistOf(workOrder)
}

/** The repairs that the actor follows, newest first; at most 50. */
export async function followedByMe({ db, actor }: Act): Promise<WorkOrderGist[]> {
  const found = await db.workOrder.findMany({ where: { followers: { some: { userId: actor.userId } } }, select: { id: true }, orderBy: { openedAt: 'desc' }, take: 50 })
  return (await inHand(db, found.map(({ id }) => id))).reverse().map(gistOf)
}

import type { z } from 'zod'
import type { Act } from '../act'
import type { HeldItem } from './held'
import type { CameraGist } from './view'
import { notify } from '../notices/notify'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { custodiansOf } from './custodians'
import { isLive, isOfficer, itemWanted, keepsItem, keptOf } from './held'
import { levelOf } from './rules'
import * as schema from './schema'
import { cameraGist } from './view'

/** A message as its reader sees it. */
export interface MessageTo { byOfficer: boolean, text: string | null, itemId: string, askId: string, requestId: string, number: string, camera: CameraGist | null }

/** ส่งข้อความถึงผู้ดูแล: the officer writes to whoever keeps a camera (who answered, else all who may). Refused as `footageNotFound`, `footageTalkOver`. */
export async function writeToCustodian(act: Act, itemId: string, input: z.input<typeof schema.message>): Promise<void> {
  const item = await act.db.footageItem.findUnique({ where: { id: itemId }, include: itemWanted })
  if (!item || !isOfficer(act.actor, item)) throw new Refusal('footageNotFound')
  const kept = keptOf(item)
  if (!kept || !isOpenToTalk(item)) throw new Refusal('footageTalkOver')
  const people = await custodiansOf(act.db, kept)
  const answerer = people.filter(({ userId }) => userId === item.answeredById)
  await write(act, [item], input, (answerer.length ? answerer : people).map(({ userId }) => userId))
}

/** ส่งข้อความถึงผู้ขอ: whoever keeps the camera writes to the officers who ask. Refused likewise. */
export async function writeToOfficers(act: Act, askId: string, input: z.input<typeof schema.message>): Promise<void> {
  const all = await act.db.footageItem.findMany({ where: { askId }, include: itemWanted, orderBy: { id: 'asc' } })
  if (!all.some(item => keepsItem(act, item))) throw new Refusal('footageNotFound')
  const open = all.filter(isOpenToTalk)
  if (!open.length) throw new Refusal('footageTalkOver')
  await write(act, open, input, null)
}

/** The two can talk while something is to come, and about what was received. */
const isOpenToTalk = (item: HeldItem): boolean => isLive(item) || (item.state === 'RECEIVED' && item.request.state !== 'CANCELLED')

async function write(act: Act, items: HeldItem[], input: z.input<typeof schema.message>, custodians: string[] | null): Promise<void> {
  const { text, lineMessageId } = schema.message.parse(input)
  for (const { id: itemId, request, overwriteAt } of items) {
    const id = uuid7(act.now.getTime())
    await act.db.footageMessage.createMany({ data: [{ id, itemId, senderId: act.actor.userId, byOfficer: custodians !== null, text, lineMessageId, createdAt: act.now }] })
    const readers = custodians ?? [request.officerId]
    const level = levelOf(request.urgency, overwriteAt, act.now)
    await notify(act, ...readers.map(userId => ({ to: { userId }, level, kind: 'footage.message' as const, data: { footageMessageId: id } })))
  }
}

/** A message to the actor, `text` null when it was taken back. Refused as `footageNotFound` for anybody whom it was not written to. */
export async function footageMessage(act: Act, id: string): Promise<MessageTo> {
  const found = await act.db.footageMessage.findUnique({ where: { id }, include: { item: { include: itemWanted } } })
  if (!found || !(found.byOfficer ? keepsItem(act, found.item) : isOfficer(act.actor, found.item))) throw new Refusal('footageNotFound')
  const { item, byOfficer, text, erasedAt } = found
  return { byOfficer, text: erasedAt ? null : text, itemId: item.id, askId: item.askId, requestId: item.requestId, number: item.request.number, camera: cameraGist(item.camera) }
}

import type { z } from 'zod'
import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { HeldItem } from './held'
import type { Move } from './rules'
import { Refusal } from '../refusal'
import { reportDown as openFault } from './down'
import { writeEvents } from './events'
import { settle, takeAsk } from './held'
import { levelOf, moves } from './rules'
import * as schema from './schema'
import { heardEnough, tellOfficers } from './tell'

/** เก็บภาพไว้แล้ว: the recording is saved. Refused as `takeAsk` is, like the other answers. */
export async function preserve(act: Act, input: z.input<typeof schema.ofAsk>): Promise<void> {
  const { askId } = schema.ofAsk.parse(input)
  await answer(act, await takeAsk(act, askId, 'preserve'), 'preserve')
}

/** นัดเวลา: when it can be looked at. Refused as `footagePast` for a time that is over. */
export async function appoint(act: Act, input: z.input<typeof schema.appointment>): Promise<void> {
  const { askId, at } = schema.appointment.parse(input)
  const items = await takeAsk(act, askId, 'appoint')
  if (at <= act.now) throw new Refusal('footagePast')
  await answer(act, items, 'appoint', { appointmentAt: at })
}

/** ต้องรอช่าง: nobody there can open the recorder; the officer sees the technician's number. The question stays open. */
export async function awaitTechnician(act: Act, input: z.input<typeof schema.technician>): Promise<void> {
  const { askId, phone } = schema.technician.parse(input)
  await answer(act, await takeAsk(act, askId, 'awaitTechnician'), 'awaitTechnician', { technicianPhone: phone?.text ?? null, phoneMessageId: phone?.messageId ?? null })
}

/** กล้องเสีย: there is no recording; a public camera is reported broken. Gives the report's number, null for a private camera. */
export async function reportDown(act: Act, input: z.input<typeof schema.ofAsk>): Promise<{ fault: string | null }> {
  const { askId } = schema.ofAsk.parse(input)
  const items = await takeAsk(act, askId, 'reportDown')
  const fault = await openFault(act, items[0]!, { tellNow: true })
  await answer(act, items, 'reportDown', { cause: 'CAMERA_DOWN', faultReportId: fault?.reportId })
  return { fault: fault?.number ?? null }
}

/** ไม่สะดวก: the officer sees only that it cannot be given, not why. */
export async function refuse(act: Act, input: z.input<typeof schema.refusing>): Promise<void> {
  const { askId, reason } = schema.refusing.parse(input)
  await answer(act, await takeAsk(act, askId, 'refuse'), 'refuse', { refusal: reason?.text, refusalMessageId: reason?.messageId })
}

async function answer(act: Act, items: HeldItem[], move: Move, change: Prisma.FootageItemUncheckedUpdateManyInput = {}): Promise<void> {
  const { to, event } = moves[move]
  const ids = items.map(({ id }) => id)
  await act.db.footageItem.updateMany({
    where: { id: { in: ids } },
    data: { ...change, ...to && { state: to }, answeredAt: act.now, answeredById: act.actor.userId, nudgeAt: null },
  })
  await writeEvents(act, ...items.map(({ id, requestId, request: { provinceCode }, state }) => ({ requestId, provinceCode, itemId: id, kind: event, fromState: state, toState: to ?? state })))
  await settle(act, items.map(({ requestId }) => requestId))
  await heardEnough(act, [items[0]!.askId])
  for (const item of items) await tellOfficers(act, [item], move === 'preserve' ? 'SOON' : levelOf(item.request.urgency, item.overwriteAt, act.now), 'footage.answered')
}

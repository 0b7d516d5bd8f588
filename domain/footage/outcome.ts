import type { z } from 'zod'
import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { HeldItem } from './held'
import type { Move } from './rules'
import { tellCalledOff } from './cancel'
import { reportDown } from './down'
import { writeEvents } from './events'
import { settle, takeItem } from './held'
import { moves } from './rules'
import * as schema from './schema'

/** ได้ภาพแล้ว, or ได้ไม่ครบ (`complete` false). Refused as `takeItem` is, like the others here. */
export async function receive(act: Act, input: z.input<typeof schema.receiving>): Promise<void> {
  const { itemId, complete } = schema.receiving.parse(input)
  await close(act, await takeItem(act, itemId, 'receive'), 'receive', { complete })
}

/** ไม่ได้ภาพ, and why. A public camera that is down is reported broken; gives the report's number. */
export async function miss(act: Act, input: z.input<typeof schema.missing>): Promise<{ fault: string | null }> {
  const { itemId, cause } = schema.missing.parse(input)
  const item = await takeItem(act, itemId, 'miss')
  const fault = cause === 'CAMERA_DOWN' ? await reportDown(act, item, { tellNow: true }) : null
  await close(act, item, 'miss', { cause, ...fault && { faultReportId: fault.reportId } })
  return { fault: fault?.number ?? null }
}

/** Keeps what tells that the recording was not changed since it was handed over: its SHA-256 and size. May be corrected. */
export async function noteHandOver(act: Act, input: z.input<typeof schema.handOver>): Promise<void> {
  const { itemId, sha256, bytes } = schema.handOver.parse(input)
  const item = await takeItem(act, itemId, 'handOver')
  await act.db.footageItem.update({ where: { id: itemId }, data: { sha256, bytes }, select: { id: true } })
  await writeEvents(act, { requestId: item.requestId, provinceCode: item.request.provinceCode, itemId, kind: 'HANDED_OVER', data: { sha256, bytes } })
}

async function close(act: Act, item: HeldItem, move: Move, change: Prisma.FootageItemUncheckedUpdateInput): Promise<void> {
  const { id, requestId, state, request: { provinceCode } } = item
  const to = moves[move].to!
  await act.db.footageItem.update({ where: { id }, data: { ...change, state: to, nudgeAt: null }, select: { id: true } })
  await writeEvents(act, { requestId, provinceCode, itemId: id, kind: moves[move].event, fromState: state, toState: to })
  await settle(act, [requestId])
  if (state === 'ASKED') await tellCalledOff(act, [item])
}

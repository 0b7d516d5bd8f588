import type { ClockAct } from '../act'
import type { PhotoRefusal } from '../notices/kinds'
import { notify } from '../notices/notify'

/** A photo that waits to be fetched will never be there: its sender hears why with the next thing they are told. `error` is for the operator. */
export async function photoRefused(act: ClockAct, { id, why, error }: { id: string, why: PhotoRefusal, error: string }): Promise<void> {
  const { count } = await act.db.attachment.updateMany({ where: { id, state: 'PENDING' }, data: { state: 'FAILED', error } })
  if (!count) return
  const number = { select: { id: true, number: true } }
  const { uploadedById, faultReport, workOrder } = await act.db.attachment.findUniqueOrThrow({ where: { id }, select: { uploadedById: true, faultReport: number, workOrder: number } })
  const of = faultReport ?? workOrder
  if (of) await notify(act, { kind: 'photo.refused', to: { userId: uploadedById }, level: 'SOON', data: { attachmentId: id, of: of.id, number: of.number, why } })
}

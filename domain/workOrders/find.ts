import type { Tx } from '../../prisma/client'
import { readTrackingNumber } from '../faults/number'
import * as schema from './schema'

/** The id of the work order that somebody means: by its number, one of its reports' numbers, or its id. Null when there is none. */
export async function findWorkOrder(db: Tx, of: string): Promise<string | null> {
  const number = readTrackingNumber(of)
  if (number?.startsWith('F')) return (await db.faultReport.findUnique({ where: { number }, select: { workOrderId: true } }))?.workOrderId ?? null
  if (number) return (await db.workOrder.findUnique({ where: { number }, select: { id: true } }))?.id ?? null
  return schema.plainMove.safeParse({ workOrderId: of }).success ? of : null
}

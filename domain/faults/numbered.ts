import type { NumberKind } from './number'
import { uuid7 } from '../uuid'
import { trackingNumber } from './number'

const attempts = 50

/** Inserts a row with a new id under a new tracking number; `insert` tells how many rows it wrote: 0 when the number is taken, and then gets another one. `chosen`: the id, where somebody chose it. */
export async function numbered(kind: NumberKind, now: Date, insert: (id: string, number: string) => Promise<number>, chosen?: string): Promise<{ id: string, number: string }> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [id, number] = [chosen ?? uuid7(now.getTime()), trackingNumber(kind, now)]
    if (await insert(id, number)) return { id, number }
  }
  throw new Error(`No free tracking number of kind ${kind} in ${attempts} attempts`)
}

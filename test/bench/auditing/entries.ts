import type { Json } from '../../../domain/chain/canonical'
import type { ChainedEntry } from '../../../domain/chain/entry'
import { hashOf } from '../../../domain/chain/entry'

/** Entries of a province as moves of work orders make them: a chain from number `from` on, after the one with `previousHash`. */
export function entriesFrom(from: number, count: number, previousHash: string | null): ChainedEntry[] {
  const entries: ChainedEntry[] = []
  for (let seq = from; seq < from + count; seq++) {
    const entry = {
      at: new Date(Date.UTC(2026, 0) + seq * 1_000).toISOString(),
      actorId: uuid(seq % 400),
      provinceCode: '15',
      action: ['workOrder.acknowledge', 'workOrder.assign', 'workOrder.start', 'workOrder.repair'][seq % 4]!,
      subject: `workOrder:${uuid(seq >> 2)}`,
      data: seq % 2 ? { to: 'ASSIGNED', from: 'ACKNOWLEDGED', assigneeId: uuid(seq % 97) } as Json : { to: 'REPAIRED', from: 'IN_PROGRESS', cause: 'CABLE', costSatang: `${seq}00`, photos: seq % 3 } as Json,
      seq,
      previousHash,
    }
    previousHash = hashOf(entry)
    entries.push({ ...entry, chain: '15', hash: previousHash })
  }
  return entries
}

const uuid = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

import type { Json } from './canonical'
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical'

/** One entry of the audit log as the database has it, whoever wrote it there. */
export interface ChainedEntry {
  /** Null: it has no place in a chain. */
  chain: string | null
  seq: number | null
  previousHash: string | null
  hash: string | null
  /** ISO 8601, UTC, ms. */
  at: string
  actorId: string | null
  provinceCode: string | null
  action: string
  subject: string
  data: Json
}

/** The chain of entries without a province. */
export const noProvince = '00'

/** What is hashed of an entry: its canonical JSON, with its number and the hash before it. */
export function textOf({ at, actorId, provinceCode, action, subject, data, seq, previousHash }: Omit<ChainedEntry, 'chain' | 'hash'>): string {
  // The members stand in their order already, so only what is in `data` is put in order.
  return `{"action":${JSON.stringify(action)},"actorId":${JSON.stringify(actorId)},"at":${JSON.stringify(at)},"data":${canonicalJson(data)},"previousHash":${JSON.stringify(previousHash)},"provinceCode":${JSON.stringify(provinceCode)},"seq":${seq},"subject":${JSON.stringify(subject)}}`
}

/** SHA-256 that an entry ought to have, in hex. */
export const hashOf = (entry: Omit<ChainedEntry, 'chain' | 'hash'>): string => createHash('sha256').update(textOf(entry)).digest('hex')

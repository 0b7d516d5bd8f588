import type { Scope } from './schema'
import { Refusal } from '../refusal'

/** A program that reads with a key: of one province, and what its key is for. */
export interface Program { keyId: string, provinceCode: string, scopes: Scope[] }

/** Passes what is asked of the one province that somebody sees; null: they see all. Throws the refusal `otherProvince`. */
export function needsProvince(only: string | null, provinceCode: string | undefined): void {
  if (only && provinceCode && provinceCode !== only) throw new Refusal('otherProvince', { province: only })
}

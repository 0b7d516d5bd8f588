import type pg from 'pg'
import type { CheckedChain, Finding } from '../../domain/chain/check'
import type { Head } from '../../domain/chain/head'
import { ChainCheck } from '../../domain/chain/check'
import { auditEntries } from './entries'

/** What a look at the whole audit log found: the first bad entry, or how far each chain goes. */
export type Verified = { found: Finding } | { found: null, chains: CheckedChain[] }

/** Reads the audit log to its end and works out every hash anew; `heads`: entries that were written down before, which have to be there. Ends at the first bad one. */
export async function verifyAudit(pool: pg.Pool, heads: Head[] = []): Promise<Verified> {
  const check = new ChainCheck(heads)
  for await (const entries of auditEntries(pool)) {
    for (const entry of entries) {
      const found = check.next(entry)
      if (found) return { found }
    }
  }
  const found = check.end()
  return found ? { found } : { found, chains: check.chains }
}

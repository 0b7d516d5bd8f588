import type { ChainedEntry } from './entry'
import type { Head } from './head'
import { hashOf, noProvince } from './entry'

/** What is wrong with an entry of the audit log. */
export type Flaw
  /** It stands in no chain, or not wholly. */
  = | 'outside'
  /** It stands in another chain than that of its province. */
    | 'elsewhere'
  /** There is none with this number; `at` is that of the next one. */
    | 'gap'
  /** Another one has its number. */
    | 'twice'
  /** It follows another one than the one before it. */
    | 'order'
  /** What it says is not what was written. */
    | 'changed'
  /** It is not the one that was written down. */
    | 'rewritten'
  /** The chain ends before the one that was written down. */
    | 'short'

/** The first bad entry. `at` null: neither it nor one after it is there. */
export interface Finding { chain: string, seq: number, at: string | null, flaw: Flaw }

/** How far a good chain goes. */
export interface CheckedChain { head: Head, at: string }

/** Looks at the entries of all chains one after another, each by its numbers, those without a chain last. Keeps nothing of them but the heads. */
export class ChainCheck {
  readonly chains: CheckedChain[] = []
  private last: (Head & { at: string }) | undefined
  private readonly waiting: Head[]

  /** @param heads written down before; each has to be there */
  constructor(heads: Head[]) {
    this.waiting = [...heads]
  }

  /** Takes the next entry. Gives what is wrong with it, or with what ought to have come before it; null when it is good. */
  next(entry: ChainedEntry): Finding | null {
    const { chain, seq, hash, at } = entry
    if (chain === null || seq === null || hash === null) return this.endOfChain() ?? { chain: entry.provinceCode ?? noProvince, seq: seq ?? 0, at, flaw: 'outside' }
    if (this.last && this.last.chain !== chain) {
      const missing = this.endOfChain()
      if (missing) return missing
    }
    const flaw = this.flawOf(entry, { chain, seq, hash })
    if (flaw) return { chain, seq: flaw === 'gap' ? (this.last?.seq ?? 0) + 1 : seq, at, flaw }
    this.last = { chain, seq, hash, at }
    return null
  }

  /** After the last entry: what is missing at the end; null when nothing is. */
  end(): Finding | null {
    const missing = this.endOfChain()
    if (missing) return missing
    const [head] = this.waiting
    return head ? { chain: head.chain, seq: head.seq, at: null, flaw: 'short' } : null
  }

  private flawOf(entry: ChainedEntry, own: Head): Flaw | null {
    const before = this.last ?? { seq: 0, hash: null }
    if (own.chain !== (entry.provinceCode ?? noProvince)) return 'elsewhere'
    if (own.seq === before.seq) return 'twice'
    if (own.seq !== before.seq + 1) return 'gap'
    if (entry.previousHash !== before.hash) return 'order'
    if (own.hash !== hashOf(entry)) return 'changed'
    return this.isRewritten(own) ? 'rewritten' : null
  }

  private isRewritten({ chain, seq, hash }: Head): boolean {
    for (let i = this.waiting.length - 1; i >= 0; i--) {
      const head = this.waiting[i]!
      if (head.chain !== chain || head.seq !== seq) continue
      if (!hash.startsWith(head.hash)) return true
      this.waiting.splice(i, 1)
    }
    return false
  }

  private endOfChain(): Finding | null {
    if (!this.last) return null
    const { at, ...head } = this.last
    this.last = undefined
    this.chains.push({ head, at })
    const missing = this.waiting.find(({ chain }) => chain === head.chain)
    return missing ? { chain: head.chain, seq: missing.seq, at: null, flaw: 'short' } : null
  }
}

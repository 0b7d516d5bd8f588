import type { Finding } from '../../../domain/chain/check'
import type { ChainedEntry } from '../../../domain/chain/entry'
import type { Head } from '../../../domain/chain/head'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainCheck } from '../../../domain/chain/check'
import { hashOf } from '../../../domain/chain/entry'
import { headFromText, headText } from '../../../domain/chain/head'

type Content = Omit<ChainedEntry, 'chain' | 'seq' | 'previousHash' | 'hash'>

/** Chains as they ought to be, in the order in which they are read. */
function chained(contents: Content[]): ChainedEntry[] {
  const byChain = new Map<string, ChainedEntry[]>()
  for (const content of contents) {
    const chain = content.provinceCode ?? '00'
    const before = byChain.get(chain) ?? []
    const entry: ChainedEntry = { ...content, chain, seq: before.length + 1, previousHash: before.at(-1)?.hash ?? null, hash: null }
    byChain.set(chain, [...before, { ...entry, hash: hashOf(entry) }])
  }
  return [...byChain.keys()].sort().flatMap(chain => byChain.get(chain)!)
}

/** As the database gives them. */
function inOrder(entries: ChainedEntry[]): ChainedEntry[] {
  return entries.toSorted((a, b) => (a.chain ?? '~').localeCompare(b.chain ?? '~') || (a.seq ?? 1e9) - (b.seq ?? 1e9))
}

function check(entries: ChainedEntry[], heads: Head[] = []): Finding | ChainCheck {
  const check = new ChainCheck(heads)
  for (const entry of inOrder(entries)) {
    const found = check.next(entry)
    if (found) return found
  }
  return check.end() ?? check
}
const headOf = ({ chain, seq, hash }: ChainedEntry): Head => ({ chain: chain!, seq: seq!, hash: hash! })
/** What somebody kept of it. */
const kept = (entry: ChainedEntry) => headFromText.parse(headText(headOf(entry)))

const content: fc.Arbitrary<Content> = fc.record({
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(date => date.toISOString()),
  actorId: fc.option(fc.uuid()),
  provinceCode: fc.constantFrom('15', '15', '14', null),
  action: fc.string(),
  subject: fc.string(),
  data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxKeys: 3 }),
})
const log = fc.array(content, { minLength: 4, maxLength: 30 }).map(chained)
/** A log and one place in it. */
const place = log.chain(entries => fc.tuple(fc.constant(entries), fc.nat(entries.length - 1)))
/** Whether another entry of the same chain comes after it. */
const hasNext = (entries: ChainedEntry[], i: number) => entries[i + 1]?.chain === entries[i]!.chain

describe('the chain', () => {
  it('is good as it was written, and tells how far it goes', () => {
    fc.assert(fc.property(log, (entries) => {
      const good = check(entries, entries.map(kept))
      expect(good).toBeInstanceOf(ChainCheck)
      expect((good as ChainCheck).chains.reduce((sum, { head }) => sum + head.seq, 0)).toBe(entries.length)
    }))
  })

  it('names the entry that was changed, whatever of it', () => {
    const other: Record<keyof Content, (entry: ChainedEntry) => Partial<ChainedEntry>> = {
      at: ({ at }) => ({ at: new Date(Date.parse(at) + 1).toISOString() }),
      actorId: ({ actorId }) => ({ actorId: actorId ? null : '018f0000-0000-7000-8000-000000000001' }),
      provinceCode: ({ provinceCode }) => ({ provinceCode: provinceCode === '10' ? null : '10' }),
      action: ({ action }) => ({ action: `${action} ` }),
      subject: ({ subject }) => ({ subject: `x${subject}` }),
      data: ({ data }) => ({ data: { ...data as object, more: 0 } }),
    }
    fc.assert(fc.property(place, fc.constantFrom(...Object.keys(other) as (keyof Content)[]), ([entries, i], field) => {
      const { chain, seq } = entries[i]!
      const changed = { ...entries[i]!, ...other[field](entries[i]!) }
      expect(check(entries.with(i, changed))).toMatchObject({ chain, seq, at: changed.at, flaw: field === 'provinceCode' ? 'elsewhere' : 'changed' })
      if (field === 'provinceCode') return
      // With a hash that fits, it is the next one that does not follow it; at the end only what was written down tells.
      const fitting = entries.with(i, { ...changed, hash: hashOf(changed) })
      if (hasNext(entries, i)) expect(check(fitting)).toEqual({ chain, seq: seq! + 1, at: entries[i + 1]!.at, flaw: 'order' })
      expect(check(fitting, entries.map(kept))).toMatchObject({ chain, seq, flaw: 'rewritten' })
    }))
  })

  it('names the one that was removed; at the end, by what was written down', () => {
    fc.assert(fc.property(place, ([entries, i]) => {
      const { chain, seq } = entries[i]!
      const rest = entries.toSpliced(i, 1)
      if (hasNext(entries, i)) expect(check(rest)).toEqual({ chain, seq, at: entries[i + 1]!.at, flaw: 'gap' })
      else expect(check(rest)).toBeInstanceOf(ChainCheck)
      expect(check(rest, entries.map(kept))).toMatchObject({ chain, seq, flaw: hasNext(entries, i) ? 'gap' : 'short' })
    }))
  })

  it('finds two that changed places', () => {
    fc.assert(fc.property(place, fc.nat(), ([entries, i], step) => {
      const own = entries.flatMap(({ chain }, at) => chain === entries[i]!.chain && at !== i ? at : [])
      fc.pre(own.length > 0)
      const j = own[step % own.length]!
      const [first, one, two] = [Math.min(i, j), entries[i]!, entries[j]!]
      const swapped = entries.with(i, { ...two, seq: one.seq }).with(j, { ...one, seq: two.seq })
      expect(check(swapped)).toMatchObject({ chain: one.chain, seq: entries[first]!.seq, flaw: 'order' })
    }))
  })

  it('finds one that was put in: beside another, in between, or outside of any chain', () => {
    fc.assert(fc.property(place, content, ([entries, i], made) => {
      const { chain, seq, previousHash, provinceCode } = entries[i]!
      const put = { ...made, provinceCode, chain, seq, previousHash, hash: null }
      const forged = { ...put, hash: hashOf(put) }
      expect(check([...entries, forged])).toMatchObject({ chain, seq, flaw: 'twice' })
      const moved = entries.map(entry => entry.chain === chain && entry.seq! >= seq! ? { ...entry, seq: entry.seq! + 1 } : entry)
      expect(check([...moved, forged])).toMatchObject({ chain, seq: seq! + 1, flaw: 'order' })
      expect(check([...entries, { ...put, chain: null, seq: null, previousHash: null }])).toMatchObject({ chain, at: made.at, flaw: 'outside' })
    }))
  })

  it('written anew from any entry on is good by itself, and not by what was written down', () => {
    fc.assert(fc.property(place, ([entries, i]) => {
      const anew = chained(entries.map((entry, at) => at === i ? { ...entry, action: `${entry.action}!` } : entry))
      expect(check(anew)).toBeInstanceOf(ChainCheck)
      const last = entries.findLast(({ chain }) => chain === entries[i]!.chain)!
      expect(check(anew, [kept(last)])).toMatchObject({ chain: last.chain, seq: last.seq, flaw: 'rewritten' })
      const without = entries.filter(({ chain }) => chain !== last.chain)
      expect(check(without, [kept(last)])).toEqual({ chain: last.chain, seq: last.seq, at: null, flaw: 'short' })
    }))
  })
})

describe('a head in a message', () => {
  it.each(['15:0:9f86d081884c7d659a2feaa0c55ad015', '15:1:9f86d081', '5:1:9f86d081884c7d659a2feaa0c55ad015', '15:1', '', '15:1:9g86d081884c7d659a2feaa0c55ad015'])('is not %j', (text) => {
    expect(headFromText.safeParse(text).success).toBe(false)
  })
})

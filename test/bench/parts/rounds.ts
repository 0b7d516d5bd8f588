import type { Speed } from '../line/orders'
import { median } from '../table'

/** The product and the baseline, in turns, so that a busy machine disturbs both alike. */
export async function inTurns(rounds: number, product: () => Promise<Speed>, baseline: () => Promise<Speed>) {
  const pairs: Array<[Speed, Speed]> = []
  for (let i = 0; i < rounds; i++) pairs.push(i % 2 ? swapped(await baseline(), await product()) : [await product(), await baseline()])
  const middle = (of: (pair: [Speed, Speed]) => number) => median(pairs.map(of))
  return {
    ratio: middle(([ours, theirs]) => ours.perSecond / theirs.perSecond),
    perSecond: middle(([ours]) => ours.perSecond),
    p50: middle(([ours]) => ours.p50),
    p99: middle(([ours]) => ours.p99),
    baseline: { perSecond: middle(([, theirs]) => theirs.perSecond), p50: middle(([, theirs]) => theirs.p50), p99: middle(([, theirs]) => theirs.p99) },
  }
}

const swapped = (theirs: Speed, ours: Speed): [Speed, Speed] => [ours, theirs]

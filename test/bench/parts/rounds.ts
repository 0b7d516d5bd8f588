import type { Speed } from '../line/orders'
import { speedOf } from '../line/speed'
import { sum } from '../statements'
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

/** Statements of the product and of `pg` alone in five rounds beside each other, after one that does not count: the time of each, ms, and how many times as long the product takes. */
export async function besidePg(product: () => Promise<number[]>, pg: () => Promise<number[]>): Promise<{ ratio: number, ours: Speed, theirs: Speed }> {
  await product()
  await pg()
  const pairs: Array<{ ours: number[], theirs: number[] }> = []
  for (let i = 0; i < 5; i++) pairs.push({ ours: await product(), theirs: await pg() })
  const speed = (whose: 'ours' | 'theirs') => speedOf(pairs.flatMap(pair => pair[whose]), 1)
  return { ratio: median(pairs.map(({ ours, theirs }) => sum(ours) / sum(theirs))), ours: speed('ours'), theirs: speed('theirs') }
}

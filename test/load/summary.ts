import type { Ledger } from './ledger'
import { round } from '../bench/table'

/** How long turns of one kind took, ms. */
export interface Line { kind: string, count: number, p50: number, p95: number, p99: number }

/** What came of a load. */
export interface Summary {
  people: number
  officers: number
  seconds: number
  turns: number
  perSecond: number
  p95: number
  lines: Line[]
  /** What was not answered: kinds of turns, and how far they got. */
  lost: string[]
  doubled: number
  /** Errors of other kinds, and how many they are together. */
  errors: Array<[what: string, count: number]>
  wrong: number
  /** Nothing lost, nothing doubled, no error. */
  ok: boolean
}

/** Counts up what the ledger holds. */
export function summaryOf({ took, lost, doubled, errors }: Ledger, { people, officers, seconds }: { people: number, officers: number, seconds: number }): Summary {
  const all = [...took.values()].flat()
  const wrong = [...errors.values()].reduce((sum, count) => sum + count, 0)
  return {
    people,
    officers,
    seconds,
    turns: all.length,
    perSecond: all.length / seconds,
    p95: lineOf('all', all).p95,
    lines: [...Array.from(took, ([kind, ms]) => lineOf(kind, ms)).sort((a, b) => b.count - a.count), lineOf('all', all)],
    lost,
    doubled,
    errors: [...errors].sort((a, b) => b[1] - a[1]),
    wrong,
    ok: all.length > 0 && lost.length + doubled + wrong === 0,
  }
}

function lineOf(kind: string, ms: number[]): Line {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { kind, count: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** The summary for a terminal. */
export function inWords({ people, officers, seconds, turns, perSecond, lines, lost, doubled, errors, wrong }: Summary): string {
  const cells = [['turn', 'count', 'p50 ms', 'p95 ms', 'p99 ms'], ...lines.map(({ kind, count, p50, p95, p99 }) => [kind, String(count), round(p50), round(p95), round(p99)])]
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map(row => row[i]!.length)))
  const table = cells.map(row => row.map((cell, i) => i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)).join('  '))
  return [
    `${people} people and ${officers} officers, ${seconds.toFixed(0)} s: ${turns} turns, ${perSecond.toFixed(1)} per second`,
    '',
    ...table,
    '',
    `lost ${lost.length}   doubled ${doubled}   errors ${wrong}`,
    ...lost.slice(0, 10).map(turn => `  not answered: ${turn}`),
    ...errors.slice(0, 10).map(([what, count]) => `  ${count} × ${what}`),
  ].join('\n')
}

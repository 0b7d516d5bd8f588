import process from 'node:process'
import fc from 'fast-check'

const { FUZZ_SEED, FUZZ_RUNS } = process.env

/**
 * How often a property is tried, with the same dice each time unless `FUZZ_SEED` says otherwise; `FUZZ_RUNS` multiplies. A failure
 * prints the seed and the path that find it again. It is not made smaller: each try is a conversation with the whole product.
 */
export function dice(runs: number): Pick<fc.Parameters, 'seed' | 'numRuns' | 'endOnFailure'> {
  return { seed: Number(FUZZ_SEED ?? 20261125), numRuns: runs * Number(FUZZ_RUNS ?? 1), endOnFailure: true }
}

/** Characters that texts go wrong with: Thai clusters, emoji of several parts, right to left, nothing to see, halves of pairs, NUL. */
const pieces = ['น้ำ', 'ผู้', 'ที่', 'ก็', 'ํ', '๊', 'ๆ', 'กล้อง', 'ไม่มีภาพ', 'ยกเลิก', '15-00012', '๑๕-๐๐๐๑๒', 'F-6911-7K3MX', 'W-6911-7K3MX', '👨‍👩‍👧‍👦', '🇹🇭', '👍🏽', '😀', 'שלום', 'مرحبا', '\u202E', '\u200B', '\u200D', '\uFEFF', '\u00A0', '\u0301', '\uD83D', '\uDE00', '\0', '\n', '\r', '\t', '\'', '"', '`', '\\', '%', '_', '$1', '$' + '{x}', '<b>', '&amp;', '{', '}', '--', ';', '(', ')', '*', '[', '0', '-1', '1e999', '٣', '１２', 'ก', 'a', ' ', 'constructor', '__proto__', 'null', '=1+1', '@SUM(A1)']

/** What somebody may type: of pieces, of anything, or very long. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map(list => list.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(300, 501, 1001, 5000)).map(([piece, most]) => piece.repeat(most).slice(0, most)) },
)

/** A value that stands where another is expected. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, -1e308, 9007199254740991, -9007199254740991, 0.1, '', ' ', '\0', '\uD800', '\uDFFF', '__proto__', [], {}, [[]], { x: { y: [1] } }, 'x'.repeat(6000)),
  words,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.json().map(text => JSON.parse(text) as unknown),
  fc.integer({ min: 1, max: 3000 }).map(depth => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown),
)

/** Each place in a value, not too deep: the way to it. */
function waysIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || way.length > 6) return [way]
  return [way, ...Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, key]))]
}

function changed(value: unknown, way: string[], change: 'drop' | { to: unknown }): unknown {
  const [key, ...rest] = way
  if (key === undefined) return change === 'drop' ? undefined : change.to
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value as object }
  const inner = changed((copy as Record<string, unknown>)[key], rest, change)
  if (inner === undefined) delete (copy as Record<string, unknown>)[key]
  else (copy as Record<string, unknown>)[key] = inner
  return copy
}

/** A value of these in which up to three things are missing or replaced. */
export function mutated<T extends object>(originals: T[]): fc.Arbitrary<object> {
  return fc.constantFrom(...originals).chain((original) => {
    const step = fc.tuple(fc.nat(), fc.oneof(fc.constant('drop' as const), oddValue.map(to => ({ to }))))
    return fc.array(step, { minLength: 1, maxLength: 3 }).map(steps => steps.reduce<object>((value, [n, change]) => {
      const ways = waysIn(value).slice(1)
      return ways.length ? changed(value, ways[n % ways.length]!, change) as object : value
    }, original))
  })
}

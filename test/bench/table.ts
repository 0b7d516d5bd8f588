/** One line of the result. */
export interface Row {
  what: string
  measured: string
  baseline: string
  ratio: string
  toReach: string
  /** Null: only told, nothing to reach. */
  ok: boolean | null
}

const columns: Array<[keyof Row, string]> = [['what', 'what'], ['measured', 'measured'], ['baseline', 'baseline'], ['ratio', 'ratio'], ['toReach', 'to reach'], ['ok', '']]

/** The rows under each other, columns aligned. */
export function table(rows: Row[]): string {
  const cells = [columns.map(([, title]) => title), ...rows.map(row => columns.map(([key]) => cell(row[key])))]
  const widths = columns.map((_, i) => Math.max(...cells.map(line => line[i]!.length)))
  const lines = cells.map(line => line.map((text, i) => text.padEnd(widths[i]!)).join('  ').trimEnd())
  return [lines[0], widths.map(width => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')
}

function cell(value: Row[keyof Row]): string {
  if (typeof value === 'string') return value
  return value === null ? '' : value ? 'ok' : 'NOT'
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** A number with as many digits as matter. */
export const round = (number: number) => number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(2)

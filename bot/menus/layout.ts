import type { Menu, Word } from './menus'

/** Size of every menu's image, in pixels: LINE's large format. */
export const size = { width: 2500, height: 1686 }

const footHeight = 386

/** A rectangle of the image, in whole pixels from its upper left corner. */
interface Bounds { x: number, y: number, width: number, height: number }

/** One entry in its place. */
export interface Tile extends Bounds {
  word: Word
  rank: 'primary' | 'main' | 'foot'
}

/**
 * Puts a menu's entries side by side so that they fill the image: up to three stand beside the primary one; more stand in rows of three,
 * of which the primary one takes two places of the first.
 */
export function tiles({ primary, main, foot }: Menu): Tile[] {
  const { width, height } = size
  const upper = { x: 0, y: 0, width, height: foot.length ? height - footHeight : height }
  const placed: Tile[] = []
  const place = (word: Word, rank: Tile['rank'], bounds: Bounds) => placed.push({ word, rank, ...bounds })
  if (main.length <= 3) {
    const [left, right] = main.length ? columns(upper, main.length === 1 ? [5, 4] : [1, 1]) : [upper]
    place(primary, 'primary', left!)
    rows(right ?? upper, main.length).forEach((bounds, i) => place(main[i]!, 'main', bounds))
  }
  else {
    const lines = [main.slice(0, 1), ...inLines(main.slice(1))]
    rows(upper, lines.length).forEach((row, i) => {
      const shares = Array.from(lines[i]!, () => 1)
      const cells = columns(row, i === 0 ? [2, ...shares] : shares)
      if (i === 0) place(primary, 'primary', cells.shift()!)
      cells.forEach((bounds, k) => place(lines[i]![k]!, 'main', bounds))
    })
  }
  columns({ x: 0, y: upper.height, width, height: height - upper.height }, foot.map(() => 1))
    .forEach((bounds, i) => place(foot[i]!, 'foot', bounds))
  return placed
}

function inLines<T>(words: T[]): T[][] {
  return words.length ? [words.slice(0, 3), ...inLines(words.slice(3))] : []
}

function columns({ x, y, width, height }: Bounds, shares: number[]): Bounds[] {
  return cut(width, shares).map(({ from, length }) => ({ x: x + from, y, width: length, height }))
}

function rows({ x, y, width, height }: Bounds, count: number): Bounds[] {
  return cut(height, Array.from<number>({ length: count }).fill(1)).map(({ from, length }) => ({ x, y: y + from, width, height: length }))
}

/** Whole pixels without a gap. */
function cut(length: number, shares: number[]): Array<{ from: number, length: number }> {
  const whole = shares.reduce((a, b) => a + b, 0)
  let seen = 0
  return shares.map((share) => {
    const from = Math.round(length * seen / whole)
    seen += share
    return { from, length: Math.round(length * seen / whole) - from }
  })
}

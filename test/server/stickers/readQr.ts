/** Where alignment patterns stand, and the data bytes of each block at level M. Source: ISO/IEC 18004, tables 9 and E.1. */
const versions: Record<number, { align: number[], blocks: number[] }> = {
  4: { align: [6, 26], blocks: [32, 32] },
  5: { align: [6, 30], blocks: [43, 43] },
  6: { align: [6, 34], blocks: [27, 27, 27, 27] },
  7: { align: [6, 22, 38], blocks: [31, 31, 31, 31] },
  8: { align: [6, 24, 42], blocks: [38, 38, 39, 39] },
}

const masks: Array<(y: number, x: number) => boolean> = [
  (y, x) => (y + x) % 2 === 0,
  y => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => (y * x) % 2 + (y * x) % 3 === 0,
  (y, x) => ((y * x) % 2 + (y * x) % 3) % 2 === 0,
  (y, x) => ((y + x) % 2 + (y * x) % 3) % 2 === 0,
]

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Reads a clean QR code of versions 4–8 at level M from its modules (true = dark), without repairing errors. Throws when it is none. */
export function readQr(dark: boolean[][]): string {
  const size = dark.length
  const { align, blocks } = versions[(size - 17) / 4]!
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map(x => dark[8]![x]!).slice(0, 5).reduce((bits, on) => bits * 2 + Number(on), 0) ^ 0b10101
  if (format >> 3 !== 0) throw new Error('not level M')
  const mask = masks[format & 7]!

  const isAlign = (y: number, x: number) => align.some(cy => align.some(cx => Math.abs(y - cy) <= 2 && Math.abs(x - cx) <= 2
    && !(cy === 6 && (cx === 6 || cx === size - 7)) && !(cx === 6 && cy === size - 7)))
  const isFunction = (y: number, x: number) => (y < 9 && (x < 9 || x >= size - 8)) || (y >= size - 8 && x < 9) || y === 6 || x === 6
    || isAlign(y, x) || (size >= 45 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11)))

  const bits: number[] = []
  let upward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let i = 0; i < size; i++) {
      const y = upward ? size - 1 - i : i
      for (const x of [right, right - 1]) {
        if (!isFunction(y, x)) bits.push(Number(dark[y]![x]! !== mask(y, x)))
      }
    }
    upward = !upward
  }
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2))

  const inBlocks: number[][] = blocks.map(() => [])
  let at = 0
  for (let i = 0; i < Math.max(...blocks); i++) blocks.forEach((length, b) => i < length && inBlocks[b]!.push(bytes[at++]!))
  return readSegments(inBlocks.flat().map(byte => byte.toString(2).padStart(8, '0')).join(''))
}

function readSegments(bits: string): string {
  let at = 0
  const take = (count: number) => Number.parseInt(bits.slice(at, at += count), 2)
  const text: number[] = []
  const add = (letters: string) => text.push(...Buffer.from(letters))
  for (let mode = take(4); mode; mode = at + 4 <= bits.length ? take(4) : 0) {
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) add(String(take(left > 2 ? 10 : left * 3 + 1)).padStart(Math.min(left, 3), '0'))
    }
    else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6)
        add(left > 1 ? alphanumeric[Math.floor(pair / 45)]! + alphanumeric[pair % 45]! : alphanumeric[pair]!)
      }
    }
    else if (mode === 4) {
      for (let left = take(8); left > 0; left--) text.push(take(8))
    }
    else {
      throw new Error(`unknown mode ${mode}`)
    }
  }
  return Buffer.from(text).toString()
}

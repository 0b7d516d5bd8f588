import type { SheetRow } from './trouble'
import { streamCsvRows } from 'hucre/csv'
import { FileTrouble } from './trouble'

/** The text of a file, whatever it was written in: UTF-8 or UTF-16, with a mark or without, else Windows-874 (TIS-620). Throws FileTrouble. */
export function decoded(bytes: Uint8Array): string {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte)
  if (begins(0xFF, 0xFE)) return decode('utf-16le', bytes)
  if (begins(0xFE, 0xFF)) return decode('utf-16be', bytes)
  const start = bytes.subarray(0, 4_000)
  const zeros = [0, 1].map(odd => start.filter((byte, index) => index % 2 === odd && byte === 0).length) as [number, number]
  if (zeros[1] > start.length / 8) return decode('utf-16le', bytes)
  if (zeros[0] > start.length / 8) return decode('utf-16be', bytes)
  if (zeros[0] + zeros[1] > 0) throw new FileTrouble('notSheet')
  try {
    return decode('utf-8', bytes)
  }
  catch {
    const text = decode('windows-874', bytes)
    // Something else than Thai leaves signs between the letters that no Thai text has.
    const [thai, strange] = [text.match(/[\u0E01-\u0E5B]/g)?.length ?? 0, text.match(/[\u0080-\u009F\uFFFD\uF8C1-\uF8C8]/g)?.length ?? 0]
    if (strange > thai / 20) throw new FileTrouble('encoding')
    return text
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
}

/** The sign between the cells: of comma, semicolon, tab and bar the one that divides the first lines most evenly. */
export function dividerOf(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/).filter(line => line.trim()).slice(0, 20)
  const scored = [',', ';', '\t', '|'].map((divider) => {
    const counts = lines.map(line => line.split(divider).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0
    return { divider, score: usual && counts.filter(count => count === usual).length * 10 + usual }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]!.divider
}

/** The rows of a text, the empty ones left out. */
export function* rowsOfText(text: string): Generator<SheetRow> {
  const named = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  const rest = named ? text.slice(named[0].length) : text
  let line = named ? 1 : 0
  for (const row of streamCsvRows(rest, { delimiter: named?.[1] ?? dividerOf(rest), unescapeFormulae: true })) {
    line++
    yield { line, cells: row.map(cell => cell === '' || cell === null ? null : String(cell)) }
  }
}

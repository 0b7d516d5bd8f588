import type { OpenFile } from './open'
import type { SheetRow } from './trouble'
import { FileTrouble, mostRows } from './trouble'

/** The first rows of a sheet: enough to see what it is about. */
export async function headOf(file: OpenFile, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of file.rows(sheet)) {
    rows.push(row)
    if (rows.length === 30) break
  }
  if (!rows.length) throw new FileTrouble('empty')
  return rows
}

/** The rows below the headings, in pieces of at most 1,000. Throws FileTrouble `tooLong`. */
export async function* piecesOf(file: OpenFile, sheet: number, headingLine: number): AsyncGenerator<SheetRow[]> {
  let piece: SheetRow[] = []
  let count = 0
  for await (const row of file.rows(sheet)) {
    if (row.line <= headingLine) continue
    if (++count > mostRows) throw new FileTrouble('tooLong')
    piece.push(row)
    if (piece.length === 1_000) {
      yield piece
      piece = []
    }
  }
  if (piece.length) yield piece
}

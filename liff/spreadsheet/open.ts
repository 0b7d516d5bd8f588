import type { SheetRow } from './trouble'
import { decoded, rowsOfText } from './csv'
import { FileTrouble, mostBytes } from './trouble'
import { openWorkbook, rowsOfSheet } from './xlsx'

/** A file of tables: names of its sheets (one, without a name, of a text), its hash, and the rows of each sheet. */
export interface OpenFile { sheets: string[], sha256: string, rows: (sheet: number) => AsyncGenerator<SheetRow> }

const begins = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte)

/** Whether an OLE2 container (MS-CFB) has a stream of this name; its directory has entries of 128 bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = 512; at < bytes.length; at += 128) {
    if (begins(bytes.subarray(at), ...wanted)) return true
  }
  return false
}

/** Opens the bytes of a file: .xlsx, .xlsm, .csv and other divided texts. Throws FileTrouble with why it cannot be read. */
export async function openFile(bytes: Uint8Array): Promise<OpenFile> {
  if (!bytes.length) throw new FileTrouble('empty')
  if (bytes.length > mostBytes) throw new FileTrouble('tooBig')
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  const sha256 = Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('')
  // The container of old Office files, and of new ones with a password.
  if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) throw new FileTrouble(hasStream(bytes, 'EncryptedPackage') ? 'locked' : 'xls')
  if (begins(bytes, 0x50, 0x4B)) {
    const workbook = await openWorkbook(bytes)
    return { sheets: workbook.sheets.map(({ name }) => name), sha256, rows: sheet => filled(rowsOfSheet(workbook, sheet)) }
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0xFF, 0xD8) || begins(bytes, 0x89, 0x50)) throw new FileTrouble('notSheet')
  const text = decoded(bytes)
  if (/^\s*<(?:!doctype|html|table|meta|\?xml)/i.test(text)) throw new FileTrouble('webPage')
  if (!text.trim()) throw new FileTrouble('empty')
  return { sheets: [''], sha256, rows: () => filled(rowsOfText(text)) }
}

/** Leaves out what is empty, and what no sheet of cameras has: more than 200 columns, more than 2,000 letters in a cell. */
async function* filled(rows: Iterable<SheetRow> | AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const { line, cells } of rows) {
    const kept = cells.slice(0, 200).map(cell => typeof cell === 'string' ? cell.slice(0, 2_000) : cell)
    while (kept.length && (kept.at(-1) === null || String(kept.at(-1)).trim() === '')) kept.pop()
    if (kept.length) yield { line, cells: kept }
  }
}

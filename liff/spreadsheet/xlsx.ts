import type { Cell, SheetRow } from './trouble'
import { streamXlsxRows } from 'hucre/xlsx'
import { asWaitedFor } from './demand'
import { FileTrouble } from './trouble'
import { entriesOf, reordered, textOf } from './zip'

/** A workbook that can be read: its sheets that are not hidden, each with the path of its XML. */
export interface Workbook { bytes: Uint8Array, sheets: { name: string, path: string }[] }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }
const plain = (text: string) => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : entities[name] ?? whole)
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** Looks into an .xlsx (or .xlsm: its macros are never run). Throws FileTrouble for other things in a ZIP archive. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const entries = entriesOf(bytes)
  if (entries.has('xl/workbook.bin')) throw new FileTrouble('binaryBook')
  if (!entries.has('xl/workbook.xml')) throw new FileTrouble(entries.has('mimetype') || entries.has('word/document.xml') ? 'otherOffice' : 'notSheet')
  const whole = async (name: string) => {
    const entry = entries.get(name)
    let text = ''
    if (entry) for await (const part of textOf(bytes, entry)) text += part
    return text
  }
  const paths = new Map(Array.from((await whole('xl/_rels/workbook.xml.rels')).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g), ([tag]) => [attribute(tag, 'Id'), (attribute(tag, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/')]))
  const sheets = Array.from((await whole('xl/workbook.xml')).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g), ([tag]) => ({ name: plain(attribute(tag, 'name') ?? ''), path: paths.get(attribute(tag, '[\\w]+:id')) ?? '', hidden: /\bstate="(?:hidden|veryHidden)"/.test(tag) }))
    .filter(({ path, hidden }) => !hidden && entries.has(path))
  if (!sheets.length) throw new FileTrouble('empty')
  if (sheets.some(({ path }) => entries.get(path)!.size > 1_500_000_000)) throw new FileTrouble('tooBig')
  return { bytes, sheets: sheets.map(({ name, path }) => ({ name, path })) }
}

/** What hucre does not tell of a sheet while it streams: cells whose formula has no value, and what was merged downwards, by its first cell. */
interface Marks { unvalued: Set<string>, merged: Map<number, { column: number, last: number }[]> }

async function marksOf({ bytes }: Workbook, path: string): Promise<Marks> {
  const marks: Marks = { unvalued: new Set(), merged: new Map() }
  let pending = ''
  for await (const part of textOf(bytes, entriesOf(bytes).get(path)!)) {
    pending += part
    // Only whole rows.
    const cut = Math.max(pending.lastIndexOf('</row>') + 6, pending.lastIndexOf('<mergeCell '))
    if (cut > 5) {
      look(pending.slice(0, cut), marks)
      pending = pending.slice(cut)
    }
  }
  look(pending, marks)
  return marks
}

function look(text: string, { unvalued, merged }: Marks): void {
  for (let at = text.indexOf('<f'); at >= 0; at = text.indexOf('<f', at + 2)) {
    if (!/[ >/]/.test(text[at + 2] ?? '')) continue
    const [from, to] = [text.lastIndexOf('<c ', at), text.indexOf('</c>', at)]
    if (from < 0) continue
    const cell = text.slice(from, to < 0 ? undefined : to)
    const reference = attribute(cell, 'r')
    if (reference && !/<v>[^<]/.test(cell)) unvalued.add(reference)
  }
  if (!text.includes('<mergeCell')) return
  for (const [, column, first, , last] of text.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    if (Number(last) > Number(first)) merged.set(Number(first), [...merged.get(Number(first)) ?? [], { column: columnOf(column!), last: Number(last) }])
  }
}

const columnOf = (letters: string) => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
const lettersOf = (column: number): string => (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + column % 26)

/**
 * The rows of a sheet as hucre gives them, which reads on and keeps all of them when it is slower asked than it reads. So it is given the archive bit by
 * bit, the sheet as its last entry, as rows are waited for. What it cannot read that way it gets whole.
 */
async function* readRows({ bytes }: Workbook, name: string, path: string) {
  const entries = entriesOf(bytes)
  const others = [...entries.values()].filter(entry => /\.rels$|^\[Content_Types\]|^xl\/\w+\.xml$/i.test(entry.name))
  let any = false
  try {
    for await (const row of asWaitedFor(reordered(bytes, [...others, entries.get(path)!]), stream => streamXlsxRows(stream, { sheet: name }))) {
      any = true
      yield row
    }
  }
  catch (error) {
    if (any) throw error
  }
  if (!any) yield* streamXlsxRows(bytes, { sheet: name })
}

/** The rows of a sheet, the empty ones left out. What was merged downwards stands in each of its rows. Throws FileTrouble. */
export async function* rowsOfSheet(workbook: Workbook, index: number): AsyncGenerator<SheetRow> {
  const { name, path } = workbook.sheets[index]!
  const { unvalued, merged } = await marksOf(workbook, path)
  const down = new Map<number, { value: Cell, last: number }>()
  try {
    for await (const row of readRows(workbook, name, path)) {
      const line = row.index + 1
      const cells = row.values.map(value => cellOf(value))
      if (unvalued.size) {
        cells.forEach((_, column) => {
          if (unvalued.has(lettersOf(column) + line)) cells[column] = '='
        })
      }
      for (const { column, last } of merged.get(line) ?? []) down.set(column, { value: cells[column] ?? null, last })
      for (const [column, { value, last }] of down) {
        if (line > last) down.delete(column)
        else if (cells.length > column) cells[column] ??= value
        else if (value !== null) cells.push(...Array.from<null>({ length: column - cells.length }).fill(null), value)
      }
      yield { line, cells }
    }
  }
  catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble(/password|encrypt/i.test(String(error)) ? 'locked' : 'broken')
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined || value === '' ? null : String(value)
}

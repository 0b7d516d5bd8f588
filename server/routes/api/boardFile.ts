import type { Language } from '../../../domain/enums'
import type { Board } from '../../../domain/rounds/board'
import { writeXlsxStream } from 'hucre/xlsx'
import { boardLabels } from '../../../domain/labels/board'
import { inLanguage } from '../../../domain/labels/label'
import { returnStateLabels } from '../../../domain/labels/rounds'
import { thaiDateTime } from '../../../domain/time/bangkok'

const columns = ['agency', 'state', 'cameras', 'working', 'notWorking', 'completeness', 'errors', 'warnings', 'submittedAt', 'changedAt', 'remindedAt'] as const

/** The board as a table: its headings, a row for each agency, the sums. */
function tableOf({ agencies, sums }: Board, language: Language): { headings: string[], rows: (string | number)[][] } {
  const time = (at: Date | null) => at ? thaiDateTime(at, language) : ''
  const rows = agencies.map(row => [
    inLanguage(row.agency, language),
    inLanguage(returnStateLabels[row.state], language),
    row.cameras,
    row.working,
    row.notWorking,
    row.completeness ?? '',
    row.errors,
    row.warnings,
    time(row.submittedAt),
    time(row.changedAt),
    time(row.remindedAt),
  ])
  const total = [inLanguage(boardLabels.sum, language), '', sums.cameras, sums.working, sums.notWorking, '', '', '', '', '', '']
  return { headings: columns.map(column => inLanguage(boardLabels[column], language)), rows: [...rows, total] }
}

/** The board as CSV that a spreadsheet opens with right Thai: UTF-8 with BOM. */
export function boardCsv(board: Board, language: Language): string {
  const { headings, rows } = tableOf(board, language)
  return `\uFEFF${[headings, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** The same as a workbook, named after the round. */
export function boardXlsx(board: Board, language: Language): ReadableStream<Uint8Array> {
  const { headings, rows } = tableOf(board, language)
  // What a sheet may not be called.
  const name = board.round.name.replace(/[[\]:*?/\\]/g, ' ').trim().slice(0, 31) || inLanguage(boardLabels.agency, language)
  return writeXlsxStream(rows, { name, columns: headings.map((header, index) => ({ header, width: index ? 16 : 40 })), freezePane: { rows: 1 } })
}

/** A value in quotes where it needs them; what a spreadsheet would take for a formula stays text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

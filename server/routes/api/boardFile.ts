import type { Language } from '../../../domain/enums'
import type { Board } from '../../../domain/rounds/board'
import { boardLabels } from '../../../domain/labels/board'
import { inLanguage } from '../../../domain/labels/label'
import { returnStateLabels } from '../../../domain/labels/rounds'
import { thaiDateTime } from '../../../domain/time/bangkok'

const columns = ['agency', 'state', 'cameras', 'working', 'notWorking', 'completeness', 'errors', 'warnings', 'submittedAt', 'changedAt', 'remindedAt'] as const

/** The board as CSV that a spreadsheet opens with right Thai: UTF-8 with BOM, a heading, a row for each agency, the sums. */
export function boardFile({ agencies, sums }: Board, language: Language): string {
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
  return `\uFEFF${[columns.map(column => inLanguage(boardLabels[column], language)), ...rows, total].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A value in quotes where it needs them; what a spreadsheet would take for a formula stays text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

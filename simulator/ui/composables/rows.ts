import type { ChatLine } from '../../contract'
import { dayOf } from '../locale/dates'

/** One row of the chat on the screen: a day's heading, a remark of LINE, or lines of one sender that stand together. */
export type Row
  = | { key: string, kind: 'day', at: number }
    | { key: string, kind: 'remark', line: ChatLine }
    | { key: string, kind: 'lines', from: string, first: boolean, lines: ChatLine[] }

function setOf(line: ChatLine): string | undefined {
  return line.unsent ? undefined : (line.message.imageSet as { id?: string } | undefined)?.id
}

/** Lays out a chat's lines: headings between days, photos sent together in one row, `first` where the sender changes. */
export function layOut(lines: ChatLine[]): Row[] {
  const rows: Row[] = []
  let day = ''
  for (const line of lines) {
    const its = dayOf(line.at, 'en')
    if (its !== day) { rows.push({ key: `day ${its}`, kind: 'day', at: line.at }) }
    day = its
    if (line.via === 'system') {
      rows.push({ key: line.id, kind: 'remark', line })
      continue
    }
    const last = rows.at(-1)
    const together = setOf(line)
    if (last?.kind === 'lines' && last.from === line.from && together && together === setOf(last.lines[0]!)) { last.lines.push(line) }
    else { rows.push({ key: line.id, kind: 'lines', from: line.from, first: last?.kind !== 'lines' || last.from !== line.from, lines: [line] }) }
  }
  return rows
}

import type { Cell } from './trouble'
import { colToLetter, writeXlsx } from 'hucre/xlsx'

/** A column of a sheet to fill in: its heading and, where there is a choice, what can be chosen. */
export interface TemplateColumn { heading: string, choices?: string[] }

/** An .xlsx to fill in: headings, drop-down lists, and a second sheet that holds the lists. `rows` lines can be filled in. */
export async function templateSheet(name: string, listsName: string, columns: TemplateColumn[], rows = 2_000): Promise<Uint8Array> {
  const lists = columns.filter(({ choices }) => choices?.length)
  const longest = Math.max(0, ...lists.map(({ choices }) => choices!.length))
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ heading }) => ({ width: Math.max(14, Math.min(32, heading.length + 4)) })),
        rows: [columns.map(({ heading }) => heading)],
        cells: new Map(columns.map((_, index) => [`0,${index}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ choices }, index) => {
          const list = lists.findIndex(one => one.choices === choices)
          return choices?.length
            ? [{ type: 'list' as const, formula1: `'${listsName}'!$${colToLetter(list)}$2:$${colToLetter(list)}$${choices.length + 1}`, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' as const, range: `${colToLetter(index)}2:${colToLetter(index)}${rows + 1}` }]
            : []
        }),
      },
      { name: listsName, rows: Array.from({ length: longest + 1 }, (_, row) => lists.map(({ heading, choices }) => row === 0 ? heading : choices![row - 1] ?? null)) },
    ],
  })
}

/** An .xlsx of rows below their headings. What looks like a formula is text in it. */
export async function plainSheet(name: string, headings: string[], rows: Cell[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, columns: headings.map(() => ({ width: 20 })), rows: [headings, ...rows], freezePane: { rows: 1 } }] })
}

/** Hands a file to the browser to keep. */
export function keepFile(bytes: Uint8Array, fileName: string, type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type })), download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

import type { ImportRow, ImportRun } from '../../composables/imports'
import type { Locale } from '../../locales/th'
import { api } from '../../api'

/** Hands out the rows that are wrong as they came, each with what is to be put right, to be corrected in a spreadsheet and brought in again. */
export async function keepWrongRows(run: ImportRun, { imports: words }: Locale): Promise<void> {
  const { keepFile, plainSheet } = await import('../../spreadsheet/write')
  const rows: ImportRow[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: { items: ImportRow[], next: number | null } = await (await api.imports[':id'].rows.$get({ param: { id: run.id }, query: { outcome: 'WRONG', after: String(after), limit: '1000' } })).json()
    rows.push(...page.items)
    after = page.next
  }
  const said = ({ problems }: ImportRow) => problems.map(({ heading, words }) => heading ? `${heading}: ${words}` : words).join('\n')
  const cells = rows.map(row => [said(row), row.line, ...run.headings.map((_, index) => row.cells[index] ?? null)])
  keepFile(await plainSheet(words.sheetName, [words.wrongColumn, words.where, ...run.headings], cells), words.wrongFile)
}

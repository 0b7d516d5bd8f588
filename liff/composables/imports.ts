import type { InferResponseType } from 'hono/client'
import type { sheetReader } from '../spreadsheet/reader'
import { api } from '../api'

/** An import as the server tells of it. */
export type ImportRun = InferResponseType<typeof api.imports[':id']['$get'], 200>

/** A row of it. */
export type ImportRow = InferResponseType<typeof api.imports[':id']['rows']['$get'], 200>['items'][number]

/** What was chosen about a file before it is sent. */
export interface ChosenFile { provinceCode: string, agencyId: string | null, fileName: string, sha256: string, sheet: number, headingLine: number, headings: string[], columns: string[] }

/** Sends the rows of a file, two pieces at once while the next is read. Rejects with Trouble or FileTrouble. Returns the import's id. */
export async function sendFile(reader: ReturnType<typeof sheetReader>, { sheet, headingLine, ...chosen }: ChosenFile, sent: (rows: number) => void): Promise<{ id: string, rows: number }> {
  const id = crypto.randomUUID()
  await api.imports.$post({ json: { id, ...chosen } })
  await reader.ask('begin', sheet, headingLine)
  let rows = 0
  const sending = new Set<Promise<void>>()
  for (;;) {
    const piece = await reader.ask('next')
    if (!piece) break
    const one = api.imports[':id'].rows.$put({ param: { id }, json: { rows: piece } }).then(() => {
      sending.delete(one)
      sent(rows += piece.length)
    })
    // What goes wrong with it is told when it is awaited.
    one.catch(() => {})
    sending.add(one)
    if (sending.size === 2) await Promise.race(sending)
  }
  await Promise.all(sending)
  return { id, rows }
}

/** Whether the server has something to do for an import. */
export const isBusy = ({ state }: Pick<ImportRun, 'state'>): boolean => state === 'CHECKING' || state === 'APPLYING' || state === 'UNDOING'

/** Has the server go on until nothing is left to do; `told` after each piece. `stopped`: the page was left. */
export async function goOn(id: string, told: (run: ImportRun) => void, stopped: () => boolean): Promise<void> {
  for (;;) {
    const run = await (await api.imports[':id'].step.$post({ param: { id } })).json()
    if (stopped()) return
    told(run)
    if (!isBusy(run)) return
  }
}

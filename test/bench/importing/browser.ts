/** The browser's part of an import, run by Node: the same modules read the file, and the rows go to the server as the page sends them. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { openFile } from '../../../liff/spreadsheet/open'
import { piecesOf } from '../../../liff/spreadsheet/pieces'
import { peakOf } from './measured'
import { columns, headings } from './sheet'

const { URL: api, COOKIE: cookie, SHEET: sheet, PROVINCE: provinceCode } = process.env as Record<string, string>
async function ask(method: string, path: string, body?: unknown): Promise<any> {
  const answer = await fetch(`${api}/api/imports${path}`, { method, headers: { 'content-type': 'application/json', 'cookie': cookie!, 'origin': api! }, ...body !== undefined && { body: JSON.stringify(body) } })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer.status === 204 ? null : answer.json()
}
async function goOn(id: string): Promise<any> {
  for (;;) {
    const run = await ask('POST', `/${id}/step`)
    if (!run.state.endsWith('ING')) return run
  }
}

const begun = performance.now()
const parts: Record<string, number> = {}
const took = (part: string) => parts[part] = Math.round(performance.now() - begun - Object.values(parts).reduce((sum, ms) => sum + ms, 0))
const file = await openFile(new Uint8Array(await readFile(sheet!)))
const id = randomUUID()
await ask('POST', '', { id, provinceCode, agencyId: null, fileName: 'bench.xlsx', sha256: file.sha256, headings, columns })
let rows = 0
// As `sendFile` of the page does it.
const sending = new Set<Promise<unknown>>()
for await (const piece of piecesOf(file, 0, 1)) {
  const one: Promise<unknown> = ask('PUT', `/${id}/rows`, { rows: piece }).then(() => sending.delete(one))
  one.catch(() => {})
  sending.add(one)
  rows += piece.length
  if (sending.size === 2) await Promise.race(sending)
}
await Promise.all(sending)
took('sent')
await ask('POST', `/${id}/whole`, { rows })
const checked = await goOn(id)
took('checked')
await ask('POST', `/${id}/apply`)
const applied = await goOn(id)
took('applied')
const ms = performance.now() - begun
if (applied.state !== 'APPLIED' || checked.wrong) throw new Error(JSON.stringify(applied))
process.send!({ rows, ms, memory: await peakOf(process.pid), created: applied.created, changed: applied.changed, parts })

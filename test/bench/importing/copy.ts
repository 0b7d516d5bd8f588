/** The baseline of an import: reads the same file with the same library and copies its rows into a bare table. */
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { peakOf } from './measured'

const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()
await client.query(`DROP TABLE IF EXISTS bare; CREATE TABLE bare (${Array.from({ length: 12 }, (_, i) => `c${i} text`).join(', ')})`)
const begun = performance.now()
let rows = -1
async function* lines() {
  for await (const { values } of streamXlsxRows(new Uint8Array(await readFile(process.env.SHEET!)))) {
    rows++
    yield `${values.map(value => value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, ' ')).join('\t')}\n`
  }
}
await pipeline(Readable.from(lines()), client.query(from('COPY bare FROM STDIN')))
const ms = performance.now() - begun
await client.end()
process.send!({ rows, ms, memory: await peakOf(process.pid) })

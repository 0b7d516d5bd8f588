/** The baseline: only hashes the bytes that a verification hashes. They are made beforehand, some at a time, and not counted. */
import { createHash } from 'node:crypto'
import process from 'node:process'
import { textOf } from '../../../domain/chain/entry'
import { peakOf } from '../importing/measured'
import { entriesFrom } from './entries'

const [entries, atOnce] = [Number(process.env.ENTRIES), 10_000]
let ms = 0
let hash: string | null = null
for (let from = 1; from <= entries; from += atOnce) {
  const texts: string[] = entriesFrom(from, Math.min(atOnce, entries - from + 1), hash).map(entry => textOf(entry))
  const begun = performance.now()
  for (const text of texts) hash = createHash('sha256').update(text).digest('hex')
  ms += performance.now() - begun
}
process.send!({ rows: entries, ms, memory: await peakOf(process.pid) })

import type { Manifest } from './format'
import { createHash } from 'node:crypto'

type TableSum = Omit<Manifest['tables'][number], 'columns'>

/** Adds up a table while its bytes go by. In PostgreSQL's text format a row ends with a line feed, and no value holds one. */
export function tableSum(name: string) {
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  return {
    add(chunk: Uint8Array) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++
    },
    sum: (): TableSum => ({ name, rows, bytes, sha256: hash.copy().digest('hex') }),
  }
}

/** Adds up photos while they go by. */
export function photoSum() {
  const hash = createHash('sha256')
  let [files, bytes] = [0, 0]
  return {
    add(name: string, photo: Uint8Array) {
      hash.update(`${createHash('sha256').update(photo).digest('hex')}  ${name}\n`)
      files++
      bytes += photo.length
    },
    sum: () => ({ files, bytes, sha256: hash.copy().digest('hex') }),
  }
}

import { Buffer } from 'node:buffer'
import { randomFillSync } from 'node:crypto'

let last = 0
let count = 0

// Random bytes are dear one by one.
const pool = Buffer.allocUnsafe(4096)
let used = pool.length

/** A UUID of version 7 (RFC 9562): those made by one process sort in the order they were made. */
export function uuid7(now = Date.now()): string {
  count = now > last ? 0 : count + 1
  last = Math.max(now, last) + (count >> 12)
  count &= 0xFFF
  if (used === pool.length) used = randomFillSync(pool).length - pool.length
  const bytes = pool.subarray(used, used += 16)
  bytes.writeUIntBE(last, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes[8] = (bytes[8]! & 0x3F) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

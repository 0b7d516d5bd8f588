import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether `signature` (header `x-line-signature`) is LINE's for exactly these bytes. Takes the same time wherever it differs. */
export function isSigned(body: Uint8Array, signature: string | undefined, channelSecret: string): boolean {
  return signature !== undefined && sameText(createHmac('sha256', channelSecret).update(body).digest('base64'), signature)
}

/** Compares two texts in constant time (for a given length). */
export function sameText(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

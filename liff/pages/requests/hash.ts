import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** So much of a file is in memory at a time, bytes. */
const piece = 4 * 1024 * 1024

/**
 * SHA-256 of a file in hex, read piece by piece: the browser's own `crypto.subtle` would want all of it in memory. `told`: how much is done, 0–1.
 * Null when it was `stopped`; rejects when the file cannot be read (any more).
 */
export async function hashFile(file: Blob, told: (share: number) => void = () => {}, stopped: () => boolean = () => false): Promise<string | null> {
  const hash = sha256.create()
  for (let at = 0; at < file.size; at += piece) {
    const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer())
    if (stopped()) return null
    hash.update(bytes)
    told(Math.min(1, (at + piece) / file.size))
  }
  return bytesToHex(hash.digest())
}

import type { Stripped } from './jpeg'
import { Buffer } from 'node:buffer'
import { NotAPhoto } from './photo'

/** What every PNG begins with. */
export const pngSignature = Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

/** Header, palette, transparency, pixels, end. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']

/** Copies a PNG without its texts, times, EXIF, animation and what follows its end. The pixels stay as they are. Throws NotAPhoto when it is damaged. */
export function stripPng(file: Buffer): Stripped {
  const parts: Buffer[] = [pngSignature]
  let last = ''
  for (let at = pngSignature.length; last !== 'IEND';) {
    const end = at + 12 + (at + 8 <= file.length ? file.readUInt32BE(at) : Infinity)
    if (end > file.length) throw new NotAPhoto('damaged')
    last = file.toString('latin1', at + 4, at + 8)
    if (kept.includes(last)) parts.push(file.subarray(at, end))
    at = end
  }
  const header = parts[1]!
  if (header.toString('latin1', 4, 8) !== 'IHDR' || header.length !== 25) throw new NotAPhoto('damaged')
  const [width, height] = [header.readUInt32BE(8), header.readUInt32BE(12)]
  if (!width || !height || !parts.some(part => part.toString('latin1', 4, 8) === 'IDAT')) throw new NotAPhoto('damaged')
  return { bytes: Buffer.concat(parts), width, height }
}

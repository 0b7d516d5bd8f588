import { Buffer } from 'node:buffer'
import { NotAPhoto } from './photo'

/** A file without what is not picture, and its size in pixels as it is looked at. */
export interface Stripped { bytes: Buffer, width: number, height: number }

const START = Buffer.from([0xFF, 0xD8])
const END = Buffer.from([0xFF, 0xD9])
/** Baseline, extended and progressive: the kinds that browsers and LINE show. */
const frames = [0xC0, 0xC1, 0xC2]
/** Beside frames: Huffman tables, quantisation tables, restart interval, scans. All else says something about the picture, or hides in it. */
const kept = [0xC4, 0xDB, 0xDD, 0xDA]

/**
 * Copies a JPEG without its metadata: EXIF, GPS, comments, thumbnails, what follows its end. The pixels stay as they are, and which way up
 * it is held. Throws NotAPhoto when it is damaged.
 */
export function stripJpeg(file: Buffer): Stripped {
  const parts: Buffer[] = []
  let frame: { width: number, height: number } | undefined
  let scanned = false
  let turned = 1
  for (let at = 2; ;) {
    const marker = file[at + 1]
    if (file[at] !== 0xFF || marker === undefined) throw new NotAPhoto('damaged')
    if (marker === 0xFF) {
      at++
      continue
    }
    if (marker === 0xD9) break
    const end = at + 2 + (at + 4 <= file.length ? file.readUInt16BE(at + 2) : Infinity)
    if (end > file.length || end < at + 4) throw new NotAPhoto('damaged')
    const segment = file.subarray(at, end)
    at = end
    if (frames.includes(marker)) {
      if (frame || segment.length < 10) throw new NotAPhoto('damaged')
      frame = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    }
    if (marker === 0xE1 && !scanned) turned = orientation(segment.subarray(4)) ?? turned
    if (frames.includes(marker) || kept.includes(marker) || isAdobe(marker, segment)) parts.push(segment)
    if (marker === 0xDA) {
      at = endOfScan(file, end)
      parts.push(file.subarray(end, at))
      scanned = true
    }
  }
  if (!frame?.width || !frame.height || !scanned) throw new NotAPhoto('damaged')
  const { width, height } = turned < 5 ? frame : { width: frame.height, height: frame.width }
  return { bytes: Buffer.concat([START, ...turned === 1 ? [] : [heldAs(turned)], ...parts, END]), width, height }
}

/** Says how colours are stored; without it they would be wrong. */
const isAdobe = (marker: number, segment: Buffer) => marker === 0xEE && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe'

/** Where the next marker stands behind the data of a scan, in which FF is followed by 00 or is a restart marker. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xFF, from); at >= 0; at = file.indexOf(0xFF, at + 1)) {
    const next = file[at + 1] ?? 0
    if (next !== 0 && next !== 0xFF && !(next >= 0xD0 && next <= 0xD7)) return at
  }
  throw new NotAPhoto('damaged')
}

/** EXIF's orientation (1 to 8) in an APP1 segment; undefined when it tells none. */
function orientation(app1: Buffer): number | undefined {
  if (app1.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = app1.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => at + 2 <= tiff.length ? little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at) : 0
  const long = (at: number) => at + 4 <= tiff.length ? little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at) : 0
  const table = long(4)
  for (let n = 0; n < short(table); n++) {
    const entry = table + 2 + n * 12
    if (short(entry) !== 0x0112) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An EXIF segment that tells the orientation and nothing else. */
function heldAs(value: number): Buffer {
  const table = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  return Buffer.concat([Buffer.from([0xFF, 0xE1, 0, 34]), Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), Buffer.from(table)])
}

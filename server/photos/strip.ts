import type { Buffer } from 'node:buffer'
import type { CleanPhoto } from './photo'
import { stripJpeg } from './jpeg'
import { mostBytes, mostPixels, NotAPhoto } from './photo'
import { pngSignature, stripPng } from './png'

/** A file up to this size is its own preview, bytes. */
const small = 300_000

/**
 * Makes of an uploaded file what is kept, where pictures cannot be decoded (on Cloudflare Workers): its type told by its content, its metadata
 * taken away, its pixels left as they are. JPEG, which is what LINE gives, and PNG. `smaller` fetches LINE's own preview, or null. Throws NotAPhoto.
 */
export async function stripPhoto(bytes: Buffer, smaller: () => Promise<Buffer | null>): Promise<CleanPhoto> {
  const { bytes: full, ...about } = strip(bytes)
  if (full.length <= small) return { ...about, full, preview: full }
  const preview = await smaller()
  // Both are served as of one type.
  const fits = preview && typeOf(preview) === about.type
  return { ...about, full, preview: fits ? strip(preview).bytes : full }
}

function strip(bytes: Buffer) {
  if (bytes.length > mostBytes) throw new NotAPhoto('too large')
  const type = typeOf(bytes)
  if (!type) throw new NotAPhoto('not a photo')
  const stripped = type === 'image/png' ? stripPng(bytes) : stripJpeg(bytes)
  if (stripped.width * stripped.height > mostPixels) throw new NotAPhoto('too many pixels')
  return { ...stripped, type }
}

function typeOf(bytes: Buffer): CleanPhoto['type'] | null {
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'image/png'
  return bytes[0] === 0xFF && bytes[1] === 0xD8 && bytes[2] === 0xFF ? 'image/jpeg' : null
}

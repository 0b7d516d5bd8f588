import type { Buffer } from 'node:buffer'
import type { Sharp } from 'sharp'
import type { CleanPhoto } from './photo'
import { mostBytes, mostPixels, NotAPhoto } from './photo'

/** Seconds that one size may take to make: some small files take very long to open. */
const patience = 30
const sizes = { full: 2048, preview: 512 }
const formats = ['jpeg', 'png', 'webp', 'gif']

/** What files of these formats begin with. Told here, so that nothing else ever reaches the library: it opens many more, SVG among them. */
const beginnings = [/^\xFF\xD8\xFF/, /^\x89PNG\r\n/, /^GIF8[79]a/, /^RIFF.{4}WEBP/s]

/** The library is loaded with the first photo: a server that sees none does not pay for it. */
async function library() {
  const { default: sharp } = await import('sharp')
  // Photos come one by one; a second thread and a cache of pixels would only cost memory.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/**
 * Makes of an uploaded file what is kept: its type told by its content, its size by its header before any pixel is opened, of several pictures the
 * first, turned upright, re-encoded so that nothing of the file itself remains (EXIF, GPS, hidden data), at most 2048 pixels each way, with a
 * preview of at most 512. Throws NotAPhoto.
 */
export async function cleanPhoto(bytes: Buffer): Promise<CleanPhoto> {
  if (bytes.length > mostBytes) throw new NotAPhoto('too large')
  const beginning = bytes.toString('latin1', 0, 12)
  if (!beginnings.some(pattern => pattern.test(beginning))) throw new NotAPhoto('not a photo')
  const sharp = await library()
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  await examine(open())
  const make = async (size: number, quality: number) => open()
    .autoOrient()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, mozjpeg: false })
    .timeout({ seconds: patience })
    .toBuffer({ resolveWithObject: true })
  try {
    const full = await make(sizes.full, 82)
    const preview = await make(sizes.preview, 75)
    return { full: full.data, preview: preview.data, width: full.info.width, height: full.info.height, type: 'image/jpeg' }
  }
  catch {
    throw new NotAPhoto('damaged')
  }
}

/** Reads the header alone. Throws NotAPhoto. */
async function examine(image: Sharp): Promise<void> {
  const { format, width, height } = await image.metadata().catch((error: Error) => {
    throw new NotAPhoto(/pixel limit/i.test(error.message) ? 'too many pixels' : 'damaged')
  })
  if (!formats.includes(format)) throw new NotAPhoto('not a photo')
  if (width * height > mostPixels) throw new NotAPhoto('too many pixels')
}

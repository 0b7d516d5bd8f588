import sharp from 'sharp'

/** A JPEG as a phone makes it, with EXIF (camera, place) in it. `width` in pixels. */
export async function photo(width = 320): Promise<Uint8Array> {
  const image = sharp({ create: { width, height: Math.round(width * 0.75), channels: 3, background: '#0B6B5D' } })
  return new Uint8Array(await image.withExif({ IFD0: { Make: 'Phone', Model: 'Test' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 35/1 0/1' } }).jpeg().toBuffer())
}

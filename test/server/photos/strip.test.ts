import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { NotAPhoto } from '../../../server/photos/photo'
import { stripPhoto } from '../../../server/photos/strip'

const secret = 'Secret place'
const exif = { IFD0: { Make: secret, ImageDescription: secret }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 35/1 0/1' } }
const noise = (width = 120, height = 80) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
const none = async () => null
const strip = (bytes: Buffer) => stripPhoto(bytes, none)
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
/** A segment of a JPEG, to be put behind its first two bytes. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xFF, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

describe('a photo that is kept without being decoded', () => {
  it.each([
    ['from a phone', () => noise().withExif(exif).jpeg().toBuffer()],
    ['progressive', () => noise().withExif(exif).jpeg({ progressive: true }).toBuffer()],
    ['with restart markers and other colours', () => noise().withExif(exif).toColourspace('cmyk').jpeg().toBuffer()],
    ['with a comment', async () => withSegment(await noise().jpeg().toBuffer(), 0xFE, Buffer.from(secret))],
    ['with an application\'s own data', async () => withSegment(await noise().jpeg().toBuffer(), 0xED, Buffer.from(secret))],
    ['with something behind its end', async () => Buffer.concat([await noise().jpeg().toBuffer(), Buffer.from(secret)])],
    ['a PNG', () => noise().withExif(exif).png().toBuffer()],
    ['a PNG with few colours, and something behind its end', async () => Buffer.concat([await noise().png({ palette: true }).toBuffer(), Buffer.from(secret)])],
  ] as Array<[string, () => Promise<Buffer>]>)('keeps its pixels and loses all else: %s', async (_, make) => {
    const file = await make()
    expect(file.includes(secret)).toBe(true)
    const { full, preview, width, height, type } = await strip(file)
    expect(Buffer.from(full).includes(secret)).toBe(false)
    expect(preview).toEqual(full)
    expect([width, height]).toEqual([120, 80])
    const { format, exif, icc, xmp, iptc, comments } = await sharp(full).metadata()
    expect({ type, exif, icc, xmp, iptc, comments }).toEqual({ type: `image/${format}` })
    expect(await pixels(full)).toEqual(await pixels(file))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stays the right way up (%d)', async (orientation) => {
    const { full, width, height } = await strip(await noise().withExif(exif).withMetadata({ orientation }).jpeg().toBuffer())
    expect([width, height]).toEqual(orientation < 5 ? [120, 80] : [80, 120])
    const found = await sharp(full).metadata()
    expect(found.orientation ?? 1).toBe(orientation)
    expect(found.exif?.length ?? 0).toBe(orientation === 1 ? 0 : 32)
  })

  it('takes LINE\'s own preview when it is large, without its metadata', async () => {
    const large = await noise(1200, 900).withExif(exif).jpeg({ quality: 95 }).toBuffer()
    const small = await noise(240, 180).withExif(exif).jpeg().toBuffer()
    const { full, preview } = await stripPhoto(large, async () => small)
    expect((await sharp(preview).metadata()).width).toBe(240)
    expect(Buffer.from(preview).includes(secret)).toBe(false)
    expect((await strip(large)).preview).toEqual(full)
    const png = await noise(240, 180).png().toBuffer()
    expect((await stripPhoto(large, async () => png)).preview).toEqual(full)
  })
})

describe('what is no photo', () => {
  const reason = (bytes: Buffer) => strip(bytes).then(() => null, error => (error as NotAPhoto).reason)

  it('is told by its content', async () => {
    for (const text of ['', '<script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.7', '\xFF\xD8']) expect(await reason(Buffer.from(text, 'latin1'))).toBe('not a photo')
    expect(await reason(await noise().webp().toBuffer())).toBe('not a photo')
    expect(await reason(Buffer.concat([Buffer.from([0xFF, 0xD8, 0xFF, 0xE0]), Buffer.alloc(10_000_001)]))).toBe('too large')
  })

  it('is a small file that claims billions of pixels', async () => {
    const png = await noise().png().toBuffer()
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(await reason(png)).toBe('too many pixels')
    const jpeg = await noise().jpeg().toBuffer()
    const frame = jpeg.indexOf(Buffer.from([0xFF, 0xC0]))
    jpeg.writeUInt16BE(60_000, frame + 5)
    jpeg.writeUInt16BE(60_000, frame + 7)
    expect(await reason(jpeg)).toBe('too many pixels')
  })

  it.each(['jpeg', 'png'] as const)('is a %s that breaks off anywhere', async (format) => {
    const whole = await noise(40, 30).withExif(exif).toFormat(format).toBuffer()
    for (let length = 8; length < whole.length; length += 7) expect(await reason(whole.subarray(0, length)), `${length} of ${whole.length} bytes`).toBe('damaged')
  })

  it.each(['jpeg', 'png'] as const)('never breaks anything, whatever is wrong in a %s', async (format) => {
    const whole = await noise(40, 30).withExif(exif).toFormat(format).toBuffer()
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(Math.min(whole.length - 1, 700)), fc.nat(255)), { minLength: 1, maxLength: 5 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      await strip(bytes).catch((error) => {
        if (!(error instanceof NotAPhoto)) throw error
      })
    }), { numRuns: 500 })
  })
})

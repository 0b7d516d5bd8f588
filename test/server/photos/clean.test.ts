import type { WhyNot } from '../../../server/photos/photo'
import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanPhoto } from '../../../server/photos/clean'
import { mostBytes, mostPixels, NotAPhoto } from '../../../server/photos/photo'

const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#36a' } })
function outcome(bytes: Buffer) {
  return cleanPhoto(bytes).then(() => 'kept' as const, (error: NotAPhoto): WhyNot => {
    expect(error).toBeInstanceOf(NotAPhoto)
    return error.reason
  })
}

/** A PNG that claims a size, with hardly anything behind it. */
function claims(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))])
}

describe('what is kept of a photo', () => {
  it.each(['png', 'webp', 'gif'] as const)('is a JPEG also when it came as %s', async (format) => {
    const { full } = await cleanPhoto(await noise(60, 40).toFormat(format).toBuffer())
    expect((await sharp(full).metadata()).format).toBe('jpeg')
  })

  it('is at most 2048 pixels wide or high, its preview at most 512 and far below 1 MB', async () => {
    const { full, preview, width, height } = await cleanPhoto(await noise(3000, 1500).jpeg().toBuffer())
    expect([width, height]).toEqual([2048, 1024])
    expect((await sharp(full).metadata()).width).toBe(2048)
    expect((await sharp(preview).metadata()).width).toBe(512)
    expect(preview.length).toBeLessThan(1_000_000)
  })
})

describe('a file that wants too much', () => {
  it('is taken with as many pixels as the limit, and refused with one row more', async () => {
    const png = (height: number) => plain(8192, height).png({ compressionLevel: 1 }).toBuffer()
    expect(8192 * 6144).toBe(mostPixels)
    expect(await outcome(await png(6144))).toBe('kept')
    expect(await outcome(await png(6145))).toBe('too many pixels')
  })

  it.each([[60_000, 60_000], [mostPixels + 1, 1], [2_000_000_000, 2_000_000_000]])('claims %i × %i pixels: its header is enough to refuse it', async (width, height) => {
    const file = claims(width, height)
    expect(file.length).toBeLessThan(200)
    expect(['too many pixels', 'damaged']).toContain(await outcome(file))
    expect(await outcome(claims(60_000, 60_000))).toBe('too many pixels')
  })

  it('is taken with as many bytes as the limit, and refused with one more', async () => {
    const jpeg = await plain(40, 30).jpeg().toBuffer()
    const filled = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)])
    expect(await outcome(filled(mostBytes))).toBe('kept')
    expect(await outcome(filled(mostBytes + 1))).toBe('too large')
  })

  it.each(['gif', 'webp'] as const)('is a moving picture (%s): its first picture is kept, the others are never opened', async (format) => {
    const frames = await Promise.all(['#f00', '#0f0', '#00f'].map(background => sharp({ create: { width: 80, height: 60, channels: 3, background } }).png().toBuffer()))
    const moving = await sharp(frames, { join: { animated: true } }).toFormat(format, { loop: 0, delay: [100, 100, 100] }).toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(3)
    const { full, width, height } = await cleanPhoto(moving)
    expect([width, height]).toEqual([80, 60])
    const [red, green] = await sharp(full).raw().toBuffer()
    expect(red).toBeGreaterThan(200)
    expect(green).toBeLessThan(60)
  })
})

describe('a file that is something else as well', () => {
  it.each([
    ['an archive behind it', Buffer.from('PK\x03\x04 an archive of secrets')],
    ['a page with a script behind it', Buffer.from('<html><script>alert(1)</script></html>')],
  ])('is kept as a photo alone: %s is gone', async (_, more) => {
    const { full, preview } = await cleanPhoto(Buffer.concat([await plain(40, 30).jpeg().toBuffer(), more]))
    expect(Buffer.from(full).includes(more)).toBe(false)
    expect(Buffer.from(preview).includes(more)).toBe(false)
  })

  it('keeps nothing of a comment inside', async () => {
    const jpeg = await plain(40, 30).jpeg().toBuffer()
    const comment = Buffer.from('<?php system($_GET[0]); ?>')
    const length = Buffer.from([0xFF, 0xFE, 0, comment.length + 2])
    const { full } = await cleanPhoto(Buffer.concat([jpeg.subarray(0, 2), length, comment, jpeg.subarray(2)]))
    expect(Buffer.from(full).includes('php')).toBe(false)
  })

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
    ['a drawing that begins as XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a document', Buffer.from('%PDF-1.7\n')],
    ['an archive', Buffer.from('PK\x03\x04')],
    ['a packed file', Buffer.from([0x1F, 0x8B, 8, 0])],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it begins as %s', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('not a photo')
  })

  it.each(['tiff', 'avif'] as const)('is refused as %s, which the library could open', async (format) => {
    expect(await outcome(await plain(40, 30).toFormat(format).toBuffer())).toBe('not a photo')
  })
})

describe('a file that is not whole', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('is refused as %s, wherever it was cut', async (format) => {
    const whole = await noise(200, 150).toFormat(format).toBuffer()
    for (const part of [0.02, 0.3, 0.8]) expect(await outcome(whole.subarray(0, Math.max(16, whole.length * part)))).toBe('damaged')
  })
})

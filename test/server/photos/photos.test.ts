import type { Product } from '../../helpers/product'
import type { StoreUnderTest } from '../../helpers/stores'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoLinks } from '../../../server/photos/links'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { stores } from '../../helpers/stores'
import { echo } from '../echo'

const secretPlace = 'Secret place'
/** A photo from a phone: held sideways, with where it was taken. */
function fromPhone() {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#3366aa' } })
    .withExif({ IFD0: { Make: secretPlace }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 35/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

describe.each(stores)('photos %s', (_, open) => {
  let place: StoreUnderTest
  let product: Product
  let later = 0
  beforeAll(async () => {
    place = await open()
    product = await startProduct({ conversation: echo, now: () => new Date(Date.now() + later), photos: place.settings })
  })
  afterAll(async () => {
    await product.stop()
    await place.close()
  })

  /** Has a person send files in the chat, and an attachment waiting for each. */
  async function sent(files: Buffer[], notReady = 0): Promise<string[]> {
    const user = await product.db.user.upsert({ where: { lineUserId: lineId(1) }, create: { lineUserId: lineId(1) }, update: {} })
    const { messageIds } = await product.line.photos({ as: lineId(1), chat: lineId(1), files: files.map(bytes => ({ bytes: new Uint8Array(bytes), type: 'image/jpeg' })), notReady })
    const rows = await Promise.all(messageIds.map(lineMessageId => product.db.attachment.create({ data: { uploadedById: user.id, lineMessageId } })))
    product.server.poke('photos')
    return rows.map(row => row.id)
  }
  const attachment = (id: string) => product.db.attachment.findUniqueOrThrow({ where: { id } })
  function settled(id: string) {
    return eventually(async () => {
      const row = await attachment(id)
      expect(row.state).not.toBe('PENDING')
      return row
    })
  }
  const links = () => photoLinks({ ...product.config, publicUrl: product.url }, () => new Date(Date.now() + later))

  describe('a photo that was sent', () => {
    it('is kept the right way up, without any of its metadata, in two sizes', async () => {
      const [id] = await sent([await fromPhone()])
      expect(await settled(id!)).toMatchObject({ state: 'STORED', contentType: 'image/jpeg', width: 300, height: 400, error: null })
      for (const size of ['full', 'preview'] as const) {
        const response = await fetch(links().link(id!, size))
        expect(response.status).toBe(200)
        const bytes = Buffer.from(await response.arrayBuffer())
        const { format, exif, orientation, width, height } = await sharp(bytes).metadata()
        expect({ format, exif, orientation, width, height }).toEqual({ format: 'jpeg', exif: undefined, orientation: undefined, width: 300, height: 400 })
        expect(bytes.includes(secretPlace)).toBe(false)
        expect(Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control'].map(name => [name, response.headers.get(name)]))).toEqual({
          'content-type': 'image/jpeg',
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, max-age=300',
        })
      }
    })

    it('is asked for again while LINE has it not ready', async () => {
      const [id] = await sent([await fromPhone()], 2)
      await eventually(async () => expect(await attachment(id!)).toMatchObject({ state: 'PENDING', error: 'not ready' }))
      await eventually(async () => {
        later += 500
        product.server.poke('photos')
        expect((await attachment(id!)).state).toBe('STORED')
      })
      expect((await attachment(id!)).attempts).toBe(3)
    })

    it('is given up when LINE does not have it any more', async () => {
      const user = await product.db.user.upsert({ where: { lineUserId: lineId(1) }, create: { lineUserId: lineId(1) }, update: {} })
      const { id } = await product.db.attachment.create({ data: { uploadedById: user.id, lineMessageId: '404404' } })
      product.server.poke('photos')
      expect(await settled(id)).toMatchObject({ state: 'FAILED', error: 'gone' })
    })

    it.each([
      ['larger than 10 MB', () => Buffer.concat([Buffer.from([0xFF, 0xD8, 0xFF, 0xE0]), Buffer.alloc(10_000_001)]), 'too large'],
      ['something else that calls itself a photo', () => Buffer.from('<script>alert(1)</script>'), 'not a photo'],
      ['damaged', () => fromPhone().then(bytes => bytes.subarray(0, bytes.length / 2)), 'damaged'],
    ] as Array<[string, () => Buffer | Promise<Buffer>, string]>)('is not kept when it is %s', async (_, make, error) => {
      const [id] = await sent([await make()])
      expect(await settled(id!)).toMatchObject({ state: 'FAILED', error })
    })

    it('goes from the store when its sender takes it back', async () => {
      const [id] = await sent([await fromPhone()])
      const { storageKey } = await settled(id!)
      const files = async () => (await place.keys()).filter(name => name.includes(storageKey!))
      expect(await files()).toHaveLength(2)
      const link = links().link(id!, 'full')
      await product.db.attachment.update({ where: { id: id! }, data: { state: 'ERASED' } })
      expect((await fetch(link)).status).toBe(410)
      product.server.poke('erased-photos')
      await eventually(async () => expect(await files()).toEqual([]))
      await eventually(async () => expect((await attachment(id!)).storageKey).toBeNull())
    })

    it('is never fetched from an address that is not allowed', async () => {
      let asked = 0
      const inside = createServer((_, response) => response.end(String(++asked))).listen(0)
      const user = await product.db.user.findFirstOrThrow()
      const { id } = await product.db.attachment.create({ data: { uploadedById: user.id, sourceUrl: `http://localhost:${(inside.address() as { port: number }).port}/` } })
      product.server.poke('photos')
      expect(await settled(id)).toMatchObject({ state: 'FAILED', error: 'not an allowed address' })
      expect(asked).toBe(0)
      inside.close()
    })
  })

  describe('the link to a photo', () => {
    it('is good for an hour and for nothing else', async () => {
      const [id, other] = await sent([await fromPhone(), await fromPhone()])
      await Promise.all([settled(id!), settled(other!)])
      const link = links().link(id!, 'preview')
      const status = async (url: string) => (await fetch(url)).status
      expect(await status(link)).toBe(200)
      expect(await status(link.replace('/preview', '/full'))).toBe(403)
      expect(await status(link.replace(id!, other!))).toBe(403)
      expect(await status(link.replace(/expires=\d+/, 'expires=9999999999'))).toBe(403)
      expect(await status(link.replace(/signature=./, one => one.endsWith('_') ? 'signature=-' : 'signature=_'))).toBe(403)
      expect(await status(link.split('&')[0]!)).toBe(403)
      expect(await status(link.split('?')[0]!)).toBe(403)
      expect(await status(photoLinks({ publicUrl: product.url, sessionSecret: 'another secret of 32 characters!!' }, () => new Date()).link(id!, 'preview'))).toBe(403)
      expect(await status(links().link('01a208dc-c12a-7000-b72c-148995fb1198', 'preview'))).toBe(404)
      later += 3_500_000
      expect(await status(link)).toBe(200)
      later += 500_000
      expect(await status(link)).toBe(410)
      expect(await status(`${product.url}/photos/..%2f..%2fsecrets/full`)).toBe(404)
    })
  })
})

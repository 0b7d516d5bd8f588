import type { Variables } from '../http'
import type { World } from '../world/world'
import { Hono } from 'hono'
import { answer } from '../http'
import { Refusal } from '../refusal'
import { imageSize } from './imageSize'
import { menuOf } from './menus'

/** 1 MB. Source: "Requirements for rich menu image". */
const IMAGE_BYTES = 1_024 * 1_024

/** The image of a rich menu (`api-data.line.me`); it can be set once. */
export function imageRoutes(world: World) {
  return new Hono<{ Variables: Variables }>()
    .post('/:richMenuId/content', async (c) => {
      const menu = menuOf(world, c.req.param('richMenuId'))
      const type = c.req.header('content-type') ?? ''
      if (!['image/png', 'image/jpeg'].includes(type)) throw new Refusal(415, `The content type, ${type}, is not supported`)
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      c.set('asked', { type, bytes: bytes.length })
      if (bytes.length > IMAGE_BYTES) throw new Refusal(413, 'The request payload is too large')
      const found = imageSize(bytes)
      if (found?.type !== type) throw new Refusal(400, 'The image format is not allowed for richmenu')
      if (found.width !== menu.size.width || found.height !== menu.size.height) throw new Refusal(400, 'The image size is not allowed for richmenu')
      if (menu.hasImage) throw new Refusal(400, 'An image has already been uploaded to the richmenu')
      world.blobs.put(menu.richMenuId, bytes)
      menu.hasImage = true
      world.menusChanged()
      return answer(c)
    })
    .get('/:richMenuId/content', (c) => {
      const { richMenuId } = menuOf(world, c.req.param('richMenuId'))
      const bytes = world.blobs.get(richMenuId)
      if (!bytes) throw new Refusal(404, 'Not found')
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': imageSize(bytes)!.type })
    })
}

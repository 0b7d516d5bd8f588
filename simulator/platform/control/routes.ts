import type { IdTokens } from '../auth/idToken'
import type { Deliveries } from '../webhook/delivery'
import type { World } from '../world/world'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { perform } from '../people/acts'
import { sendsPhotos } from '../people/photos'
import { writerIn } from '../people/places'
import { Refusal } from '../refusal'
import { imageSize } from '../richmenu/imageSize'
import { actSchema } from './schema'
import { changesOf } from './stream'

const MOST_BYTES = 100 * 1_024 * 1_024

/** What the chat page uses, below `/_simulator`. See `simulator/contract.ts`. */
export function controlRoutes(world: World, deliveries: Deliveries, idTokens: IdTokens) {
  return new Hono()
    .get('/state', c => c.json(world.state()))
    .get('/stream', () => changesOf(world))
    .post('/act', async (c) => {
      const act = actSchema.safeParse(await c.req.json().catch(() => null))
      if (!act.success) throw new Refusal(400, z.prettifyError(act.error))
      return c.json({ ok: true, ...await perform(world, deliveries, act.data) })
    })
    .post('/photos', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
      const { person, chat } = writerIn(world, c.req.query('as') ?? '', c.req.query('chat') ?? '')
      const { files = [] } = await c.req.parseBody({ all: true })
      const photos = [files].flat().filter(file => file instanceof File)
      const read = await Promise.all(photos.map(async file => ({ type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })))
      const { messageIds, events } = sendsPhotos(world, person, chat, read)
      await Promise.all(events.map(event => deliveries.send(chat.id, event)))
      return c.json({ ok: true, messageIds, webhookEventIds: events.map(({ webhookEventId }) => webhookEventId) })
    })
    .get('/id-token', async (c) => {
      const as = c.req.query('as') ?? ''
      if (!world.people.has(as)) throw new Refusal(404, 'There is no such person')
      return c.json({ idToken: await idTokens.issue(as) })
    })
    .get('/content/:messageId', (c) => {
      const content = world.contents.get(c.req.param('messageId'))
      return bytes(world.blobs.get(c.req.param('messageId')), content?.type)
    })
    .get('/richmenu/:richMenuId/image', (c) => {
      const image = world.richMenus.has(c.req.param('richMenuId')) ? world.blobs.get(c.req.param('richMenuId')) : undefined
      return bytes(image, image && imageSize(image)?.type)
    })
}

function bytes(found: Uint8Array | undefined, type: string | undefined): Response {
  if (!found || !type) throw new Refusal(404, 'Not found')
  return new Response(found as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } })
}

import type { Call, Variables } from './http'
import type { World } from './world/world'
import { Hono } from 'hono'
import { answer } from './http'
import { Refusal } from './refusal'

/** Photos that people sent (`api-data.line.me`). Source: "Get content". */
export function contentRoutes(world: World) {
  function find(messageId: string) {
    const content = world.contents.get(messageId)
    if (content?.gone) throw new Refusal(410, 'The content is gone')
    const bytes = content && world.blobs.get(messageId)
    if (!bytes) throw new Refusal(404, 'not found')
    return { content, bytes }
  }
  function bytesOf(c: Call, messageId: string): Response {
    const { content, bytes } = find(messageId)
    if (content.notReady > 0) {
      content.notReady--
      return c.body(null, 202)
    }
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': content.type })
  }
  return new Hono<{ Variables: Variables }>()
    .get('/:messageId/content', c => bytesOf(c, c.req.param('messageId')))
    .get('/:messageId/content/preview', c => bytesOf(c, c.req.param('messageId')))
    .get('/:messageId/content/transcoding', c => answer(c, { status: find(c.req.param('messageId')).content.notReady > 0 ? 'processing' : 'succeeded' }))
}

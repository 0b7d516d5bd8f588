import type { Context } from 'hono'
import type { Upload } from '../../../domain/photos/upload'
import type { ApiEnv } from './env'
import { Buffer } from 'node:buffer'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { visiblePhoto } from '../../../domain/faults/photos'
import { act, onlySignedIn } from '../../auth/signedIn'
import { mostBytes } from '../../photos/photo'
import { sizeKey } from '../../photos/store'
import { receivePhoto } from '../../photos/upload'
import { input } from './input'
import { described } from './output'
import { Problem } from './problem'

const which = z.object({ id: z.uuid(), size: z.enum(['full', 'preview']) })
const ofReport = z.object({ reportId: z.uuid(), id: z.uuid() })
const ofWorkOrder = z.object({ workOrderId: z.uuid(), id: z.uuid() })
const ofCamera = z.object({ cameraId: z.uuid(), id: z.uuid() })

/** `/api/photos`: photos of reports and repairs, for those who may see them. */
export const photoViewRoutes = new Hono<ApiEnv>()
  .get('/photos/:id/:size', described('Photos', 'A photo of a report or a repair', undefined, { file: 'image/jpeg' }), input('param', which), async (c) => {
    const { id, size } = c.req.valid('param')
    const { storageKey, contentType } = await act(c, act => visiblePhoto(act, id))
    const bytes = await c.get('deps').photos.store.get(sizeKey(storageKey, size))
    if (!bytes) throw new Problem('nothingHere')
    return c.body(new Uint8Array(bytes), 200, { 'content-type': contentType, 'cache-control': 'private, max-age=300', 'content-disposition': 'inline' })
  })

const limit = bodyLimit({ maxSize: mostBytes, onError: () => { throw new Problem('photoTooLarge') } })
const upload = (of: string) => described('Photos', `Attaches a photo to ${of}: the body is the file, \`id\` a UUID made up by the sender; sent again it is the same photo`)

/** Photos that are sent in: bodies up to 10 MB. */
export const photoUploadRoutes = new Hono<ApiEnv>()
  .put('/reports/:reportId/photos/:id', onlySignedIn(), limit, upload('one\'s own report'), input('param', ofReport), c => receive(c, c.req.valid('param')))
  .put('/work-orders/:workOrderId/photos/:id', onlySignedIn(), limit, upload('a repair, taken after it'), input('param', ofWorkOrder), c => receive(c, c.req.valid('param')))
  .put('/cameras/:cameraId/photos/:id', onlySignedIn(), limit, upload('a camera that one fills in'), input('param', ofCamera), c => receive(c, c.req.valid('param')))

async function receive(c: Context<ApiEnv>, to: Upload): Promise<Response> {
  const { photos, transact, now } = c.get('deps')
  await receivePhoto({ ...photos, transact, now }, c.get('session')!.actor, to, Buffer.from(await c.req.arrayBuffer()))
  return c.body(null, 204)
}

import type { ApiEnv } from './env'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cameraEntry } from '../../../domain/cameras/entries'
import { beginCameraPhoto, endCameraPhoto } from '../../../domain/cameras/photos'
import { cameraPhoto } from '../../../domain/cameras/schema'
import { act, findsOut, onlySignedIn } from '../../auth/signedIn'
import { mostBytes, NotAPhoto } from '../../photos/photo'
import { sizeKey } from '../../photos/store'
import { cameraEntryView, withPhotos } from './entryViews'
import { input } from './input'
import { answer, described } from './output'
import { Problem } from './problem'

/** Photos are sent whole, and are larger than other bodies. */
export const cameraPhotoRoutes = new Hono<ApiEnv>()
  .put(
    '/cameras/:cameraId/photos/:photoId',
    bodyLimit({ maxSize: mostBytes, onError: () => { throw new Problem('tooLarge') } }),
    findsOut(),
    onlySignedIn(),
    described('Survey', 'Adds a photo of a camera (JPEG, PNG, WebP or GIF up to 10 MB); the id is yours to choose, and sending it again adds nothing', cameraEntryView),
    input('param', cameraPhoto),
    async (c) => {
      const which = c.req.valid('param')
      const { photos: { store, clean } } = c.get('deps')
      const key = await act(c, act => beginCameraPhoto(act, which, randomBytes(16).toString('hex')))
      if (key) {
        const { full, preview, width, height, type } = await clean(Buffer.from(await c.req.arrayBuffer()), async () => null).catch((error) => {
          throw error instanceof NotAPhoto ? new Problem('photoRefused') : error
        })
        await store.put(sizeKey(key, 'full'), full)
        await store.put(sizeKey(key, 'preview'), preview)
        await act(c, act => endCameraPhoto(act, which, { bytes: full.length, width, height, type }))
      }
      return answer(c, cameraEntryView, withPhotos(c, await act(c, act => cameraEntry(act, which.cameraId))))
    },
  )

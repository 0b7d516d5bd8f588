import type pg from 'pg'
import type { PhotoLinks } from '../photos/links'
import type { PhotoSize, PhotoStore } from '../photos/store'
import { Hono } from 'hono'
import { sizeKey } from '../photos/store'

export interface PhotoDeps { links: PhotoLinks, store: PhotoStore, pool: pg.Pool }

/** `GET /photos/:id/:size?expires&signature`: a stored photo to whoever has a good link. Says no more than it must to others. */
export function photoRoutes({ links, store, pool }: PhotoDeps) {
  return new Hono().get('/photos/:id{[0-9a-f-]{36}}/:size{(?:full|preview)}', async (c) => {
    const { id, size } = c.req.param()
    const standing = links.check(id, size, c.req.query('expires'), c.req.query('signature'))
    if (standing !== 'good') return c.body(null, standing === 'expired' ? 410 : 403)
    const { rows: [photo] } = await pool.query<{ storageKey: string | null, state: string, contentType: string | null }>('SELECT "storageKey", state, "contentType" FROM "Attachment" WHERE id = $1', [id])
    if (photo?.state === 'ERASED') return c.body(null, 410)
    const bytes = photo?.state === 'STORED' && photo.storageKey ? await store.get(sizeKey(photo.storageKey, size as PhotoSize)) : null
    if (!bytes) return c.body(null, 404)
    const type = photo?.contentType ?? 'image/jpeg'
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'cache-control': 'private, max-age=300',
      'content-disposition': `inline; filename="photo.${type === 'image/png' ? 'png' : 'jpg'}"`,
    })
  })
}

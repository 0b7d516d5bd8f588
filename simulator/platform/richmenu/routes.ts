import type { Variables } from '../http'
import type { World } from '../world/world'
import { Hono } from 'hono'
import { aliasRoutes } from './aliases'
import { imageRoutes } from './image'
import { linkRoutes } from './links'
import { menuRoutes } from './menus'

/** Rich menus, below `/v2/bot`. Aliases come before menus: `alias` and `bulk` are no menu ids. */
export function richMenuRoutes(world: World) {
  return new Hono<{ Variables: Variables }>()
    .route('/richmenu/alias', aliasRoutes(world))
    .route('/', linkRoutes(world))
    .route('/richmenu', imageRoutes(world))
    .route('/richmenu', menuRoutes(world))
}

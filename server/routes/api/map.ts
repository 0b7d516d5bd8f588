import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { answer, described } from './output'

const baseMapView = z.object({ url: z.string().nullable(), credit: z.string().nullable() }).meta({ id: 'BaseMap' })

/** `/api/map`: the map to draw cameras on. */
export const mapRoutes = new Hono<ApiEnv>()
  .get('/map', described('Map', 'The base map: a MapLibre style, or pictures with {z}, {x} and {y} in their address; null when there is none', baseMapView), async c =>
    answer(c, baseMapView, c.get('deps').baseMap ?? { url: null, credit: null }))

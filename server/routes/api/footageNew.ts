import type { FootageCamera } from '../../../domain/footage/cameras'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { CameraKind, CameraStatus, ExportBy } from '../../../domain/enums'
import { openNow } from '../../../domain/footage/hours'
import { camerasForMap } from '../../../domain/footage/looking'
import { camerasWritten, requestByForm } from '../../../domain/footage/request'
import { around, ofCodes, requestForm } from '../../../domain/footage/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const cameraFields = {
  id: z.uuid(),
  code: z.string(),
  siteName: z.string(),
  label: z.string(),
  status: z.enum(CameraStatus),
  isPrivate: z.boolean(),
  agencyName: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  kind: z.enum(CameraKind),
  direction: z.int().nullable(),
  fieldOfView: z.int().nullable(),
  range: z.int().nullable(),
  retentionDays: z.int().nullable(),
  exportBy: z.enum(ExportBy).nullable(),
  custodianName: z.string().nullable(),
  custodianHours: z.string().nullable(),
  /** By these hours somebody is there now; null: they cannot be read. */
  openNow: z.boolean().nullable(),
}
const nearOutput = z.object({
  items: z.array(z.object({ ...cameraFields, distance: z.int(), looks: z.enum(['YES', 'MAY', 'NO']) }).meta({ id: 'CameraNear' })),
  more: z.boolean(),
})
const camerasOutput = z.object({ items: z.array(z.object({ ...cameraFields, brokenSince: moment.nullable() }).meta({ id: 'CameraToAsk' })) })
const storedOutput = z.object({ requestId: z.uuid(), number: z.string(), waits: z.boolean() }).meta({ id: 'FootageRequested' })

const shown = <Camera extends FootageCamera>(camera: Camera, now: Date) => ({ ...camera, isPrivate: camera.ownership === 'PRIVATE', openNow: camera.exportBy === 'NOBODY' ? null : openNow(camera.custodianHours, now) })

/** `/api/footage`: which cameras there are to ask recordings of, and asking for them; for police officers. */
export const footageNewRoutes = new Hono<ApiEnv>()
  .get('/footage/near', described('Footage', 'Cameras around a place that one can ask recordings of, nearest first, and whether they look there; each look at a private one is kept', nearOutput), input('query', around), async (c) => {
    const { items, more } = await act(c, act => camerasForMap(act, c.req.valid('query')))
    return answer(c, nearOutput, { items: items.map(camera => ({ ...shown(camera, c.get('deps').now()), distance: Math.round(camera.distance) })), more })
  })
  .get('/footage/cameras', described('Footage', 'Cameras by their codes, with what to know before asking for a recording from–to', camerasOutput), input('query', ofCodes), async c =>
    answer(c, camerasOutput, { items: (await act(c, act => camerasWritten(act, c.req.valid('query')))).map(camera => shown(camera, c.get('deps').now())) }))
  .post('/footage/requests', described('Footage', 'Asks whoever keeps the cameras for recordings; with an `Idempotency-Key` once', storedOutput), input('json', requestForm), async c =>
    answer(c, storedOutput, await act(c, act => requestByForm(act, c.req.valid('json')))))

import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { changedSettings, oneProvince, provinceSettings } from '../../../domain/province/schema'
import { changeSettings, settingsOf } from '../../../domain/province/settings'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'

const settingsView = z.object({
  ...provinceSettings.shape,
  /** Stations that have officers, but nobody who approves. */
  unsupervised: z.array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() })),
}).meta({ id: 'ProvinceSettings' })

/** `/api/provinces`: what a province sets for itself, for its secretaries. */
export const provinceRoutes = new Hono<ApiEnv>()
  .get('/provinces/:code/settings', described('Provinces', 'What a province has set for itself, and its stations where nobody approves requests for footage', settingsView), input('param', oneProvince), async c =>
    answer(c, settingsView, await act(c, act => settingsOf(act, c.req.valid('param').code))))
  .patch('/provinces/:code/settings', described('Provinces', 'Changes some of them, from now on'), input('param', oneProvince), input('json', changedSettings), async (c) => {
    await act(c, act => changeSettings(act, c.req.valid('param').code, c.req.valid('json')))
    return c.body(null, 204)
  })

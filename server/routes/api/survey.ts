import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { agencySites, filledInAgencies } from '../../../domain/cameras/agencySites'
import { areasOf, subdistrictNear } from '../../../domain/cameras/areas'
import { checkDraft } from '../../../domain/cameras/draftChecks'
import { cameraEntry, siteEntry } from '../../../domain/cameras/entries'
import { cameraFieldNames } from '../../../domain/cameras/fields'
import { draftPlace, siteList } from '../../../domain/cameras/schema'
import { CameraKind, CameraStatus, Zone } from '../../../domain/enums'
import { act } from '../../auth/signedIn'
import { cameraEntryView, findingsView, siteEntryView, withPhotos } from './entryViews'
import { input } from './input'
import { answer, described, label } from './output'

const agenciesView = z.object({ items: z.array(label.extend({ id: z.string(), provinceCode: z.string(), sites: z.int(), cameras: z.int(), completeness: z.int().nullable() })) })
const sitesView = z.object({
  items: z.array(z.object({
    id: z.string(),
    name: z.string(),
    zone: z.enum(Zone),
    latitude: z.number(),
    longitude: z.number(),
    subdistrict: label.nullable(),
    removed: z.boolean(),
    completeness: z.int().nullable(),
    cameras: z.array(z.object({
      id: z.string(),
      code: z.string(),
      label: z.string(),
      kind: z.enum(CameraKind),
      status: z.enum(CameraStatus),
      direction: z.int().nullable(),
      fieldOfView: z.int().nullable(),
      range: z.int().nullable(),
      completeness: z.int(),
      missing: z.array(z.enum(cameraFieldNames)),
    })),
  })),
  next: z.string().nullable().describe('`cursor` of the next page'),
})
const areasView = z.object({
  districts: z.array(label.extend({ code: z.string(), subdistricts: z.array(label.extend({ code: z.string() })) })),
  agencies: z.array(label.extend({ id: z.string() })),
})
const guessView = z.object({ subdistrictCode: z.string().nullable() })
const checksView = z.object({ findings: findingsView })

const one = z.object({ id: z.uuid() })
const province = z.object({ province: z.string().regex(/^\d{2}$/) })
const place = province.extend({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) })

/** `/api/survey` and `/api/checks`: what the forms of the survey show. */
export const surveyRoutes = new Hono<ApiEnv>()
  .get('/survey/agencies', described('Survey', 'The agencies whose cameras you fill in', agenciesView), async c =>
    answer(c, agenciesView, { items: await act(c, filledInAgencies) }))
  .get('/survey/sites', described('Survey', 'An agency’s installation points with their cameras, how complete each is and what is missing', sitesView), input('query', siteList), async c =>
    answer(c, sitesView, await act(c, act => agencySites(act, c.req.valid('query')))))
  .get('/survey/sites/:id', described('Survey', 'An installation point as its form shows it', siteEntryView), input('param', one), async c =>
    answer(c, siteEntryView, await act(c, act => siteEntry(act, c.req.valid('param').id))))
  .get('/survey/cameras/:id', described('Survey', 'A camera as its form shows it, with what the checks find', cameraEntryView), input('param', one), async c =>
    answer(c, cameraEntryView, withPhotos(c, await act(c, act => cameraEntry(act, c.req.valid('param').id)))))
  .get('/survey/areas', described('Survey', 'Districts, subdistricts and agencies of a province', areasView), input('query', province), async c =>
    answer(c, areasView, await act(c, act => areasOf(act, c.req.valid('query').province))))
  .get('/survey/subdistrict', described('Survey', 'The subdistrict that a place most likely lies in; null when nothing near tells', guessView), input('query', place), async (c) => {
    const { province, ...at } = c.req.valid('query')
    return answer(c, guessView, { subdistrictCode: await act(c, act => subdistrictNear(act, province, at)) })
  })
  .get('/checks', described('Survey', 'What the checks find in a place that is being typed, and in where a camera there looks', checksView), input('query', draftPlace), async c =>
    answer(c, checksView, { findings: await act(c, act => checkDraft(act, c.req.valid('query'))) }))

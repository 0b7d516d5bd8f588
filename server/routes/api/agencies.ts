import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { addAgencies, changeAgency, removeAgency } from '../../../domain/agencies/commands'
import { agencyList } from '../../../domain/agencies/queries'
import { agencyFacts, newAgencies } from '../../../domain/agencies/schema'
import { AgencyKind } from '../../../domain/enums'
import { ofProvince } from '../../../domain/people/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'

const agencyView = z.object({
  id: z.uuid(),
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: z.enum(AgencyKind),
  districtCode: z.string().nullable(),
  district: z.object({ th: z.string(), en: z.string() }).nullable(),
  phone: z.string().nullable(),
  group: z.boolean(),
  people: z.int(),
  cameras: z.int(),
}).meta({ id: 'Agency' })
const agenciesView = z.array(agencyView)
const addedView = z.object({ added: z.int(), known: z.int() })
const one = z.object({ id: z.uuid() })

/** `/api/agencies`: the agencies of a province, for its secretaries. */
export const agencyRoutes = new Hono<ApiEnv>()
  .get('/agencies', described('Agencies', 'The agencies of a province by name, with how many people and cameras each has', agenciesView), input('query', ofProvince), async c =>
    answer(c, agenciesView, await act(c, act => agencyList(act, c.req.valid('query')))))
  .post('/agencies', described('Agencies', 'Adds agencies; those that are there already stay as they are', addedView), input('json', newAgencies), async c =>
    answer(c, addedView, await act(c, act => addAgencies(act, c.req.valid('json')))))
  .put('/agencies/:id', described('Agencies', 'Changes what is known of an agency'), input('param', one), input('json', agencyFacts), async (c) => {
    await act(c, act => changeAgency(act, c.req.valid('param').id, c.req.valid('json')))
    return c.body(null, 204)
  })
  .delete('/agencies/:id', described('Agencies', 'Removes an agency that nothing belongs to'), input('param', one), async (c) => {
    await act(c, act => removeAgency(act, c.req.valid('param').id))
    return c.body(null, 204)
  })

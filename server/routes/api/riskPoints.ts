import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { RiskKind, TimeOfDay } from '../../../domain/enums'
import { inLanguage } from '../../../domain/labels/label'
import { riskColumnLabels } from '../../../domain/labels/survey'
import { changeRiskPoint, removeRiskPoint, tellRiskPointByForm } from '../../../domain/riskPoints/commands'
import { exportRiskPoints, riskColumns } from '../../../domain/riskPoints/export'
import { allRiskPoints, riskPoints } from '../../../domain/riskPoints/queries'
import { riskFilter, riskPage, riskPointForm, route } from '../../../domain/riskPoints/schema'
import { act } from '../../auth/signedIn'
import { input, languageOf } from './input'
import { answer, described, moment } from './output'
import { sendTable, wantedFormat } from './table'

const one = z.object({ id: z.uuid() })

const riskPointOutput = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  kind: z.enum(RiskKind),
  place: z.object({ text: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable() }),
  timeOfDay: z.enum(TimeOfDay),
  note: z.string().nullable(),
  route: route.nullable().describe('[longitude, latitude] each'),
  createdAt: moment,
  removed: z.boolean(),
  mayWrite: z.boolean(),
  nearest: z.object({ code: z.string(), name: z.string().nullable(), hidden: z.boolean(), distance: z.int() }).nullable().describe('The nearest camera that works, metres; private ones for the police alone'),
}).meta({ id: 'RiskPoint' })
const pageOutput = z.object({ items: z.array(riskPointOutput), total: z.int(), page: z.int(), pages: z.int() })
const allOutput = z.object({ items: z.array(riskPointOutput) })

/** A point, and its route where it has one (RFC 7946). */
function geometry({ latitude, longitude, route: drawn }: Record<string, string | number | null>): object | null {
  const point = { type: 'Point', coordinates: [longitude, latitude] }
  if (typeof drawn !== 'string') return point
  const line = drawn.slice('LINESTRING ('.length, -1).split(', ').map(pair => pair.split(' ').map(Number))
  return { type: 'GeometryCollection', geometries: [point, { type: 'LineString', coordinates: line }] }
}

/** `/api/risk-points`: points that need watching, as the police know them. */
export const riskPointRoutes = new Hono<ApiEnv>()
  .get('/risk-points', described('Risk points', 'Risk points of one’s provinces in pages, newest first; for police, secretary and committee', pageOutput), input('query', riskPage), async c =>
    answer(c, pageOutput, await act(c, act => riskPoints(act, { limit: 20, ...c.req.valid('query') }))))
  .get('/risk-points/all', described('Risk points', 'All of a filter, at most 1,000, the newest first: for a map', allOutput), input('query', riskFilter), async c =>
    answer(c, allOutput, { items: await act(c, act => allRiskPoints(act, c.req.valid('query'))) }))
  .get('/risk-points/export/:format', described('Risk points', 'All of a filter as a file (csv, xlsx, geojson)', undefined, { file: 'application/octet-stream' }), input('param', wantedFormat), input('query', riskFilter), async (c) => {
    const { format } = c.req.valid('param')
    const { headings, rows } = await act(c, act => exportRiskPoints(act, format, c.req.valid('query')))
    return sendTable(c, format, { name: 'risk-points', sheet: inLanguage(riskColumnLabels.kind, languageOf(c)), columns: riskColumns, headings, geometry }, rows)
  })
  .post('/risk-points', described('Risk points', 'Writes down a point for one of one’s stations', riskPointOutput), input('json', riskPointForm), async c =>
    answer(c, riskPointOutput, await act(c, act => tellRiskPointByForm(act, c.req.valid('json')))))
  .put('/risk-points/:id', described('Risk points', 'Changes a point of one’s own station', riskPointOutput), input('param', one), input('json', riskPointForm), async c =>
    answer(c, riskPointOutput, await act(c, act => changeRiskPoint(act, c.req.valid('param').id, c.req.valid('json')))))
  .post('/risk-points/:id/remove', described('Risk points', 'Takes a point of one’s own station out of the list', riskPointOutput), input('param', one), async c =>
    answer(c, riskPointOutput, await act(c, act => removeRiskPoint(act, c.req.valid('param'), true))))
  .post('/risk-points/:id/restore', described('Risk points', 'Puts it back', riskPointOutput), input('param', one), async c =>
    answer(c, riskPointOutput, await act(c, act => removeRiskPoint(act, c.req.valid('param'), false))))

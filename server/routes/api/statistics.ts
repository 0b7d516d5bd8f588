import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { exportStatistics, statisticsColumns } from '../../../domain/footage/exportStatistics'
import { statisticsFilter } from '../../../domain/footage/schema'
import { footageStatistics, missedCauses } from '../../../domain/footage/statistics'
import { footageColumnLabels } from '../../../domain/labels/footageStatistics'
import { inLanguage } from '../../../domain/labels/label'
import { act } from '../../auth/signedIn'
import { input, languageOf } from './input'
import { answer, described, label } from './output'
import { sendTable, wantedFormat } from './table'

const outcomes = z.object({
  got: z.int(),
  partly: z.int(),
  pending: z.int(),
  missed: z.record(z.enum(missedCauses), z.int()).describe('Why it was not had; REFUSED: it was not given'),
  hours: z.number().nullable().describe('Median until the first answer'),
})
const figures = outcomes.extend({
  requests: z.int().describe('For public cameras'),
  private: z.int().nullable().describe('For private cameras; null: not for you'),
  outside: z.int().nullable().describe('For cameras outside the register; null: not for you'),
})
const statisticsView = z.object({
  from: z.string(),
  to: z.string(),
  totals: figures,
  months: z.array(figures.extend({ month: z.string() })),
  stations: z.array(figures.extend({ id: z.uuid(), name: label })).nullable(),
  districts: z.array(figures.extend({ code: z.string().nullable(), name: label.nullable() })),
  places: z.array(z.object({
    id: z.uuid(),
    code: z.string().nullable(),
    name: z.string().nullable(),
    label: z.string().nullable(),
    district: label.nullable(),
    latitude: z.number(),
    longitude: z.number(),
    hidden: z.boolean().describe('A private one'),
    requests: z.int(),
    outcomes: outcomes.nullable(),
  })),
  uncovered: z.array(z.object({ latitude: z.number(), longitude: z.number(), count: z.int() })),
  uncoveredTotal: z.int(),
  privateDistricts: z.array(z.object({ code: z.string(), name: label, requests: z.int() })).nullable(),
}).meta({ id: 'FootageStatistics' })

/** `/api/footage-statistics`: how often footage is asked for, where, and what comes of it. */
export const statisticsRoutes = new Hono<ApiEnv>()
  .get('/footage-statistics', described('Footage statistics', 'How often footage of a province’s cameras was asked for and what came of it; for its police, secretary and committee, and the national office', statisticsView), input('query', statisticsFilter), async c =>
    answer(c, statisticsView, await act(c, act => footageStatistics(act, c.req.valid('query')))))
  .get('/footage-statistics/export/:format', described('Footage statistics', 'The places of a filter, and those that no camera covers, as a file (csv, xlsx, geojson)', undefined, { file: 'application/octet-stream' }), input('param', wantedFormat), input('query', statisticsFilter), async (c) => {
    const { format } = c.req.valid('param')
    const { headings, rows } = await act(c, act => exportStatistics(act, format, c.req.valid('query')))
    return sendTable(c, format, { name: 'footage-statistics', sheet: inLanguage(footageColumnLabels.requests, languageOf(c)), columns: statisticsColumns, headings }, rows)
  })

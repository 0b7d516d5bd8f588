import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { programOverview, provinceOverview } from '../../../domain/overview'
import { mayRead } from '../../auth/programs'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'
import { revalidates } from './revalidates'

const overviewView = z.object({
  provinceCode: z.string(),
  nameTh: z.string(),
  nameEn: z.string(),
  cameras: z.object({ total: z.int(), NORMAL: z.int(), UNUSABLE: z.int(), DAMAGED: z.int(), UNDER_REPAIR: z.int() }).describe('Public ones, without those that were removed'),
  open: z.int().describe('Repairs that are not done'),
  overdue: z.int(),
  withoutAgency: z.int().describe('Of `open`: nobody is responsible yet'),
  toConfirm: z.int().describe('Repaired, and not answered by a reporter yet'),
  repairedThisMonth: z.int(),
  medianDays: z.number().nullable().describe('From report to repair, of the last 90 days'),
}).meta({ id: 'Overview' })
const which = z.object({ province: z.string().regex(/^\d{2}$/) })

/** `/api/overview`: a province in figures. */
export const overviewRoutes = new Hono<ApiEnv>()
  .get('/overview', mayRead('overview:read'), revalidates(), described('Overview', 'How the cameras and repairs of a province stand', overviewView, { scope: 'overview:read', revalidates: true }), input('query', which), async (c) => {
    const { province } = c.req.valid('query')
    const { transact, now } = c.get('deps')
    const program = c.get('program')
    return answer(c, overviewView, await (program
      ? transact(({ db }) => programOverview({ db, now: now() }, program, province))
      : act(c, act => provinceOverview(act, province))))
  })

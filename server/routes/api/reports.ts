import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { Symptom, WorkOrderState } from '../../../domain/enums'
import { addNote, answerVerdict, giveStars, withdraw } from '../../../domain/faults/commands'
import { myReports, reportByNumber } from '../../../domain/faults/queries'
import { noteForm, starsForm, verdictForm } from '../../../domain/faults/schema'
import { follow, followedByMe, unfollow } from '../../../domain/workOrders/commands'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'
import { reportView } from './views'

const reportsView = z.object({ items: z.array(reportView), next: z.uuid().nullable() })
const followedView = z.array(z.object({
  workOrderId: z.uuid(),
  number: z.string(),
  siteName: z.string().nullable(),
  label: z.string().nullable(),
  symptom: z.enum(Symptom),
  state: z.enum(WorkOrderState),
  dueAt: moment,
}).meta({ id: 'Followed' }))

const listed = z.object({ cursor: z.uuid().optional() })
const numbered = z.object({ number: z.string().max(40) })
const own = z.object({ reportId: z.uuid() })
const one = z.object({ id: z.uuid() })
const onePage = 20

/** `/api/reports`: what somebody has reported, and the repairs that they follow. */
export const reportRoutes = new Hono<ApiEnv>()
  .get('/reports', described('Reports', 'One’s own reports, newest first', reportsView), input('query', listed), async c =>
    answer(c, reportsView, await act(c, act => myReports(act, { ...c.req.valid('query'), limit: onePage }))))
  .get('/reports/:number', described('Reports', 'A report by its number; that of a repair gives one’s own newest report on it', reportView), input('param', numbered), async c =>
    answer(c, reportView, await act(c, act => reportByNumber(act, c.req.valid('param').number))))
  .post('/reports/:reportId/notes', described('Reports', 'Adds a detail to one’s own report; `id` is a UUID made up by the sender: sent again it is the same detail'), input('param', own), input('json', noteForm), async (c) => {
    await act(c, act => addNote(act, { ...c.req.valid('param'), ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .put('/reports/:reportId/verdict', described('Reports', 'Says whether it works after the repair'), input('param', own), input('json', verdictForm), async (c) => {
    await act(c, act => answerVerdict(act, { ...c.req.valid('param'), ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .put('/reports/:reportId/stars', described('Reports', 'Says how satisfied one is with the repair, 1–5'), input('param', own), input('json', starsForm), async (c) => {
    await act(c, act => giveStars(act, { ...c.req.valid('param'), ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .delete('/reports/:reportId', described('Reports', 'Takes one’s own report back, while the agency has not been told'), input('param', own), async (c) => {
    await act(c, act => withdraw(act, c.req.valid('param')))
    return c.body(null, 204)
  })
  .get('/followed', described('Reports', 'Repairs that one follows, newest first', followedView), async (c) => {
    const followed = await act(c, followedByMe)
    return answer(c, followedView, followed.map(({ camera, dueAt, ...gist }) => ({ ...gist, siteName: camera?.siteName ?? null, label: camera?.label ?? null, dueAt: new Date(dueAt) })))
  })
  .put('/followed/:id', described('Reports', 'Follows a repair'), input('param', one), async (c) => {
    await act(c, act => follow(act, { workOrderId: c.req.valid('param').id }))
    return c.body(null, 204)
  })
  .delete('/followed/:id', described('Reports', 'Hears of a repair no more'), input('param', one), async (c) => {
    await act(c, act => unfollow(act, { workOrderId: c.req.valid('param').id }))
    return c.body(null, 204)
  })

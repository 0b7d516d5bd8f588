import type { Context } from 'hono'
import type { Act } from '../../../domain/act'
import type { CheckCode } from '../../../domain/cameras/checks'
import type { CameraField, CameraSection } from '../../../domain/cameras/fields'
import type { ReturnMove } from '../../../domain/rounds/rules'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { cameraFieldNames, cameraSections } from '../../../domain/cameras/fields'
import { ReturnState } from '../../../domain/enums'
import { checkLabels } from '../../../domain/labels/checks'
import * as returns from '../../../domain/rounds/returns'
import { findingsOf, returnOf } from '../../../domain/rounds/returnView'
import { returnMoves } from '../../../domain/rounds/rules'
import { movedReturn, nilReturn, sentBack, submission } from '../../../domain/rounds/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, label, moment } from './output'
import { roundOutput } from './rounds'

const names = <Name extends string>(of: object) => z.enum(Object.keys(of) as [Name, ...Name[]])
const cameraField = z.enum(cameraFieldNames as [CameraField, ...CameraField[]])

const findingsOutput = z.object({
  cameras: z.int(),
  statuses: z.object({ NORMAL: z.int(), UNUSABLE: z.int(), DAMAGED: z.int(), UNDER_REPAIR: z.int() }),
  completeness: z.int().nullable(),
  errors: z.int(),
  warnings: z.int(),
  groups: z.array(z.object({
    code: names<CheckCode>(checkLabels),
    level: z.enum(['error', 'warning']),
    count: z.int(),
    at: z.array(z.object({ cameraId: z.uuid().nullable(), siteId: z.uuid(), code: z.string().nullable(), label: z.string(), siteName: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  })),
  sections: z.array(z.object({ section: names<CameraSection>(cameraSections), percent: z.int(), missing: z.array(z.object({ field: cameraField, cameras: z.int() })) })),
}).meta({ id: 'Findings' })

const returnOutput = z.object({
  id: z.uuid().nullable(),
  version: z.int(),
  state: z.enum(ReturnState),
  agency: label.extend({ id: z.uuid(), provinceCode: z.string() }),
  round: roundOutput,
  nilReason: z.string().nullable(),
  submittedAt: moment.nullable(),
  remarks: z.string().nullable(),
  answer: z.string().nullable(),
  decidedAt: moment.nullable(),
  changedAt: moment.nullable(),
  findings: findingsOutput,
  changed: z.array(z.object({ id: z.uuid(), code: z.string(), siteName: z.string(), label: z.string(), at: moment, by: z.string().nullable(), changes: z.int() })),
  history: z.array(z.object({ at: moment, by: z.string().nullable(), action: z.string(), reason: z.string().nullable() })),
  may: z.array(names<ReturnMove>(returnMoves)),
}).meta({ id: 'Return' })

/** Null: the province has had no round yet. */
const maybeReturn = z.object({ return: returnOutput.nullable() })

const one = z.object({ id: z.uuid() })
const byAgency = z.object({ agency: z.uuid() })
const moved = movedReturn.omit({ id: true })

/** Does a move, and answers with nothing. */
async function moves(c: Context<ApiEnv>, work: (act: Act) => Promise<void>) {
  await act(c, work)
  return c.body(null, 204)
}

/** `/api/returns`: what an agency hands in. */
export const returnsRoutes = new Hono<ApiEnv>()
  .get('/findings', described('Returns', 'What is missing or contradicts in an agency’s register', findingsOutput), input('query', byAgency), async c =>
    answer(c, findingsOutput, await act(c, act => findingsOf(act, c.req.valid('query').agency))))
  .get('/returns', described('Returns', 'An agency’s return in the round that is open, else in the newest, or in the one given', maybeReturn), input('query', byAgency.extend({ round: z.uuid().optional() })), async (c) => {
    const { agency, round } = c.req.valid('query')
    return answer(c, maybeReturn, { return: await act(c, act => returnOf(act, agency, round)) })
  })
  .post('/returns/:id/start', described('Returns', 'Begins to fill in'), input('param', one), input('json', moved), c =>
    moves(c, act => returns.startReturn(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/submit', described('Returns', 'Hands in what the register has'), input('param', one), input('json', submission.omit({ id: true })), c =>
    moves(c, act => returns.submitReturn(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/nil', described('Returns', 'Says that the agency has no cameras, and why'), input('param', one), input('json', nilReturn.omit({ id: true })), c =>
    moves(c, act => returns.returnNil(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/take-back', described('Returns', 'Takes back what was handed in'), input('param', one), input('json', moved), c =>
    moves(c, act => returns.takeBackReturn(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/send-back', described('Returns', 'Sends a return back with remarks'), input('param', one), input('json', sentBack.omit({ id: true })), c =>
    moves(c, act => returns.sendBack(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/accept', described('Returns', 'Accepts a return'), input('param', one), input('json', moved), c =>
    moves(c, act => returns.acceptReturn(act, { ...c.req.valid('json'), ...c.req.valid('param') })))
  .post('/returns/:id/reopen', described('Returns', 'Undoes the acceptance of a return'), input('param', one), input('json', moved), c =>
    moves(c, act => returns.reopenReturn(act, { ...c.req.valid('json'), ...c.req.valid('param') })))

import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { ReturnState } from '../../../domain/enums'
import { boardOf } from '../../../domain/rounds/board'
import { changeRound, closeRound, openRound, remindAll } from '../../../domain/rounds/commands'
import { reminderOf, roundsOf } from '../../../domain/rounds/queries'
import { changedRound, newRound } from '../../../domain/rounds/schema'
import { act } from '../../auth/signedIn'
import { boardCsv, boardXlsx } from './boardFile'
import { input, languageOf } from './input'
import { answer, described, label, moment } from './output'
import { revalidates } from './revalidates'

const one = z.object({ id: z.uuid() })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A round, as the API gives it. */
export const roundOutput = z.object({
  id: z.uuid(),
  provinceCode: z.string(),
  name: z.string(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  closedAt: moment.nullable(),
  version: z.int(),
  open: z.boolean(),
  milestones: z.array(z.object({ name: z.string(), date: z.iso.date() })),
}).meta({ id: 'Round' })

const states = z.object(Object.fromEntries(Object.values(ReturnState).map(state => [state, z.int()])) as Record<ReturnState, z.ZodInt>)

const boardOutput = z.object({
  round: roundOutput,
  agencies: z.array(z.object({
    agency: label.extend({ id: z.uuid() }),
    returnId: z.uuid().nullable(),
    state: z.enum(ReturnState),
    cameras: z.int(),
    working: z.int(),
    notWorking: z.int(),
    completeness: z.int().nullable(),
    errors: z.int(),
    warnings: z.int(),
    submittedAt: moment.nullable(),
    changedAt: moment.nullable(),
    changedSince: z.boolean(),
    remindedAt: moment.nullable(),
    reachable: z.boolean(),
  })),
  sums: z.object({ agencies: z.int(), answered: z.int(), withCameras: z.int(), cameras: z.int(), working: z.int(), notWorking: z.int(), states }),
}).meta({ id: 'Board' })

const roundsOutput = z.object({ rounds: z.array(roundOutput), today: z.iso.date() })
const reminderOutput = z.object({ told: z.int(), unreachable: z.int(), already: z.int(), outstanding: z.int() }).meta({ id: 'Reminder' })

/** `/api/rounds`: survey rounds of a province, and how its agencies stand. */
export const roundsRoutes = new Hono<ApiEnv>()
  .get('/rounds', described('Rounds', 'Survey rounds of a province, newest first', roundsOutput), input('query', z.object({ province: z.string().regex(/^\d{2}$/) })), async c =>
    answer(c, roundsOutput, await act(c, act => roundsOf(act, c.req.valid('query').province))))
  .post('/rounds', described('Rounds', 'Opens a survey round and tells every agency of the province', roundOutput), input('json', newRound), async c =>
    answer(c, roundOutput, await act(c, act => openRound(act, c.req.valid('json')))))
  .put('/rounds/:id', described('Rounds', 'Changes name, last day and milestones of a round', roundOutput), input('param', one), input('json', changedRound.omit({ id: true })), async c =>
    answer(c, roundOutput, await act(c, act => changeRound(act, { ...c.req.valid('json'), ...c.req.valid('param') }))))
  .post('/rounds/:id/close', described('Rounds', 'Ends a round before its last day', roundOutput), input('param', one), async c =>
    answer(c, roundOutput, await act(c, act => closeRound(act, c.req.valid('param')))))
  .get('/rounds/:id/board', revalidates(), described('Rounds', 'How all agencies of the province stand in a round', boardOutput, { revalidates: true }), input('param', one), async c =>
    answer(c, boardOutput, await act(c, act => boardOf(act, c.req.valid('param').id))))
  .get('/rounds/:id/board.csv', described('Rounds', 'The same as a file for a spreadsheet (CSV, UTF-8 with BOM)', undefined, { file: 'text/csv' }), input('param', one), async (c) => {
    const board = await act(c, act => boardOf(act, c.req.valid('param').id))
    return c.body(boardCsv(board, languageOf(c)), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="round-${board.round.closesOn}.csv"` })
  })
  .get('/rounds/:id/board.xlsx', described('Rounds', 'The same as a workbook (xlsx)', undefined, { file: xlsx }), input('param', one), async (c) => {
    const board = await act(c, act => boardOf(act, c.req.valid('param').id))
    return c.body(boardXlsx(board, languageOf(c)), 200, { 'content-type': xlsx, 'content-disposition': `attachment; filename="round-${board.round.closesOn}.xlsx"` })
  })
  .get('/rounds/:id/reminder', described('Rounds', 'How many agencies a reminder would reach now', reminderOutput), input('param', one), async c =>
    answer(c, reminderOutput, await act(c, act => reminderOf(act, c.req.valid('param').id))))
  .post('/rounds/:id/remind', described('Rounds', 'Reminds all agencies that have not handed in, each at most once a day', reminderOutput), input('param', one), async c =>
    answer(c, reminderOutput, await act(c, act => remindAll(act, c.req.valid('param')))))

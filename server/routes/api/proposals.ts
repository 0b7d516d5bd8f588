import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { CameraKind, CameraStatus, Priority, ProblemTopic, RiskKind } from '../../../domain/enums'
import { route } from '../../../domain/riskPoints/schema'
import { needNear, needOf } from '../../../domain/survey/need'
import { changeProblem, problems, tellProblemByForm, withdrawProblem } from '../../../domain/survey/problems'
import { changeProposal, proposals, proposeByForm, withdrawProposal } from '../../../domain/survey/proposals'
import { newProblemForm, newProposalForm, problemForm, proposalForm, surveyPage } from '../../../domain/survey/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment, satang } from './output'

const one = z.object({ id: z.uuid() })
const place = z.object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) })

/** How far a camera may be to be shown beside a proposed point, metres, and how many are. */
const near = { within: 500, limit: 3 }

const entry = z.object({ id: z.uuid(), number: z.string(), agencyId: z.uuid(), agencyName: z.string(), createdAt: moment, withdrawn: z.boolean(), mayWithdraw: z.boolean() })
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.int(), page: z.int(), pages: z.int() })

const proposalOutput = entry.extend({
  place: z.object({ text: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable() }),
  risk: z.enum(RiskKind),
  urgency: z.enum(Priority),
  reason: z.string(),
  cameras: z.int(),
  cameraKind: z.enum(CameraKind),
  budgetSatang: satang.nullable(),
  budgetSource: z.string().nullable(),
}).meta({ id: 'Proposal' })
const proposalsOutput = page(proposalOutput)

const problemOutput = entry.extend({ topic: z.enum(ProblemTopic), text: z.string(), suggestion: z.string().nullable() }).meta({ id: 'ProblemTold' })
const problemsOutput = page(problemOutput)

const nearOutput = z.object({
  within: z.int(),
  cameras: z.array(z.object({ id: z.uuid(), code: z.string(), siteName: z.string(), label: z.string(), status: z.enum(CameraStatus), distance: z.int(), inRepair: z.boolean(), demand: z.int().nullable() })),
  around: z.object({ within: z.int(), uncovered: z.int(), riskPoints: z.int() }).nullable().describe('How often the police found no camera, and how many risk points there are; null: not for you'),
}).meta({ id: 'CamerasNear' })

const needOutput = z.object({
  uncovered: z.array(z.object({ latitude: z.number(), longitude: z.number(), count: z.int() })),
  riskPoints: z.array(z.object({ id: z.uuid(), kind: z.enum(RiskKind), name: z.string().nullable(), latitude: z.number(), longitude: z.number(), route: route.nullable() })),
}).meta({ id: 'Need' })

/** `/api/proposals`: points that need cameras. */
export const proposalRoutes = new Hono<ApiEnv>()
  .get('/proposals', described('Proposals', 'Points that need cameras: of one’s agencies or province, most urgent first', proposalsOutput), input('query', surveyPage), async c =>
    answer(c, proposalsOutput, await act(c, act => proposals(act, { limit: 20, ...c.req.valid('query') }))))
  .get('/proposals/near', described('Proposals', 'The nearest public cameras of a place and whether they work, so that people repair before they buy', nearOutput), input('query', place), async (c) => {
    const { found, demand, around } = await act(c, act => needNear(act, { ...c.req.valid('query'), ...near }))
    return answer(c, nearOutput, {
      within: near.within,
      cameras: found.map(({ distance, openWorkOrder, ...camera }) => ({ ...camera, distance: Math.round(distance!), inRepair: openWorkOrder !== null, demand: demand.get(camera.id) ?? null })),
      around,
    })
  })
  .get('/proposals/need', described('Proposals', 'Where the police of one’s province found no camera (without case or officer), and their risk points, for those who may read them', needOutput), async c =>
    answer(c, needOutput, await act(c, needOf)))
  .post('/proposals', described('Proposals', 'Proposes a point for one of one’s agencies; `id` is yours to choose, and sending it again adds nothing', proposalOutput), input('json', newProposalForm), async c =>
    answer(c, proposalOutput, await act(c, act => proposeByForm(act, c.req.valid('json')))))
  .put('/proposals/:id', described('Proposals', 'Changes a proposal', proposalOutput), input('param', one), input('json', proposalForm), async c =>
    answer(c, proposalOutput, await act(c, act => changeProposal(act, c.req.valid('param').id, c.req.valid('json')))))
  .post('/proposals/:id/withdraw', described('Proposals', 'Takes a proposal back', proposalOutput), input('param', one), async c =>
    answer(c, proposalOutput, await act(c, act => withdrawProposal(act, c.req.valid('param'), true))))
  .post('/proposals/:id/restore', described('Proposals', 'Puts a proposal forward again', proposalOutput), input('param', one), async c =>
    answer(c, proposalOutput, await act(c, act => withdrawProposal(act, c.req.valid('param'), false))))

/** `/api/problems`: problems and suggestions. */
export const problemRoutes = new Hono<ApiEnv>()
  .get('/problems', described('Problems', 'Problems and suggestions of one’s agencies or province, newest first', problemsOutput), input('query', surveyPage), async c =>
    answer(c, problemsOutput, await act(c, act => problems(act, { limit: 20, ...c.req.valid('query') }))))
  .post('/problems', described('Problems', 'Tells a problem or suggestion for one of one’s agencies; `id` is yours to choose, and sending it again adds nothing', problemOutput), input('json', newProblemForm), async c =>
    answer(c, problemOutput, await act(c, act => tellProblemByForm(act, c.req.valid('json')))))
  .put('/problems/:id', described('Problems', 'Changes one', problemOutput), input('param', one), input('json', problemForm), async c =>
    answer(c, problemOutput, await act(c, act => changeProblem(act, c.req.valid('param').id, c.req.valid('json')))))
  .post('/problems/:id/withdraw', described('Problems', 'Takes one back', problemOutput), input('param', one), async c =>
    answer(c, problemOutput, await act(c, act => withdrawProblem(act, c.req.valid('param'), true))))
  .post('/problems/:id/restore', described('Problems', 'Tells one again', problemOutput), input('param', one), async c =>
    answer(c, problemOutput, await act(c, act => withdrawProblem(act, c.req.valid('param'), false))))

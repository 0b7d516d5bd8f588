import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { Role } from '../../../domain/enums'
import { moveMembership, restoreMembership, suspendMembership } from '../../../domain/people/commands'
import { listOfPeople, reachOf } from '../../../domain/people/directory'
import { agenciesOf } from '../../../domain/people/queries'
import { listPeople, movedMembership, ofProvince, supervising } from '../../../domain/people/schema'
import { setSupervises } from '../../../domain/people/supervise'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const personView = z.object({
  membershipId: z.uuid(),
  fullName: z.string().nullable(),
  displayName: z.string().nullable(),
  role: z.enum(Role),
  agencyId: z.uuid().nullable(),
  agencyName: z.string().nullable(),
  reachable: z.boolean(),
  suspendedAt: moment.nullable(),
  supervises: z.boolean(),
  since: moment,
  own: z.boolean(),
}).meta({ id: 'Person' })
const peopleView = z.object({ items: z.array(personView), next: z.uuid().nullable() })
const reachView = z.object({
  people: z.int(),
  unreachable: z.int(),
  suspended: z.int(),
  agenciesUnreached: z.array(z.object({ id: z.uuid(), name: z.string(), group: z.boolean() })),
}).meta({ id: 'Reach' })
const agencyView = z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() }).meta({ id: 'AgencyName' })

const one = z.object({ id: z.uuid() })
/** A province has some hundred agencies. */
const mostAgencies = 2000
const onePage = 30

/** `/api/people`: those who have a role in a province, for its secretaries. What is changed is a role in one agency, by its id. */
export const peopleRoutes = new Hono<ApiEnv>()
  .get('/people', described('People', 'People with a role in a province, newest first', peopleView), input('query', listPeople.omit({ limit: true })), async c =>
    answer(c, peopleView, await act(c, act => listOfPeople(act, { ...c.req.valid('query'), limit: onePage }))))
  .get('/people/reach', described('People', 'Who can be reached by LINE, and agencies in which nobody can', reachView), input('query', ofProvince), async c =>
    answer(c, reachView, await act(c, act => reachOf(act, c.req.valid('query').provinceCode))))
  .get('/people/agencies', described('People', 'Agencies of a province by name, to choose from', z.array(agencyView)), input('query', ofProvince), async c =>
    answer(c, z.array(agencyView), await act(c, act => agenciesOf(act, c.req.valid('query').provinceCode, '', mostAgencies))))
  .patch('/people/:id', described('People', 'Moves a role to another agency of the province'), input('param', one), input('json', movedMembership.omit({ membershipId: true })), async (c) => {
    await act(c, act => moveMembership(act, { membershipId: c.req.valid('param').id, ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .put('/people/:id/supervises', described('People', 'Whether a police officer approves the requests for footage of their station; they are told'), input('param', one), input('json', supervising.omit({ membershipId: true })), async (c) => {
    await act(c, act => setSupervises(act, { membershipId: c.req.valid('param').id, ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .post('/people/:id/suspend', described('People', 'Takes a role from its holder until it is restored'), input('param', one), async (c) => {
    await act(c, act => suspendMembership(act, { membershipId: c.req.valid('param').id }))
    return c.body(null, 204)
  })
  .post('/people/:id/restore', described('People', 'Gives a suspended role back'), input('param', one), async (c) => {
    await act(c, act => restoreMembership(act, { membershipId: c.req.valid('param').id }))
    return c.body(null, 204)
  })

import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { localeOf } from '../../../bot/locale'
import { Role } from '../../../domain/enums'
import { decideAccess } from '../../../domain/people/access'
import { listOfInvitations } from '../../../domain/people/directory'
import { createInvitation, revokeInvitation } from '../../../domain/people/invitations'
import { pendingAccessRequests } from '../../../domain/people/queries'
import { accessDecision, invitationForm, listInvitations, ofProvince } from '../../../domain/people/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const requestView = z.object({
  id: z.uuid(),
  fullName: z.string(),
  displayName: z.string().nullable(),
  role: z.enum(Role),
  agencyName: z.string().nullable(),
  createdAt: moment,
}).meta({ id: 'AccessRequest' })
const invitationView = z.object({
  id: z.uuid(),
  role: z.enum(Role),
  agencyName: z.string().nullable(),
  uses: z.int(),
  maxUses: z.int(),
  expiresAt: moment,
  revokedAt: moment.nullable(),
  createdAt: moment,
  open: z.boolean(),
}).meta({ id: 'Invitation' })
const invitationsView = z.object({ items: z.array(invitationView), next: z.uuid().nullable() })
const invitedView = z.object({
  id: z.uuid(),
  code: z.string(),
  expiresAt: moment,
  link: z.url().nullable().describe('Opens the chat with the code typed in; null until the account is known'),
}).meta({ id: 'Invited' })

const one = z.object({ id: z.uuid() })
const mostWaiting = 100
const onePage = 20

/** `/api/access-requests`, `/api/invitations`: how people come to have a role; for the secretaries of the province. */
export const joiningRoutes = new Hono<ApiEnv>()
  .get('/access-requests', described('Joining', 'Requests for a role that wait for a decision, oldest first', z.array(requestView)), input('query', ofProvince), async c =>
    answer(c, z.array(requestView), await act(c, act => pendingAccessRequests(act, mostWaiting, c.req.valid('query').provinceCode))))
  .post('/access-requests/:id/decision', described('Joining', 'Approves a request, or refuses it and says why'), input('param', one), input('json', accessDecision.omit({ accessRequestId: true })), async (c) => {
    await act(c, act => decideAccess(act, { accessRequestId: c.req.valid('param').id, ...c.req.valid('json') }))
    return c.body(null, 204)
  })
  .get('/invitations', described('Joining', 'Invitations of a province, newest first', invitationsView), input('query', listInvitations.omit({ limit: true })), async c =>
    answer(c, invitationsView, await act(c, act => listOfInvitations(act, { ...c.req.valid('query'), limit: onePage }))))
  .post('/invitations', described('Joining', 'Makes an invitation; its code is shown only in this answer (and again to the same `Idempotency-Key`)', invitedView), input('json', invitationForm), async (c) => {
    const made = await act(c, act => createInvitation(act, c.req.valid('json')))
    c.set('secret', true)
    const { register } = localeOf(c.get('session')!.actor.language).menu
    return answer(c, invitedView, { ...made, link: c.get('deps').chatLink(`${register} ${made.code}`) })
  })
  .post('/invitations/:id/revoke', described('Joining', 'Makes a code worthless; who joined with it stays'), input('param', one), async (c) => {
    await act(c, act => revokeInvitation(act, { invitationId: c.req.valid('param').id }))
    return c.body(null, 204)
  })

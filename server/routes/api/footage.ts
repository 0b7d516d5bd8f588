import type { Act } from '../../../domain/act'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import * as answers from '../../../domain/footage/answer'
import { decideByNumber } from '../../../domain/footage/approve'
import { cancelRequest } from '../../../domain/footage/cancel'
import { requestInFull } from '../../../domain/footage/inFull'
import { writeToCustodian, writeToOfficers } from '../../../domain/footage/message'
import { miss, noteHandOver, receive } from '../../../domain/footage/outcome'
import { approvals, askView as askOf, asksToMe, myRequests } from '../../../domain/footage/queries'
import { answerRequest, decisionForm, listAsks, listRequests, messageForm, outcomeRequest } from '../../../domain/footage/schema'
import { act } from '../../auth/signedIn'
import * as views from './footageViews'
import { input } from './input'
import { answer, described } from './output'

const one = z.object({ id: z.uuid() })
const numbered = z.object({ number: z.string().max(40) })

/** `/api/footage`: requests of the police for recordings, and what whoever keeps a camera is asked. */
export const footageRoutes = new Hono<ApiEnv>()
  .get('/footage/requests', described('Footage', 'One’s own requests, the nearest deadline first, then what is over, newest first; ten at a time', views.requestsView), input('query', listRequests), async c =>
    answer(c, views.requestsView, await act(c, act => myRequests(act, c.req.valid('query')))))
  .get('/footage/requests/:number', described('Footage', 'One of one’s own requests, or for a supervisor one that waits or that they decided; that it was looked at is kept', views.requestView), input('param', numbered), async c =>
    answer(c, views.requestView, await act(c, act => requestInFull({ ...act, contacts: c.get('deps').contacts }, c.req.valid('param').number))))
  .post('/footage/requests/:id/cancel', described('Footage', 'Cancels a request: nobody need do anything for it any more'), input('param', one), async (c) => {
    await act(c, act => cancelRequest(act, { requestId: c.req.valid('param').id }))
    return c.body(null, 204)
  })
  .get('/footage/approvals', described('Footage', 'Requests that wait for one’s approval as a supervisor, the recording that is overwritten next first; ten at a time; each look is kept', views.requestsView), input('query', listAsks), async c =>
    answer(c, views.requestsView, await act(c, act => approvals(act, c.req.valid('query')))))
  .post('/footage/requests/:number/decision', described('Footage', 'Approves a request, whereupon those who keep the cameras are asked, or declines it; for a supervisor of its station'), input('param', numbered), input('json', decisionForm), async (c) => {
    await act(c, act => decideByNumber(act, c.req.valid('param').number, c.req.valid('json')))
    return c.body(null, 204)
  })
  .post('/footage/items/:id/moves', described('Footage', 'Notes what came of the recording of one camera; a camera that is down is reported', views.reported), input('param', one), input('json', outcomeRequest), async c =>
    answer(c, views.reported, await act(c, act => note(act, c.req.valid('param').id, c.req.valid('json')))))
  .post('/footage/items/:id/messages', described('Footage', 'Writes to whoever keeps the camera'), input('param', one), input('json', messageForm), async (c) => {
    await act(c, act => writeToCustodian(act, c.req.valid('param').id, c.req.valid('json')))
    return c.body(null, 204)
  })
  .get('/footage/asks', described('Footage', 'What one is asked as somebody who keeps cameras, the nearest deadline first; ten at a time', views.asksView), input('query', listAsks), async c =>
    answer(c, views.asksView, await act(c, act => asksToMe(act, c.req.valid('query')))))
  .get('/footage/asks/:id', described('Footage', 'What one is asked of one camera; that it was looked at is kept', views.askView), input('param', one), async c =>
    answer(c, views.askView, await act(c, act => askOf(act, c.req.valid('param').id))))
  .post('/footage/asks/:id/answers', described('Footage', 'Answers what the police ask; they never see why it was refused', views.reported), input('param', one), input('json', answerRequest), async c =>
    answer(c, views.reported, await act(c, act => give(act, c.req.valid('param').id, c.req.valid('json')))))
  .post('/footage/asks/:id/messages', described('Footage', 'Writes to the officers who ask'), input('param', one), input('json', messageForm), async (c) => {
    await act(c, act => writeToOfficers(act, c.req.valid('param').id, c.req.valid('json')))
    return c.body(null, 204)
  })

async function note(act: Act, itemId: string, asked: z.output<typeof outcomeRequest>): Promise<{ fault: string | null }> {
  switch (asked.move) {
    case 'receive': await receive(act, { itemId, ...asked }); break
    case 'miss': return miss(act, { itemId, ...asked })
    case 'handOver': await noteHandOver(act, { itemId, ...asked })
  }
  return { fault: null }
}

async function give(act: Act, askId: string, given: z.output<typeof answerRequest>): Promise<{ fault: string | null }> {
  switch (given.answer) {
    case 'preserve': await answers.preserve(act, { askId }); break
    case 'appoint': await answers.appoint(act, { askId, at: new Date(given.at) }); break
    case 'awaitTechnician': await answers.awaitTechnician(act, { askId, phone: given.phone === null ? null : { text: given.phone } }); break
    case 'reportDown': return answers.reportDown(act, { askId })
    case 'refuse': await answers.refuse(act, { askId, reason: given.reason ? { text: given.reason } : null })
  }
  return { fault: null }
}

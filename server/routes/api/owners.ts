import type { Context } from 'hono'
import type { Act } from '../../../domain/act'
import type { OwnerAct } from '../../../domain/owners/contact'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { attempt } from '../../../domain/attempt'
import { affirm } from '../../../domain/owners/affirm'
import { changeOwnCamera, pauseOwnCamera } from '../../../domain/owners/change'
import { decideCheck } from '../../../domain/owners/check'
import { looksAt, seeContact } from '../../../domain/owners/contact'
import { ownCameraWorks } from '../../../domain/owners/damage'
import { heldSummary } from '../../../domain/owners/held'
import { camerasToCheck, ownCameras, privateCameraByCode } from '../../../domain/owners/queries'
import { registerPrivateCameras } from '../../../domain/owners/register'
import { asksOf } from '../../../domain/owners/requests'
import { checkDecision, ownChangeForm, pause, registrationForm } from '../../../domain/owners/schema'
import { withdraw } from '../../../domain/owners/withdraw'
import { Refusal } from '../../../domain/refusal'
import { act as asPerson } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'
import { contactView, heldView, ownersView, privateCamerasView, registeredView, withdrawnView } from './ownerViews'

const one = z.object({ id: z.uuid() })
const byCode = z.object({ code: z.string().max(20) })

function act<T>(c: Context<ApiEnv>, work: (act: OwnerAct) => Promise<T>): Promise<T> {
  const { contacts } = c.get('deps')
  return asPerson(c, act => work({ ...act, contacts }))
}

/** Done to one camera, with nothing to tell. */
async function done(c: Context<ApiEnv>, work: (act: OwnerAct) => Promise<unknown>): Promise<Response> {
  await act(c, work)
  return c.body(null, 204)
}

/** A camera with what only its owner sees: who looked at their contact, what the police asked, and who is asked. */
async function whole(act: OwnerAct, code: string) {
  const camera = await privateCameraByCode(act, code)
  if (!camera.own) return { camera, owner: null }
  const seen = await attempt(act.db, () => seeContact(act, camera.id))
  return { camera, owner: { contact: seen instanceof Refusal ? null : seen, looks: await looksAt(act, camera.id), requests: await asksOf(act, camera.id) } }
}

/** `/api/own-cameras`, `/api/private-cameras`, `/api/privacy`: private cameras, for their owners and for those who check them. */
export const ownerRoutes = new Hono<ApiEnv>()
  .get('/own-cameras', described('Private cameras', 'Your own cameras', privateCamerasView), async c =>
    answer(c, privateCamerasView, { items: await act(c, ownCameras) }))
  .post('/own-cameras', described('Private cameras', 'Registers your own cameras of one place, after you agreed to a text; `id`s are yours to choose, and sending them again adds nothing', registeredView), input('json', registrationForm), async c =>
    answer(c, registeredView, { items: (await act(c, act => registerPrivateCameras(act, c.req.valid('json')))).cameras }))
  .patch('/own-cameras/:id', described('Private cameras', 'Changes your own camera; what was checked is checked again'), input('param', one), input('json', ownChangeForm), c =>
    done(c, act => changeOwnCamera(act, { ...c.req.valid('json'), cameraId: c.req.valid('param').id })))
  .put('/own-cameras/:id/pause', described('Private cameras', 'Nobody asks you for recordings of it until a day; null: may be asked again'), input('param', one), input('json', pause.omit({ cameraId: true })), c =>
    done(c, act => pauseOwnCamera(act, { ...c.req.valid('json'), cameraId: c.req.valid('param').id })))
  .post('/own-cameras/:id/affirmation', described('Private cameras', 'Your camera is still in use'), input('param', one), c =>
    done(c, act => affirm(act, c.req.valid('param').id)))
  .post('/own-cameras/:id/works', described('Private cameras', 'Your camera works again'), input('param', one), c =>
    done(c, act => ownCameraWorks(act, c.req.valid('param').id)))
  .delete('/own-cameras/:id', described('Private cameras', 'Takes your camera out: what is held of it is erased', withdrawnView), input('param', one), async c =>
    answer(c, withdrawnView, await act(c, act => withdraw(act, c.req.valid('param').id))))
  .get('/private-cameras/to-check', described('Private cameras', 'Private cameras that wait for you to check them, of your provinces; each look is written down', privateCamerasView), async c =>
    answer(c, privateCamerasView, { items: await act(c, act => camerasToCheck(act, 50)) }))
  .get('/private-cameras/:code', described('Private cameras', 'A private camera, for its owner and those who may know of it; the look is written down', ownersView), input('param', byCode), async c =>
    answer(c, ownersView, await act(c, act => whole(act, c.req.valid('param').code))))
  .post('/private-cameras/:id/check', described('Private cameras', 'Says of a private camera that it is there, what to change, or why it is declined'), input('param', one), input('json', checkDecision.omit({ cameraId: true, messageId: true })), c =>
    done(c, act => decideCheck(act, { ...c.req.valid('json'), cameraId: c.req.valid('param').id })))
  .post('/private-cameras/:id/contact', described('Private cameras', 'How its owner is reached; they can see that you looked', contactView), input('param', one), async c =>
    answer(c, contactView, await act(c, act => seeContact(act, c.req.valid('param').id))))
  .get('/privacy', described('Private cameras', 'What is held about you, in short, and a link to all of it that is good for ten minutes', heldView), async c =>
    answer(c, heldView, { ...await act(c, held), download: c.get('deps').heldLink(c.get('session')!.actor.userId) }))
  .delete('/privacy/consent', described('Private cameras', 'Takes your consent back: what is held of all your cameras is erased', withdrawnView), async c =>
    answer(c, withdrawnView, await act(c, act => withdraw(act))))

async function held(act: Act) {
  const { displayName } = await act.db.user.findUniqueOrThrow({ where: { id: act.actor.userId }, select: { displayName: true } })
  return { name: displayName, ...await heldSummary(act) }
}

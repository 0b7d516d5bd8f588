import type { Context } from 'hono'
import type { Act } from '../../../domain/act'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { wantChatPhotos } from '../../../domain/cameras/chatPhotos'
import { addCamera, changeCamera } from '../../../domain/cameras/edit'
import { cameraEntry, siteEntry } from '../../../domain/cameras/entries'
import { removeCameraPhoto } from '../../../domain/cameras/photos'
import { cameraPhoto, cameraStatus, changedCamera, changedSite, newCamera, newSite, removal, repairAsked } from '../../../domain/cameras/schema'
import { addSite, changeSite, removeSite, restoreSite } from '../../../domain/cameras/sites'
import { askForRepair, removeCamera, restoreCamera, setCameraStatus } from '../../../domain/cameras/status'
import { act } from '../../auth/signedIn'
import { cameraEntryView, siteEntryView, withPhotos } from './entryViews'
import { input } from './input'
import { answer, described, moment } from './output'

const wantedView = z.object({ until: moment })
const one = z.object({ id: z.uuid() })
const idOf = (c: Context<ApiEnv, string, { in: { param: { id: string } }, out: { param: { id: string } } }>) => c.req.valid('param').id

async function site(c: Context<ApiEnv>, work: (act: Act) => Promise<{ id: string }>) {
  return answer(c, siteEntryView, await act(c, async act => siteEntry(act, (await work(act)).id)))
}
async function camera(c: Context<ApiEnv>, work: (act: Act) => Promise<{ id: string }>) {
  return answer(c, cameraEntryView, withPhotos(c, await act(c, async act => cameraEntry(act, (await work(act)).id))))
}

/** `/api/sites` and `/api/cameras`: what the survey changes. Each answers with the thing as it is then. */
export const entryRoutes = new Hono<ApiEnv>()
  .post('/sites', described('Survey', 'Adds an installation point; `id` is yours to choose, and sending it again adds nothing', siteEntryView), input('json', newSite), c =>
    site(c, act => addSite(act, c.req.valid('json'))))
  .patch('/sites/:id', described('Survey', 'Changes an installation point', siteEntryView), input('param', one), input('json', changedSite), c =>
    site(c, act => changeSite(act, idOf(c), c.req.valid('json'))))
  .post('/sites/:id/removal', described('Survey', 'Takes an installation point without cameras out of the register', siteEntryView), input('param', one), input('json', removal), c =>
    site(c, act => removeSite(act, idOf(c), c.req.valid('json'))))
  .delete('/sites/:id/removal', described('Survey', 'Puts an installation point back', siteEntryView), input('param', one), c =>
    site(c, act => restoreSite(act, idOf(c))))
  .post('/cameras', described('Survey', 'Adds a camera to an installation point; `id` is yours to choose, and sending it again adds nothing', cameraEntryView), input('json', newCamera), c =>
    camera(c, act => addCamera(act, c.req.valid('json'))))
  .patch('/cameras/:id', described('Survey', 'Changes a camera, or moves it to another installation point (`siteId`)', cameraEntryView), input('param', one), input('json', changedCamera), c =>
    camera(c, act => changeCamera(act, idOf(c), c.req.valid('json'))))
  .put('/cameras/:id/status', described('Survey', 'Says whether a camera works', cameraEntryView), input('param', one), input('json', cameraStatus), c =>
    camera(c, act => setCameraStatus(act, idOf(c), c.req.valid('json'))))
  .post('/cameras/:id/removal', described('Survey', 'Takes a camera out of the register', cameraEntryView), input('param', one), input('json', removal), c =>
    camera(c, act => removeCamera(act, idOf(c), c.req.valid('json'))))
  .delete('/cameras/:id/removal', described('Survey', 'Puts a camera back', cameraEntryView), input('param', one), c =>
    camera(c, act => restoreCamera(act, idOf(c))))
  .post('/cameras/:id/repair', described('Survey', 'Opens a repair of a camera that does not work', cameraEntryView), input('param', one), input('json', repairAsked), c =>
    camera(c, act => askForRepair(act, idOf(c), c.req.valid('json'))))
  .post('/cameras/:id/chat-photos', described('Survey', 'Photos that you send in the chat in the next half hour are of this camera', wantedView), input('param', one), async c =>
    answer(c, wantedView, await act(c, act => wantChatPhotos(act, idOf(c)))))
  .delete('/cameras/:cameraId/photos/:photoId', described('Survey', 'Takes a photo of a camera back'), input('param', cameraPhoto), async (c) => {
    await act(c, act => removeCameraPhoto(act, c.req.valid('param')))
    return c.body(null, 204)
  })

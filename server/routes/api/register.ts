import type { Context } from 'hono'
import type { Reader } from '../../../domain/cameras/sight'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import { z } from 'zod'
import { mayFillIn } from '../../../domain/cameras/rights'
import { readerOf } from '../../../domain/cameras/sight'
import { cameraHistory } from '../../../domain/changes/history'
import { provincesInUse } from '../../../domain/people/queries'
import { registerCamera } from '../../../domain/register/camera'
import { registerCounts } from '../../../domain/register/counts'
import { registerList } from '../../../domain/register/page'
import { registerPoints } from '../../../domain/register/points'
import { registerFilter, registerMap, registerPage } from '../../../domain/register/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'
import { cameraView, countsView, historyView, pageView, pointsView, provincesView } from './registerViews'

const one = z.object({ code: z.string().max(20) })
const historyPage = z.strictObject({ before: z.string().regex(/^\d{1,15}$/).transform(Number).optional() })

const read = <T>(c: Context<ApiEnv>, work: (reader: Reader) => Promise<T>) => act(c, act => work(readerOf(act)))

/** `/api/register`: all cameras. */
export const registerRoutes = new Hono<ApiEnv>()
  .get('/register', described('Register', 'Cameras, filtered and in pages. Everybody sees public facts; the fields that are null without `whole` need a role', pageView), input('query', registerPage), async c =>
    answer(c, pageView, await read(c, reader => registerList(reader, c.req.valid('query')))))
  .get('/register/counts', described('Register', 'How many cameras a filter finds, by status; numbers above 10,000 mean “more than that”', countsView), input('query', registerFilter), async c =>
    answer(c, countsView, await read(c, reader => registerCounts(reader, c.req.valid('query')))))
  .get('/register/points', described('Register', 'The cameras of a filter inside a box of the map (west,south,east,north), one by one or, of more than 2,000, counted together', pointsView), input('query', registerMap), async c =>
    answer(c, pointsView, await read(c, reader => registerPoints(reader, c.req.valid('query')))))
  .get('/register/provinces', described('Register', 'Provinces that have agencies in the register', provincesView), async c =>
    answer(c, provincesView, { items: (await act(c, provincesInUse)).map(({ code, nameTh: th, nameEn: en }) => ({ code, th, en })) }))
  .get('/register/:code', described('Register', 'One camera with all that you may see of it', cameraView), input('param', one), async (c) => {
    const { photos: { links }, publicUrl, chatLink } = c.get('deps')
    const { mayEdit, ...camera } = await act(c, async (act) => {
      const found = await registerCamera(readerOf(act), c.req.valid('param').code, act.now)
      return { ...found, mayEdit: !found.hidden && mayFillIn(act.actor, { agencyId: found.agency?.id ?? null, provinceCode: found.site.provinceCode }) }
    })
    const known = camera.known && { ...camera.known, photos: camera.known.photos.map(({ id }) => ({ id, preview: links.link(id, 'preview'), full: links.link(id, 'full') })) }
    return answer(c, cameraView, { ...camera, known, mayEdit, report: chatLink(camera.code), page: `${publicUrl}/liff/cameras/${camera.code}` })
  })
  .get('/register/:code/history', described('Register', 'What was changed of a camera and its installation point, the newest first', historyView), input('param', one), input('query', historyPage), async c =>
    answer(c, historyView, await read(c, reader => cameraHistory(reader, c.req.valid('param').code, c.req.valid('query')))))

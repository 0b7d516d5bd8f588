import type { Context } from 'hono'
import type { Reader } from '../../../domain/cameras/sight'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { mayFillIn } from '../../../domain/cameras/rights'
import { readerOf } from '../../../domain/cameras/sight'
import { cameraHistory } from '../../../domain/changes/history'
import { demandOf } from '../../../domain/footage/demand'
import { statisticsSight } from '../../../domain/footage/rules'
import { provincesInUse } from '../../../domain/people/queries'
import { registerCamera } from '../../../domain/register/camera'
import { registerCounts } from '../../../domain/register/counts'
import { registerList } from '../../../domain/register/page'
import { registerPoints } from '../../../domain/register/points'
import { registerFilter, registerMap, registerPage } from '../../../domain/register/schema'
import { writeShown } from '../../../domain/register/shown'
import { mayRead, read } from '../../auth/programs'
import { act, onlySignedIn } from '../../auth/signedIn'
import { input } from './input'
import { answer, described } from './output'
import { cameraView, countsView, historyView, pageView, pointsView, provincesView } from './registerViews'
import { revalidates } from './revalidates'

const one = z.object({ code: z.string().max(20) })
const historyPage = z.strictObject({ before: z.string().regex(/^\d{1,15}$/).transform(Number).optional() })

/** Reads as `read` does; which private cameras a person was shown is written down. */
function shown<T>(c: Context<ApiEnv>, work: (reader: Reader) => Promise<T>, cameras: (found: T) => { code: string, hidden: boolean }[]): Promise<T> {
  if (c.get('program')) return read(c, work)
  return act(c, async (act) => {
    const found = await work(readerOf(act))
    await writeShown(act, cameras(found))
    return found
  })
}

/** For programs, too. */
const open = { scope: 'cameras:read', revalidates: true } as const

/** `/api/register`: all cameras. Each route says itself who may ask. */
export const registerRoutes = new Hono<ApiEnv>()
  .get('/register', mayRead('cameras:read'), revalidates(), described('Register', 'Cameras, filtered and in pages. Everybody sees public facts; the fields that are null without `whole` need a role', pageView, open), input('query', registerPage), async c =>
    answer(c, pageView, await shown(c, reader => registerList(reader, c.req.valid('query')), ({ items }) => items)))
  .get('/register/counts', mayRead('cameras:read'), revalidates(), described('Register', 'How many cameras a filter finds, by status; numbers above 10,000 mean “more than that”', countsView, open), input('query', registerFilter), async c =>
    answer(c, countsView, await read(c, reader => registerCounts(reader, c.req.valid('query')))))
  .get('/register/points', mayRead('cameras:read'), revalidates(), described('Register', 'The cameras of a filter inside a box of the map (west,south,east,north), one by one or, of more than 2,000, counted together', pointsView, open), input('query', registerMap), async c =>
    answer(c, pointsView, await shown(c, reader => registerPoints(reader, c.req.valid('query')), ({ points }) => points)))
  .get('/register/provinces', onlySignedIn(), described('Register', 'Provinces that have agencies in the register', provincesView), async c =>
    answer(c, provincesView, { items: (await act(c, provincesInUse)).map(({ code, nameTh: th, nameEn: en }) => ({ code, th, en })) }))
  .get('/register/:code', mayRead('cameras:read'), revalidates(), described('Register', 'One camera with all that you may see of it', cameraView, open), input('param', one), async (c) => {
    const { photos: { links }, publicUrl, chatLink, now } = c.get('deps')
    const session = c.get('session')
    const { demand, ...camera } = await shown(c, async (reader) => {
      const found = await registerCamera(reader, c.req.valid('param').code, now())
      const mayKnow = session !== null && statisticsSight(session.actor, found.site.provinceCode) !== null
      return { ...found, demand: mayKnow ? (await demandOf({ db: reader.db, now: now() }, [found.id])).get(found.id) ?? 0 : null }
    }, found => [found])
    const mayEdit = session !== null && !camera.hidden && mayFillIn(session.actor, { agencyId: camera.agency?.id ?? null, provinceCode: camera.site.provinceCode })
    const known = camera.known && { ...camera.known, photos: camera.known.photos.map(({ id }) => ({ id, preview: links.link(id, 'preview'), full: links.link(id, 'full') })) }
    return answer(c, cameraView, { ...camera, known, demand, mayEdit, report: chatLink(camera.code), page: `${publicUrl}/liff/cameras/${camera.code}` })
  })
  .get('/register/:code/history', onlySignedIn(), described('Register', 'What was changed of a camera and its installation point, the newest first', historyView), input('param', one), input('query', historyPage), async c =>
    answer(c, historyView, await read(c, reader => cameraHistory(reader, c.req.valid('param').code, c.req.valid('query')))))

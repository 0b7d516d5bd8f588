import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { askCooperation, cooperationGain } from '../../../domain/cooperation/ask'
import { moveCooperation } from '../../../domain/cooperation/move'
import { cooperationById, cooperationOf } from '../../../domain/cooperation/queries'
import { cooperationAsked, cooperationMove, gainAsked } from '../../../domain/cooperation/schema'
import { CooperationKind, CooperationState } from '../../../domain/enums'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const place = { latitude: z.number(), longitude: z.number() }
const cooperationView = z.object({
  id: z.uuid(),
  kind: z.enum(CooperationKind),
  state: z.enum(CooperationState),
  direction: z.int(),
  point: z.object(place).nullable(),
  note: z.string().nullable(),
  noteErased: z.boolean(),
  gain: z.int().describe('Square metres that no working camera sees yet'),
  camera: z.object({ id: z.uuid(), code: z.string(), siteName: z.string(), label: z.string(), isPrivate: z.boolean(), ...place, direction: z.int().nullable(), fieldOfView: z.int().nullable(), range: z.int().nullable() }).nullable().describe('Null: its owner has withdrawn it'),
  officer: z.string().nullable(),
  station: z.string(),
  createdAt: moment,
  answeredAt: moment.nullable(),
  as: z.enum(['officer', 'keeper']),
  moves: z.array(cooperationMove.shape.move),
}).meta({ id: 'Cooperation' })
const listView = z.object({ items: z.array(cooperationView) })
const gainView = z.object({ direction: z.int(), gain: z.int().describe('Square metres') })
const one = z.object({ id: z.uuid() })

/** `/api/cooperation`: favours that the police ask of whoever keeps a camera. */
export const cooperationRoutes = new Hono<ApiEnv>()
  .get('/cooperation', described('Co-operation', 'Favours that you asked, or were asked; looks are written down', listView), async c =>
    answer(c, listView, { items: await act(c, cooperationOf) }))
  .post('/cooperation', described('Co-operation', 'Asks whoever keeps a camera to turn it, or to add one that sees a point; with an `Idempotency-Key` once', cooperationView), input('json', cooperationAsked), async c =>
    answer(c, cooperationView, await act(c, act => askCooperation(act, c.req.valid('json')))))
  .get('/cooperation/gain', described('Co-operation', 'What would be seen that no working camera sees yet, when a camera is turned to a direction, or another one there looks at a point', gainView), input('query', gainAsked), async c =>
    answer(c, gainView, await act(c, act => cooperationGain(act, c.req.valid('query')))))
  .get('/cooperation/:id', described('Co-operation', 'One favour, for its officer and for whoever keeps the camera', cooperationView), input('param', one), async c =>
    answer(c, cooperationView, await act(c, act => cooperationById(act, c.req.valid('param').id))))
  .post('/cooperation/:id/moves', described('Co-operation', 'Answers a favour, says that it is done, or takes it back', cooperationView), input('param', one), input('json', cooperationMove), async c =>
    answer(c, cooperationView, await act(c, act => moveCooperation({ ...act, contacts: c.get('deps').contacts }, c.req.valid('param').id, c.req.valid('json').move))))

import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { Language, Role } from '../../../domain/enums'
import { setLanguage } from '../../../domain/people/commands'
import { me } from '../../../domain/people/me'
import { languageChoice } from '../../../domain/people/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, label } from './output'

const meView = z.object({
  name: z.string().nullable(),
  language: z.enum(Language),
  roles: z.array(z.object({ role: z.enum(Role), name: label, provinceCode: z.string(), province: label, agency: label.extend({ id: z.uuid() }).nullable(), footage: z.object({ cameras: z.int(), minutes: z.int() }).nullable() })),
  work: z.object({ open: z.int(), overdue: z.int() }).nullable(),
  reports: z.object({ open: z.int(), toConfirm: z.int() }),
  accessRequests: z.int().nullable(),
  footage: z.object({ requests: z.int().nullable(), asks: z.int().nullable(), approvals: z.int().nullable() }),
  lineUserId: z.string(),
  liffId: z.string().nullable(),
  loginUrl: z.url().nullable(),
}).meta({ id: 'Me' })

/** `/api/me`: who is signed in, and what waits for them. */
export const meRoutes = new Hono<ApiEnv>()
  .get('/me', described('Me', 'Who is signed in, with their roles and counts of what waits for them', meView), async c =>
    answer(c, meView, { ...await act(c, me), lineUserId: c.get('session')!.lineUserId, ...c.get('deps').signIn }))
  .patch('/me', described('Me', 'Sets the language that the person is spoken to in, here and in the chat'), input('json', languageChoice), async (c) => {
    await act(c, act => setLanguage(act, c.req.valid('json').language))
    return c.body(null, 204)
  })

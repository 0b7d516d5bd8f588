import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { draftOf, dropDraft, keepDraft } from '../../../domain/forms/drafts'
import { formDraft, formName } from '../../../domain/forms/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const draftView = z.object({ draft: z.object({ data: z.record(z.string(), z.unknown()), updatedAt: moment }).nullable() })
const keptView = z.object({ updatedAt: moment })
const which = z.object({ form: formName })

/** `/api/drafts`: forms as far as their owner has filled them in. */
export const draftRoutes = new Hono<ApiEnv>()
  .get('/drafts/:form', described('Drafts', 'What you have typed into a form; null when nothing, or when it was sent', draftView), input('param', which), async c =>
    answer(c, draftView, { draft: await act(c, act => draftOf(act, c.req.valid('param').form)) }))
  .put('/drafts/:form', described('Drafts', 'Keeps what you have typed into a form', keptView), input('param', which), input('json', formDraft), async c =>
    answer(c, keptView, await act(c, act => keepDraft(act, c.req.valid('param').form, c.req.valid('json')))))
  .delete('/drafts/:form', described('Drafts', 'Forgets what you have typed into a form'), input('param', which), async (c) => {
    await act(c, act => dropDraft(act, c.req.valid('param').form))
    return c.body(null, 204)
  })

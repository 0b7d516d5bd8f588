import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { createKey, revokeKey } from '../../../domain/keys/commands'
import { listOfKeys } from '../../../domain/keys/queries'
import { listKeys, newKey, scopes } from '../../../domain/keys/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdBy: z.string().nullable(),
  createdAt: moment,
  lastUsedAt: moment.nullable().describe('To the minute; null: never'),
  expiresAt: moment.nullable().describe('Null: it does not end by itself'),
  revokedAt: moment.nullable(),
  good: z.boolean().describe('Neither revoked nor expired'),
}).meta({ id: 'ApiKey' })
const keysView = z.object({ items: z.array(keyView), next: z.uuid().nullable() })
const madeView = z.object({
  id: z.uuid(),
  name: z.string(),
  key: z.string().nullable().describe('What the program shows, told this once; null when the request came again with its `Idempotency-Key`: the key is there, revoke it when its text was lost'),
  expiresAt: moment.nullable(),
}).meta({ id: 'MadeApiKey' })

const one = z.object({ id: z.uuid() })
const onePage = 30

/** `/api/keys`: what programs of others read a province with, for its secretaries. */
export const keyRoutes = new Hono<ApiEnv>()
  .get('/keys', described('Keys', 'Keys of a province, those that are good first, newest first', keysView), input('query', listKeys.omit({ limit: true })), async c =>
    answer(c, keysView, await act(c, act => listOfKeys(act, { ...c.req.valid('query'), limit: onePage }))))
  .post('/keys', described('Keys', 'Makes a key; its text is in this answer and nowhere else', madeView), input('json', newKey), async (c) => {
    const made = await act(c, act => createKey(act, c.req.valid('json')))
    // Answers are stored with their Idempotency-Key; a key's text is not.
    c.set('kept', madeView.parse({ ...made, key: null }))
    return answer(c, madeView, made)
  })
  .post('/keys/:id/revoke', described('Keys', 'Makes a key worthless at once'), input('param', one), async (c) => {
    await act(c, act => revokeKey(act, { keyId: c.req.valid('param').id }))
    return c.body(null, 204)
  })

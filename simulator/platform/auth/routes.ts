import type { Variables } from '../http'
import type { World } from '../world/world'
import type { IdTokens } from './idToken'
import { Hono } from 'hono'
import { answer, readForm } from '../http'
import { issueToken, validUntil } from './token'

const MINUTES_15 = 15 * 60
const DAYS_30 = 30 * 24 * 3_600

/** Channel access tokens and what the server needs of LINE Login. Source: "Channel access token", "LINE Login v2.1". */
export function authRoutes(world: World, idTokens: IdTokens) {
  const isChannel = (form: Record<string, string>) =>
    form.grant_type === 'client_credentials' && form.client_id === world.options.channelId && form.client_secret === world.options.channelSecret
  const invalidClient = { error: 'invalid_client', error_description: 'invalid client_id or client_secret' }
  const secondsLeft = (token: string | undefined) => {
    const until = token && validUntil(world, token)
    return until ? Math.floor((Math.min(until, world.now() + DAYS_30 * 1_000) - world.now()) / 1_000) : undefined
  }
  const expired = { error: 'invalid_request', error_description: 'access token expired' }

  return new Hono<{ Variables: Variables }>()
    .post('/oauth2/v3/token', async c => isChannel(await readForm(c)) ? answer(c, issueToken(world, MINUTES_15)) : answer(c, invalidClient, 400))
    .post('/v2/oauth/accessToken', async c => isChannel(await readForm(c)) ? answer(c, issueToken(world, DAYS_30)) : answer(c, invalidClient, 400))
    .post('/v2/oauth/revoke', async (c) => {
      world.issuedTokens.delete((await readForm(c)).access_token ?? '')
      return answer(c)
    })
    .post('/v2/oauth/verify', async (c) => {
      const left = secondsLeft((await readForm(c)).access_token)
      return left ? answer(c, { client_id: world.options.channelId, expires_in: left, scope: 'P CM' }) : answer(c, expired, 400)
    })
    .get('/oauth2/v2.1/verify', (c) => {
      const left = secondsLeft(c.req.query('access_token'))
      return left ? answer(c, { client_id: world.options.channelId, expires_in: left, scope: 'bot' }) : answer(c, expired, 400)
    })
    .post('/oauth2/v2.1/verify', async (c) => {
      const form = await readForm(c)
      let claims = await idTokens.verify(form.id_token ?? '', form.client_id ?? '')
      if (typeof claims !== 'string' && form.nonce && claims.nonce !== form.nonce) claims = 'Invalid IdToken Nonce.'
      if (typeof claims !== 'string' && form.user_id && claims.sub !== form.user_id) claims = 'Invalid IdToken Subject Identifier.'
      return typeof claims === 'string' ? answer(c, { error: 'invalid_request', error_description: claims }, 400) : answer(c, claims)
    })
    .get('/oauth2/v2.1/certs', async c => answer(c, await idTokens.certs()))
}

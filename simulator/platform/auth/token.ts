import type { Call } from '../http'
import type { IssuedToken, World } from '../world/world'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../refusal'

/** LINE's sentence for a wrong access token. */
export const NOT_AUTHENTICATED = 'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.'

const BEARER = /^Bearer (.+)$/

/** Refuses calls without a channel access token that is valid now. */
export function requireToken(world: World) {
  return async (c: Call, next: () => Promise<void>) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    if (!token || !validUntil(world, token)) throw new Refusal(401, NOT_AUTHENTICATED)
    await next()
  }
}

/** Until when (epoch ms) a channel access token is good; undefined when it is not. */
export function validUntil(world: World, token: string): number | undefined {
  if (token === world.options.channelAccessToken) return Infinity
  const issued = world.issuedTokens.get(token)
  return issued && issued.until > world.now() ? issued.until : undefined
}

/** Issues a channel access token that lives `seconds`. */
export function issueToken(world: World, seconds: number, scope = 'bot'): { token_type: 'Bearer', access_token: string, expires_in: number } {
  const token = randomBytes(48).toString('base64url')
  const issued: IssuedToken = { until: world.now() + seconds * 1_000, scope }
  world.issuedTokens.set(token, issued)
  return { token_type: 'Bearer', access_token: token, expires_in: seconds }
}

import type { LineToken } from '../config'
import { call } from './call'

/** Gives the token for the next call. */
export interface TokenSource {
  get: () => Promise<string>
  /** After LINE said 401 to `refused`: another one, or the same when there is no other. */
  renewed: (refused: string) => Promise<string>
}

/** Where the token last fetched is kept, until when (epoch ms); several sources of one channel may share one. */
export interface TokenShelf { kept?: { value: string, until: number } }

/** LINE did not give a token; the call it was for was not made. */
export class NoToken extends Error {}

/**
 * A long-lived token as it is, or stateless ones (15 minutes) fetched when needed and kept until a minute before their end.
 * Calls that need one at the same time share one request. Throws NoToken.
 */
export function tokenSource(token: LineToken, apiBaseUrl: string, now: () => number = Date.now, shelf: TokenShelf = {}): TokenSource {
  if ('accessToken' in token) return { get: async () => token.accessToken, renewed: async () => token.accessToken }
  let fetching: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    const { channelId, channelSecret } = token as { channelId: string, channelSecret: string }
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: channelId, client_secret: channelSecret })
    const answer = await call<{ access_token: string, expires_in: number }>({ method: 'POST', url: `${apiBaseUrl}/oauth2/v3/token`, body })
    if (answer.kind !== 'ok') throw new NoToken(answer.kind === 'refused' ? `LINE gave no access token: ${answer.status} ${answer.message}` : `LINE gave no access token: ${answer.reason}`)
    shelf.kept = { value: answer.body.access_token, until: now() + (answer.body.expires_in - 60) * 1000 }
    return shelf.kept.value
  }
  const renew = () => fetching ??= fetchToken().finally(() => fetching = undefined)

  return {
    get: async () => shelf.kept && now() < shelf.kept.until ? shelf.kept.value : renew(),
    renewed: async refused => shelf.kept && shelf.kept.value !== refused ? shelf.kept.value : renew(),
  }
}

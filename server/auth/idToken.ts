import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { Problem } from '../routes/api/problem'

/** What is taken from a good ID token: LINE's user id (the same as in the chat) and the name the person has there. */
export interface Identity { lineUserId: string, name: string | null }

/** Gives whom LINE says it is. Throws the problems `signInExpired`, `signInRefused`, `signInNotSetUp`, `lineNotReached`. */
export type VerifyIdToken = (idToken: string, now: Date) => Promise<Identity>

const issuer = 'https://access.line.me'
/** How far LINE's clock and ours may differ, s. */
const clockTolerance = 60
const userId = /^\w{1,64}$/

/**
 * Checks ID tokens of a LINE Login channel with LINE's public keys, which are fetched when first needed and kept.
 * @param apiBaseUrl LINE, or what stands for it
 * @param channelId `aud` of its tokens; undefined: nobody can sign in
 */
export function idTokenVerifier(apiBaseUrl: string, channelId: string | undefined): VerifyIdToken {
  const keys = createRemoteJWKSet(new URL(`${apiBaseUrl}/oauth2/v2.1/certs`))
  return async (idToken, now) => {
    if (!channelId) throw new Problem('signInNotSetUp')
    try {
      const { payload } = await jwtVerify(idToken, keys, { issuer, audience: channelId, algorithms: ['ES256'], clockTolerance, requiredClaims: ['sub', 'exp'], currentDate: now })
      if (!userId.test(payload.sub!)) throw new Problem('signInRefused')
      return { lineUserId: payload.sub!, name: typeof payload.name === 'string' ? payload.name.slice(0, 100) : null }
    }
    catch (error) {
      if (error instanceof Problem) throw error
      if (error instanceof errors.JWTExpired) throw new Problem('signInExpired')
      throw new Problem(isAboutTheToken(error) ? 'signInRefused' : 'lineNotReached')
    }
  }
}

/** Whether the token is wrong; else LINE's keys could not be had. (A plain JOSEError: an answer that is no 200 or no JSON.) */
function isAboutTheToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !(error instanceof errors.JWKSTimeout) && !(error instanceof errors.JWKSInvalid)
}

import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose'
import type { World } from '../world/world'
import { calculateJwkThumbprint, errors, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'

/** `iss` of LINE's ID tokens. */
const ISSUER = 'https://access.line.me'
const ALGORITHM = 'ES256'

export interface IdTokenOptions {
  nonce?: string
  /** Default: the LINE Login channel. */
  audience?: string
  /** Seconds; LINE gives 3,600. Negative: already expired. */
  expiresIn?: number
}

/** Signs and checks ID tokens with one ES256 key; the key is made when first needed. */
export class IdTokens {
  #pair: Promise<{ privateKey: CryptoKey, publicKey: CryptoKey, kid: string }> | undefined

  constructor(readonly world: World) {}

  get audience(): string {
    return this.world.options.loginChannelId ?? this.world.options.channelId
  }

  /** An ID token for a person, as `liff.getIDToken()` gives it. */
  async issue(userId: string, options: IdTokenOptions = {}): Promise<string> {
    const { privateKey, kid } = await this.#keys()
    const now = Math.floor(this.world.now() / 1_000)
    const claims: JWTPayload = { name: this.world.people.get(userId)?.name, amr: ['linesso'], ...(options.nonce && { nonce: options.nonce }) }
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setAudience(options.audience ?? this.audience)
      .setIssuedAt(now)
      .setExpirationTime(now + (options.expiresIn ?? 3_600))
      .sign(privateKey)
  }

  /** The public key as LINE publishes its own. */
  async certs(): Promise<JSONWebKeySet> {
    const { publicKey, kid } = await this.#keys()
    return { keys: [{ ...await exportJWK(publicKey), alg: ALGORITHM, use: 'sig', kid }] }
  }

  /** The claims of a good token, or LINE's description of what is wrong with it. */
  async verify(token: string, clientId: string): Promise<JWTPayload | string> {
    const { publicKey } = await this.#keys()
    try {
      const { payload } = await jwtVerify(token, publicKey, { issuer: ISSUER, audience: clientId, currentDate: new Date(this.world.now()) })
      return payload
    }
    catch (error) {
      if (error instanceof errors.JWTExpired) return 'IdToken expired.'
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') return 'Invalid IdToken Audience.'
      return 'Invalid IdToken.'
    }
  }

  #keys() {
    this.#pair ??= generateKeyPair(ALGORITHM, { extractable: true }).then(async pair => ({ ...pair, kid: await calculateJwkThumbprint(await exportJWK(pair.publicKey)) }))
    return this.#pair
  }
}

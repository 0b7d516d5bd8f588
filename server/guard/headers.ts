import { NONCE, secureHeaders } from 'hono/secure-headers'

const year = 'max-age=31536000; includeSubDomains'
const closed = 'default-src \'none\'; frame-ancestors \'none\'; base-uri \'none\'; form-action \'none\''

/** What every answer tells a browser: nothing is loaded from anywhere, nothing runs, nobody frames it. `https`: it is only ever reached by https. */
export function browserHeaders(https: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ['\'none\''],
      styleSrc: [NONCE],
      imgSrc: ['data:'],
      frameAncestors: ['\'none\''],
      baseUri: ['\'none\''],
      formAction: ['\'none\''],
    },
    strictTransportSecurity: https && year,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    // Photos are shown inside LINE, which is another origin.
    crossOriginResourcePolicy: 'cross-origin',
  })
}

/** The same for answers without a page, made once: LINE does not read them, and its road is the one that is measured. */
export function plainHeaders(https: boolean): Record<string, string> {
  return {
    'content-security-policy': closed,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(https && { 'strict-transport-security': year }),
  }
}

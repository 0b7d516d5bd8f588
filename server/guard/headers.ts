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

/** Where LIFF's SDK asks. Source: `@liff/server-api`, `@liff/i18n` 2.31. */
const liffSdk = ['https://api.line.me', 'https://access.line.me', 'https://liff.line.me', 'https://liffsdk.line-scdn.net']

/**
 * What the pages of the app tell a browser: scripts and styles of ours alone, and nothing written into the page; LINE may be asked.
 * `frames`: origins besides our own that may frame it. `maps`: origins that the map under the cameras is loaded from.
 */
export function appHeaders(https: boolean, frames: string[], maps: string[] = []) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ['\'none\''],
      scriptSrc: ['\'self\''],
      styleSrc: ['\'self\''],
      connectSrc: ['\'self\'', ...liffSdk, ...maps],
      imgSrc: ['\'self\'', 'data:', 'blob:', ...maps],
      fontSrc: ['\'self\''],
      // Maps are drawn by one.
      workerSrc: ['\'self\'', 'blob:'],
      manifestSrc: ['\'self\''],
      frameAncestors: ['\'self\'', ...frames],
      baseUri: ['\'none\''],
      formAction: ['\'self\''],
    },
    strictTransportSecurity: https && year,
    xFrameOptions: frames.length ? false : 'SAMEORIGIN',
    referrerPolicy: 'no-referrer',
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

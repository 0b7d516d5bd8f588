/** What a link means inside LINE. */
export type UriMeaning
  = | { kind: 'message', text: string }
    | { kind: 'sheet', sheet: 'photo' | 'place' }
    | { kind: 'call', number: string }
    | { kind: 'liff', url: string }
    | { kind: 'page', url: string }

const oaMessage = /^https:\/\/line\.me\/R\/oaMessage\/[^/?]+\/?\?/
const picker = /^https:\/\/line\.me\/R\/nv\/(location|camera)/
const liff = /^https:\/\/liff\.line\.me\/[^/?#]+/
const endSlash = /\/$/

/**
 * Reads a link as the LINE app does: `line.me/R/oaMessage` fills in a message, `line.me/R/nv` opens a picker,
 * `liff.line.me` and the app's own address open the app at `liffBaseUrl` when there is one, `tel:` dials, all else is a page.
 * Source: LINE URL scheme, LIFF URLs.
 */
export function readUri(uri: string, liffBaseUrl: string | null): UriMeaning {
  if (oaMessage.test(uri)) return { kind: 'message', text: decode(uri.replace(oaMessage, '')) }
  const opened = picker.exec(uri)
  if (opened) return { kind: 'sheet', sheet: opened[1] === 'location' ? 'place' : 'photo' }
  const base = liffBaseUrl?.replace(endSlash, '')
  if (base && liff.test(uri)) return { kind: 'liff', url: uri.replace(liff, base) }
  if (base && (uri === base || uri.startsWith(`${base}/`))) return { kind: 'liff', url: uri }
  if (uri.startsWith('tel:')) return { kind: 'call', number: uri.slice(4) }
  return { kind: 'page', url: uri }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}

import { Buffer } from 'node:buffer'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as it came over the wire: path and query as they were sent, header names in lower case. */
export interface Came {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: Uint8Array
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data).digest()

/** RFC 3986: everything but letters, digits and -._~ in capitals of hex. */
const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * What S3 says of a request's signature: the code of its error, or null when all is right. Written from Amazon's documentation
 * ("Authenticating Requests: Using the Authorization Header"), not from any client. A request may be 15 minutes off `now`.
 */
export function whatIsWrong(came: Came, { accessKeyId, secretAccessKey, region }: { accessKeyId: string, secretAccessKey: string, region: string }, now: Date): string | null {
  const { headers } = came
  const match = /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([a-z\d;-]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!match) return headers.authorization ? 'AuthorizationHeaderMalformed' : 'AccessDenied'
  const [, id, day, place, signed, signature] = match as unknown as string[]
  if (id !== accessKeyId) return 'InvalidAccessKeyId'
  if (place !== region) return 'AuthorizationHeaderMalformed'
  const at = headers['x-amz-date']
  if (!at || !/^\d{8}T\d{6}Z$/.test(at) || !at.startsWith(day!)) return 'AccessDenied'
  if (Math.abs(Date.parse(at.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')) - now.getTime()) > 15 * 60_000) return 'RequestTimeTooSkewed'

  const names = signed!.split(';')
  const needed = ['host', ...Object.keys(headers).filter(name => name.startsWith('x-amz-'))]
  if (names.join() !== names.toSorted().join() || needed.some(name => !names.includes(name))) return 'AccessDenied'
  const content = headers['x-amz-content-sha256']
  if (!content) return 'InvalidRequest'
  if (content !== sha256(came.body)) return 'XAmzContentSHA256Mismatch'

  const canonical = [
    came.method,
    came.path.split('/').map(part => encoded(decodeURIComponent(part))).join('/'),
    Array.from(new URLSearchParams(came.query), ([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&'),
    ...names.map(name => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed,
    content,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day!), region), 's3'), 'aws4_request')
  const right = hmac(key, ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n'))
  return timingSafeEqual(right, Buffer.from(signature!, 'hex')) ? null : 'SignatureDoesNotMatch'
}

import type { Buffer } from 'node:buffer'
import type { Incoming } from '../line/exchange'
import type { PhotoStore } from './store'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { exchange } from '../line/exchange'
import { checkedKey } from './store'

/** A bucket of an S3-compatible store, and who may use it. */
export interface Bucket {
  /** Without a slash at the end. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket's name as the first part of the path; false: in front of the host's name. */
  pathStyle: boolean
}

/** How patient it is; the defaults are for the product. */
export interface S3Options {
  /** Milliseconds until one attempt is given up. */
  timeout?: number
  /** Milliseconds before each further attempt. */
  pauses?: number[]
}

/** What came back: its status, S3's own code of an error (`NoSuchKey`), and the bytes. */
interface Answer { status: number, code: string, bytes: Buffer }

const passing = (status: number) => status === 408 || status === 429 || status >= 500

/** What an operator can put right, by S3's code of the error. */
const sentences: Record<string, string> = {
  NoSuchBucket: 'There is no such bucket: create it, or correct S3_BUCKET.',
  InvalidAccessKeyId: 'It does not know S3_ACCESS_KEY_ID.',
  SignatureDoesNotMatch: 'The signature is wrong: correct S3_SECRET_ACCESS_KEY.',
  AuthorizationHeaderMalformed: 'The bucket is in another region: correct S3_REGION.',
  PermanentRedirect: 'The bucket is in another region: correct S3_REGION and S3_ENDPOINT.',
  AccessDenied: 'The key may not do that: it needs to get, put and delete objects below photos/, and to list the bucket.',
  RequestTimeTooSkewed: 'The clock of this machine is wrong: switch on automatic time (NTP).',
  XMinioStorageFull: 'It is full: make room in it.',
}

/**
 * Photos as objects `photos/<key>` in a bucket. Each call is signed (Signature Version 4, the body included), given up after 20 s, and tried three
 * times when the store is not reached or has trouble: all three can be repeated. Rejects with a sentence.
 */
export function s3Store(bucket: Bucket, { timeout = 20_000, pauses = [200, 1_000] }: S3Options = {}): PhotoStore {
  const { endpoint, region, accessKeyId, secretAccessKey, pathStyle } = bucket
  const base = new URL(endpoint)
  if (!pathStyle) base.host = `${bucket.bucket}.${base.host}`
  const folder = `${base.href.replace(/\/$/, '')}${pathStyle ? `/${bucket.bucket}` : ''}/photos`
  const name = `The photo store (bucket ${bucket.bucket} at ${base.host})`

  async function attempt(method: string, key: string, body?: Uint8Array): Promise<Answer> {
    const sent = { ...(body && { 'content-type': 'image/jpeg' }), 'x-amz-content-sha256': createHash('sha256').update(body ?? '').digest('hex') }
    const { url, headers } = await new AwsV4Signer({ method, url: `${folder}/${key}`, headers: sent, accessKeyId, secretAccessKey, region, service: 's3' }).sign()
    const answer = await exchange({ method, url: url.href, headers: Object.fromEntries(headers), body, timeout })
    const bytes = await whole(answer)
    const code = answer.status < 300 ? '' : /<Code>(\w+)<\/Code>/.exec(bytes.toString())?.[1] ?? ''
    return { status: answer.status, code, bytes }
  }
  async function ask(method: string, key: string, body?: Uint8Array): Promise<Answer> {
    checkedKey(key)
    for (let tried = 0; ; tried++) {
      const answer = await attempt(method, key, body).catch((error: NodeJS.ErrnoException) => error)
      if (!(answer instanceof Error) && !passing(answer.status)) return answer
      if (tried < pauses.length) await sleep(pauses[tried])
      else if (answer instanceof Error) throw new Error(`${name} is not reached: ${answer.code ?? answer.message}.`, { cause: answer })
      else throw refused(method, answer)
    }
  }
  const refused = (method: string, { status, code }: Answer) => new Error(`${name} refuses ${method}: ${status} ${code}. ${sentences[code] ?? ''}`.trim())
  const is404 = ({ status, code }: Answer) => status === 404 && code !== 'NoSuchBucket'

  return {
    async put(key, bytes) {
      const answer = await ask('PUT', key, bytes)
      if (answer.status !== 200) throw refused('PUT', answer)
    },
    async get(key) {
      const answer = await ask('GET', key)
      if (is404(answer)) return null
      if (answer.status !== 200) throw refused('GET', answer)
      return answer.bytes
    },
    async delete(key) {
      const answer = await ask('DELETE', key)
      if (answer.status !== 204 && answer.status !== 200 && !is404(answer)) throw refused('DELETE', answer)
    },
  }
}

/** All bytes of an answer. Throws when the connection ended before they were there. */
async function whole(answer: Incoming): Promise<Buffer> {
  const bytes = await answer.bytes()
  const length = answer.header('content-length')
  if (length !== null && Number(length) !== bytes.length) throw new Error('the answer was cut off')
  return bytes
}

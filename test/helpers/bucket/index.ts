import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bucket } from '../../../server/photos/s3'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { whatIsWrong } from './signature'

/** What the bucket does instead of answering: a status with S3's code, no answer at all (`hang`), or half of one (`cut`). */
export type Fault = { status: number, code: string } | 'hang' | 'cut'

/** An S3-compatible store of one's own with one bucket in it, as strict as the real one, on a free port. */
export interface FakeBucket {
  /** How to reach it. */
  access: Bucket
  /** What lies in it, by name. */
  objects: Map<string, Buffer>
  /** Every request: `PUT photos/…`. */
  asked: string[]
  /** What happens to the next requests, one each. */
  faults: Fault[]
  close: () => Promise<void>
}

const statuses: Record<string, number> = { NoSuchKey: 404, NoSuchBucket: 404, AuthorizationHeaderMalformed: 400, InvalidRequest: 400, XAmzContentSHA256Mismatch: 400, MethodNotAllowed: 405, MissingContentLength: 411, BadDigest: 400 }

/** Starts it. The bucket answers as part of the path and in front of the host's name. */
export async function fakeBucket(settings: Partial<Bucket> = {}): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const faults: Fault[] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const access: Bucket = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: 'songklong-photos',
    region: 'ap-southeast-7',
    accessKeyId: 'AKIATESTTESTTEST',
    secretAccessKey: 'secret/of+the+test/0123456789',
    pathStyle: true,
    ...settings,
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const [path, query = ''] = request.url!.split('?') as [string, string?]
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const inHost = headers.host!.startsWith(`${access.bucket}.`)
    const [bucket, ...rest] = inHost ? [access.bucket, ...path.split('/').slice(1)] : path.split('/').slice(1)
    const name = decodeURIComponent(rest.join('/'))
    asked.push(`${request.method} ${name}`)

    const refuse = (code: string, status = statuses[code] ?? 403) => response.writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>as S3 says it</Message></Error>`)
    const fault = faults.shift()
    if (fault === 'hang') return
    if (fault === 'cut') {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      return void setTimeout(() => response.destroy(), 20)
    }
    if (fault) return void refuse(fault.code, fault.status)

    const wrong = whatIsWrong({ method: request.method!, path, query, headers, body }, access, new Date())
    if (wrong) return void refuse(wrong)
    if (bucket !== access.bucket) return void refuse('NoSuchBucket')
    if (request.method === 'PUT') {
      if (headers['content-length'] === undefined) return void refuse('MissingContentLength')
      objects.set(name, body)
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
    }
    else if (request.method === 'GET') {
      const found = objects.get(name)
      if (!found) return void refuse('NoSuchKey')
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(found.length) }).end(found)
    }
    else if (request.method === 'DELETE') {
      objects.delete(name)
      response.writeHead(204).end()
    }
    else {
      refuse('MethodNotAllowed')
    }
  }

  return {
    access,
    objects,
    asked,
    faults,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

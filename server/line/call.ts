import type { Incoming, Outgoing } from './exchange'
import { STATUS_CODES } from 'node:http'
import { exchange } from '#exchange'
import { currentTrail } from '../watch/trail'

/** What came of a call to LINE: done, refused (it said no), or unreached (no answer, so perhaps done all the same). */
export type Answer<Body>
  = | { kind: 'ok', status: number, body: Body, requestId: string | null }
    | { kind: 'refused', status: number, message: string, body: unknown, requestId: string | null }
    | { kind: 'unreached', reason: string }

/** One call. `body` is sent as JSON, or as it is when it is a form (URLSearchParams) or bytes (Blob). */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  token?: string
  body?: object
  headers?: Record<string, string>
  /** Milliseconds until it is given up; 10,000 when not given. */
  timeout?: number
  /** What the log calls its path; without it, the path without what looks like an id. */
  template?: string
  lookup?: Outgoing['lookup']
}

/** Calls LINE (or what stands for it). Never throws. `read` turns the answer of a success into what is wanted; JSON when not given. */
export async function call<Body>(one: Call, read: (answer: Incoming) => Promise<Body> = json): Promise<Answer<Body>> {
  const trail = currentTrail()
  if (!trail) return made(one, read)
  const [began, from] = [Date.now(), performance.now()]
  const answer = await made(one, read)
  trail.watch.called({
    method: one.method,
    url: new URL(one.url),
    template: one.template,
    retryKey: one.headers?.['x-line-retry-key'],
    began,
    ms: performance.now() - from,
    ...(answer.kind === 'unreached' ? { status: null, reason: answer.reason } : { status: answer.status, requestId: answer.requestId }),
  }, trail)
  return answer
}

async function made<Body>({ method, url, token, body, headers, timeout = 10_000, lookup }: Call, read: (answer: Incoming) => Promise<Body>): Promise<Answer<Body>> {
  try {
    const answer = await exchange({
      method,
      url,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': kindOf(body) }),
        ...headers,
      },
      body: body && await sent(body),
      timeout,
      lookup,
    })
    const requestId = answer.header('x-line-request-id')
    if (answer.status >= 200 && answer.status < 300) return { kind: 'ok', status: answer.status, body: await read(answer), requestId }
    const refusal = await json<Refusal | null>(answer)
    return { kind: 'refused', status: answer.status, message: reason(refusal) ?? STATUS_CODES[answer.status] ?? '', body: refusal, requestId }
  }
  catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { kind: 'unreached', reason: code ?? message }
  }
}

/** LINE's body of an error. */
interface Refusal { message?: string, error_description?: string, details?: Array<{ message?: string, property?: string }> }

function reason(refusal: Refusal | null): string | undefined {
  const details = (refusal?.details ?? []).map(({ property, message }) => `${property}: ${message}`)
  const message = refusal?.message ?? refusal?.error_description
  return message && [message, ...details].join('; ')
}

function kindOf(body: object): string {
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded'
  return body instanceof Blob ? body.type : 'application/json'
}

async function sent(body: object): Promise<string | Uint8Array> {
  if (body instanceof URLSearchParams) return body.toString()
  return body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : JSON.stringify(body)
}

/** What JSON an answer holds; null when it is none. */
export async function json<Body>(answer: Incoming): Promise<Body> {
  const text = await answer.text()
  try {
    return JSON.parse(text)
  }
  catch {
    return null as Body
  }
}

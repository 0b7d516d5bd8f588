import type { IncomingMessage } from 'node:http'
import type { LookupFunction } from 'node:net'
import { Buffer } from 'node:buffer'
import http from 'node:http'
import https from 'node:https'

/** One HTTP request as it goes out. */
export interface Outgoing {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | Uint8Array
  /** Milliseconds until all of the answer must be here. */
  timeout: number
  /** Finds the host's addresses; the system's way when not given. */
  lookup?: LookupFunction
}

/** An answer whose body has not been read yet. Whoever does not want the body calls `discard`. */
export interface Incoming {
  status: number
  /** A header's value, by its name in lower case. */
  header: (name: string) => string | null
  bytes: () => Promise<Buffer>
  text: () => Promise<string>
  /** The body piece by piece. */
  pieces: AsyncIterable<Uint8Array>
  discard: () => void
}

/**
 * A connection on which nothing moved for so long, ms, is closed by us: servers close theirs after five seconds or more, and of a request that goes
 * out in that moment nobody knows what became. Sending it again unseen could show a message twice: whoever sends counts attempts.
 */
const idle = 4_000
const kept = { keepAlive: true, maxSockets: 256, scheduling: 'lifo', timeout: idle } as const
const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) }

/**
 * Sends a request over connections that are kept, and does not follow redirects. Rejects when there is no answer in time.
 * Node's own client instead of `fetch`, which takes several times the work for each message to LINE.
 */
export function exchange({ method, url, headers, body, timeout, lookup }: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    const target = new URL(url)
    const secure = target.protocol === 'https:'
    const request = (secure ? https : http).request(target, {
      method,
      lookup,
      agent: agents[secure ? 'https:' : 'http:'],
      headers: { ...headers, ...(method !== 'GET' && { 'content-length': String(body ? Buffer.byteLength(body) : 0) }) },
    }, message => resolve(incoming(message)))
    const timer = setTimeout(() => request.destroy(new Error(`no answer in ${timeout} ms`)), timeout)
    request.on('close', () => clearTimeout(timer))
    request.on('error', reject)
    request.end(body)
  })
}

function incoming(message: IncomingMessage): Incoming {
  const bytes = async (): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk)
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  }
  return {
    status: message.statusCode!,
    header: name => [message.headers[name] ?? null].flat()[0]!,
    bytes,
    text: async () => (await bytes()).toString(),
    pieces: message,
    discard: () => void message.destroy(),
  }
}

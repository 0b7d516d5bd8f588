import type { Context, HonoRequest } from 'hono'
import type { Origin, Received } from '../line/received'
import type { Watched } from './watched'
import { Buffer } from 'node:buffer'
import { Hono } from 'hono'
import { NotStorable, readEvents } from '../line/received'
import { isSigned } from '../line/signature'

export interface WebhookDeps {
  channelSecret: string
  /** Resolves when the events are durable; rejects with NotStorable when they cannot be. */
  store: (events: Received[]) => Promise<void>
  /** Told after that. */
  onStored: (events: Received[]) => void
  /** Takes a request that LINE did not sign out of its source's budget; gives the seconds to wait when that is used up, else 0. */
  spend: (c: Context) => number
  /** Sent with every answer. */
  headers: Record<string, string>
}

const mostBytes = 1_000_000

/** `POST /webhook`: proves that LINE sent it, stores it, answers 200. What the events mean is nobody's business here. */
export function webhookRoutes({ channelSecret, store, onStored, spend, headers }: WebhookDeps) {
  function refuse(c: Context, status: 401 | 413, why: string): Response {
    const wait = spend(c)
    return wait ? c.text('Too many requests', 429, { ...headers, 'retry-after': String(wait) }) : c.text(why, status, headers)
  }
  return new Hono<Watched>().post('/webhook', async (c) => {
    const signature = c.req.header('x-line-signature')
    // Nothing is read of what cannot be LINE's.
    if (!signature || !wellFormed.test(signature)) return refuse(c, 401, 'Wrong signature')
    const bytes = await read(c.req)
    if (!bytes) return refuse(c, 413, 'Too large')
    if (!isSigned(bytes, signature, channelSecret)) return refuse(c, 401, 'Wrong signature')
    const events = parse(bytes, { requestId: c.get('requestId'), traceparent: c.get('span')?.traceparent })
    if (!events) return c.text('Not a webhook', 400, headers)
    try {
      if (events.length) await store(events)
    }
    catch (error) {
      if (error instanceof NotStorable) return c.text('Not a webhook', 400, headers)
      throw error
    }
    if (events.length) onStored(events)
    return c.body(null, 200, headers)
  })
}

/** 32 bytes as Base64. */
const wellFormed = /^[\w+/]{43}=$/

/** The raw body; null when it is too large. LINE tells the size before; whoever does not is read only as far as the limit. */
async function read(request: HonoRequest): Promise<Uint8Array | null> {
  const size = request.header('content-length')
  if (size !== undefined) return Number(size) > mostBytes ? null : new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of request.raw.body ?? []) {
    read += chunk.length
    if (read > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const decoder = new TextDecoder()

function parse(bytes: Uint8Array, origin: Origin): Received[] | null {
  try {
    return readEvents(JSON.parse(decoder.decode(bytes)), origin)
  }
  catch {
    return null
  }
}

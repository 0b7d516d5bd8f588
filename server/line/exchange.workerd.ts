import type { Incoming, Outgoing } from './exchange'
import { Buffer } from 'node:buffer'

/** Sends a request as `exchange.ts` does, where there is only `fetch`: on Cloudflare Workers. */
export async function exchange({ method, url, headers, body, timeout }: Outgoing): Promise<Incoming> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(new Error(`no answer in ${timeout} ms`)), timeout)
  const over = () => clearTimeout(timer)
  const answer = await fetch(url, { method, headers, body: body as BodyInit | undefined, redirect: 'manual', signal: ending.signal }).catch((error) => {
    over()
    throw error
  })
  return {
    status: answer.status,
    header: name => answer.headers.get(name),
    bytes: async () => Buffer.from(await answer.arrayBuffer().finally(over)),
    text: () => answer.text().finally(over),
    pieces: pieces(answer, over),
    discard() {
      over()
      void answer.body?.cancel().catch(() => {})
    },
  }
}

async function* pieces({ body }: Response, over: () => void): AsyncIterable<Uint8Array> {
  try {
    yield* body ?? []
  }
  finally {
    over()
  }
}

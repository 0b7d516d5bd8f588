import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import sharp from 'sharp'

/** What the test's bot sees of an event. */
export interface Heard {
  type: string
  replyToken?: string
  source: { userId: string, groupId?: string }
  message?: { type: string, text?: string, id: string, quotedMessageId?: string, mention?: unknown, [key: string]: unknown }
  postback?: { data: string, params?: Record<string, string> }
}

/** Gives the messages to answer with; nothing for silence. */
export type Answer = (event: Heard, bot: { url: string, call: (path: string, body: object) => Promise<Response> }) => object[] | undefined | Promise<object[] | undefined>

/** Codes of a call to a server that has ended. */
const gone = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']

/** A bot small enough to read at a glance: answers each event by `answer`, keeps what it heard, and serves one picture at any other path. */
export async function startBot(apiUrl: string, token: string, answer: Answer) {
  const heard: Heard[] = []
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7fb0c8' } })
    .composite([{ input: Buffer.from('<svg width="600" height="400"><rect y="260" width="600" height="140" fill="#5c6b5a"/><rect x="290" y="60" width="16" height="220" fill="#eef1f4"/><rect x="200" y="70" width="96" height="44" rx="14" fill="#10201d"/></svg>') }])
    .jpeg()
    .toBuffer()

  const call = (path: string, body: object) => fetch(`${apiUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'authorization': `Bearer ${token}` },
    body: JSON.stringify(body),
  })

  async function reply(event: Heard): Promise<void> {
    const messages = await answer(event, { url, call })
    if (!messages || !event.replyToken) return
    const sent = await call('/v2/bot/message/reply', { replyToken: event.replyToken, messages })
    const why = await sent.text()
    // A redelivered event's token is spent; anything else refused is a mistake in the test.
    if (sent.status === 400 && !why.includes('reply token')) throw new Error(`LINE refused the answer: ${why}`)
  }

  let url = ''
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'image/jpeg').end(picture)
      return
    }
    let body = ''
    for await (const piece of request) body += piece
    response.end()
    for (const event of JSON.parse(body).events as Heard[]) {
      heard.push(event)
      await reply(event).catch((error) => {
        // The scene ended while the bot was answering: its LINE is gone.
        if (!gone.includes(error.cause?.code)) throw error
      })
    }
  })
  await new Promise<void>(ready => server.listen(0, ready))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  return { url, heard, call, close: () => new Promise(done => server.close(done).closeAllConnections()) }
}

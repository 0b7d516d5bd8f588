import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'

/** A message of the bot, as it was sent. */
export interface BotMessage { type: string, [key: string]: unknown }

/** The API of a LINE that only does what a load test needs: takes replies, each token once, and is quick about it. */
export interface LightLine {
  url: string
  /** Makes a reply token good, once. */
  expect: (replyToken: string, answered: (messages: BotMessage[]) => void) => void
  /** Replies refused: unknown or used tokens. */
  refused: () => number
}

/** Starts it on a free port. */
export async function lightLine(): Promise<LightLine> {
  const tokens = new Map<string, (messages: BotMessage[]) => void>()
  let refused = 0
  let lastId = 0

  function reply({ replyToken, messages }: { replyToken: string, messages: BotMessage[] }): [number, object] {
    const answered = tokens.get(replyToken)
    if (!answered || !Array.isArray(messages) || messages.length < 1 || messages.length > 5) {
      refused++
      return [400, { message: 'Invalid reply token' }]
    }
    tokens.delete(replyToken)
    setImmediate(answered, messages)
    return [200, { sentMessages: messages.map(() => ({ id: String(++lastId) })) }]
  }
  const others: Record<string, object> = {
    '/v2/bot/message/quota': { type: 'none' },
    '/v2/bot/message/quota/consumption': { totalUsage: 0 },
    '/v2/bot/info': { userId: 'U'.padEnd(33, '0'), basicId: '@bench', displayName: 'Bench' },
    '/v2/bot/richmenu/list': { richmenus: [] },
    '/v2/bot/richmenu/alias/list': { aliases: [] },
  }

  const server = createServer(async (request, response) => {
    const path = request.url!
    const [status, body] = path === '/v2/bot/message/reply' ? reply(await json(request)) : [200, others[path] ?? (path.startsWith('/v2/bot/profile/') ? { displayName: 'Somebody' } : { sentMessages: [] })]
    response.writeHead(status, { 'content-type': 'application/json', 'x-line-request-id': 'bench' }).end(JSON.stringify(body))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, expect: (token, answered) => void tokens.set(token, answered), refused: () => refused }
}

async function json(request: IncomingMessage): Promise<any> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

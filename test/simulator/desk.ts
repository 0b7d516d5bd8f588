import type { PlatformOptions } from '../../simulator/platform'
import type { Listening } from '../../simulator/platform/listen'
import type { WebhookEvent } from '../../simulator/platform/webhook/events'
import { createServer } from 'node:http'
import { messagingApi } from '@line/bot-sdk'
import { onTestFinished } from 'vitest'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'

export const TOKEN = 'long-lived-token'
export const SECRET = 'channel-secret'
export const NOI = `U${'0'.repeat(31)}1`
export const DAO = `U${'0'.repeat(31)}2`
export const STRANGER = `U${'0'.repeat(31)}3`
export const GROUP = `C${'0'.repeat(31)}1`

/** How long something may take on a busy machine. */
export const PATIENT = { timeout: 20_000 }

/** A request that a webhook got. */
export interface Received { headers: Record<string, string | string[] | undefined>, body: string, events: WebhookEvent[] }

/** What a test's webhook answers: a status, nothing (`hang`), or what a handler says. */
export type Answer = number | 'hang' | ((received: Received) => Promise<number> | number)

/** A platform with a clock that stands still, two followers, somebody who is none, and one group; closed after the test. */
export async function desk(options: Partial<PlatformOptions> = {}) {
  const clock = { now: Date.UTC(2026, 10, 23, 5) }
  const platform = createPlatform({
    channelId: '1000',
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    now: () => clock.now,
    redeliver: false,
    people: [{ id: NOI, name: 'Noi' }, { id: DAO, name: 'Dao', language: 'en' }, { id: STRANGER, name: 'Stranger', following: false }],
    groups: [{ id: GROUP, name: 'Crew', members: [NOI, DAO] }],
    ...options,
  })
  onTestFinished(() => platform.close())
  return {
    platform,
    clock,
    say: (text: string, as = NOI, chat = as) => platform.act({ do: 'text', as, chat, text }),
    /** Calls LINE's API without a network. */
    async call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
      const answer = await platform.app.request(path, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null }
    },
    /** The same API over HTTP, through LINE's own client. */
    async online(uiDir?: string) {
      const line: Listening = await listen(platform, { port: 0, uiDir })
      onTestFinished(() => line.close())
      const settings = { channelAccessToken: TOKEN, baseURL: line.url }
      return { ...line, client: new messagingApi.MessagingApiClient(settings), blob: new messagingApi.MessagingApiBlobClient(settings) }
    },
    /** A webhook that answers as told and keeps what it got. */
    async webhook(answer: Answer = 200) {
      const hook = { answer, received: [] as Received[], events: () => hook.received.flatMap(({ events }) => events), last: () => hook.events().at(-1)! }
      const server = createServer((request, response) => {
        const chunks: Uint8Array[] = []
        request.on('data', chunk => chunks.push(chunk))
        request.on('end', async () => {
          const body = Buffer.concat(chunks).toString()
          const received = { headers: request.headers, body, events: JSON.parse(body).events }
          hook.received.push(received)
          const status = typeof hook.answer === 'function' ? await hook.answer(received) : hook.answer
          if (status !== 'hang') response.writeHead(status).end()
        })
      })
      await new Promise<void>(resolve => server.listen(0, resolve))
      onTestFinished(() => new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }))
      platform.setWebhookUrl(`http://localhost:${(server.address() as { port: number }).port}/webhook`)
      return hook
    },
  }
}

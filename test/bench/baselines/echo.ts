/** The least a bot can do: bare Hono, the signature, a reply with LINE's own library. Nothing is stored. */
import process from 'node:process'
import { serve } from '@hono/node-server'
import { messagingApi, validateSignature } from '@line/bot-sdk'
import { Hono } from 'hono'

const client = new messagingApi.MessagingApiClient({ channelAccessToken: process.env.LINE_CHANNEL_ACCESS_TOKEN!, baseURL: process.env.LINE_API_BASE_URL })
const secret = process.env.LINE_CHANNEL_SECRET!

const app = new Hono().post('/webhook', async (c) => {
  const body = await c.req.text()
  if (!validateSignature(body, secret, c.req.header('x-line-signature') ?? '')) return c.text('Wrong signature', 401)
  const { events } = JSON.parse(body)
  await Promise.all(events.map((event: any) => client.replyMessage({
    replyToken: event.replyToken,
    messages: [{ type: 'text', text: event.message?.text ?? event.postback?.data ?? event.type }],
  })))
  return c.body(null, 200)
})

serve({ fetch: app.fetch, port: 0 }, ({ port }) => process.send!({ port }))

import type { Variables } from '../http'
import type { World } from '../world/world'
import type { Circumstances } from './validate/messages'
import { Hono } from 'hono'
import { answer, readJson, stringIn, userIdsIn } from '../http'
import { Refusal, wrongProperty } from '../refusal'
import { canReceive } from '../world/world'
import { quotaOf, spend } from './quota'
import { once } from './retryKey'
import { openChat, say } from './say'
import { checkMessages } from './validate/messages'

const CHAT_ID = /^[UCR][0-9a-f]{32}$/
const UNIT = /^\w{1,30}$/
const NOBODY = { following: false, blocked: false }

/** Sending and validating messages, and the month's quota. Source: "Message" of the Messaging API reference. */
export function messageRoutes(world: World) {
  const allowHttpLocalhost = world.options.allowHttpLocalhost !== false
  const anywhere: Circumstances = { allowHttpLocalhost, to: 'unknown', canQuote: () => true }
  const toMany: Circumstances = { allowHttpLocalhost, to: 'many', canQuote: () => false }

  function inChat(chatId: string): Circumstances {
    const { kind = 'user', members = [] } = world.chats.get(chatId) ?? {}
    return { allowHttpLocalhost, to: { kind, members }, canQuote: token => world.quoteTokens.get(token)?.chatId === chatId }
  }
  const received = (chatId: string) => world.chats.get(chatId)?.kind === 'group' || canReceive(world.people.get(chatId) ?? NOBODY)

  const app = new Hono<{ Variables: Variables }>()
  app.post('/reply', async (c) => {
    const body = await readJson(c)
    if (c.req.header('x-line-retry-key') !== undefined) throw new Refusal(400, 'The X-Line-Retry-Key header is not supported for reply messages')
    const replyToken = stringIn(body, 'replyToken')
    const token = world.replyTokens.get(replyToken)
    const messages = checkMessages(body.messages, token ? inChat(token.chatId) : anywhere)
    if (!token || token.used || world.now() > token.until || !openChat(world, token.chatId)) throw new Refusal(400, 'Invalid reply token')
    token.used = true
    return answer(c, { sentMessages: received(token.chatId) ? say(world, token.chatId, messages, 'reply') : messages.map(() => ({ id: world.nextId() })) })
  })

  app.post('/push', async (c) => {
    const body = await readJson(c)
    const to = stringIn(body, 'to')
    if (!CHAT_ID.test(to)) throw wrongProperty('to')
    checkUnits(body.customAggregationUnits)
    const messages = checkMessages(body.messages, inChat(to))
    return once(world, c, () => {
      const chat = openChat(world, to)
      const person = world.people.get(to)
      if (!chat || (person && !person.following && !person.blocked)) throw new Refusal(400, 'Failed to send messages')
      if (!received(to)) return { sentMessages: messages.map(() => ({ id: world.nextId() })) }
      spend(world, chat.members.length)
      return { sentMessages: say(world, to, messages, 'push') }
    })
  })

  app.post('/multicast', async (c) => {
    const body = await readJson(c)
    const to = userIdsIn(body, 'to')
    checkUnits(body.customAggregationUnits)
    const messages = checkMessages(body.messages, toMany)
    return once(world, c, () => toAll(to.filter(received), messages, 'multicast'))
  })

  app.post('/broadcast', async (c) => {
    const messages = checkMessages((await readJson(c)).messages, toMany)
    return once(world, c, () => toAll([...world.people.keys()].filter(received), messages, 'broadcast'))
  })

  app.post('/narrowcast', () => {
    throw new Refusal(501, 'Narrowcast is not simulated')
  })

  for (const kind of ['reply', 'push', 'multicast', 'broadcast', 'narrowcast']) {
    app.post(`/validate/${kind}`, async (c) => {
      checkMessages((await readJson(c)).messages, kind === 'reply' || kind === 'push' ? anywhere : { ...toMany, canQuote: () => true })
      return answer(c)
    })
  }

  app.get('/quota', c => answer(c, world.quota.limit === null ? { type: 'none' } : { type: 'limited', value: world.quota.limit }))
  app.get('/quota/consumption', c => answer(c, { totalUsage: quotaOf(world).used }))

  function toAll(people: string[], messages: ReturnType<typeof checkMessages>, via: 'multicast' | 'broadcast'): object {
    spend(world, people.length)
    people.forEach(id => say(world, id, messages, via))
    return {}
  }
  return app
}

function checkUnits(units: unknown): void {
  if (units === undefined || units === null) return
  const good = Array.isArray(units) && units.length <= 1 && units.every(unit => UNIT.test(String(unit)))
  if (!good) throw wrongProperty('customAggregationUnits')
}

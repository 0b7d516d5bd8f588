import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DAO, desk, GROUP, NOI, PATIENT, STRANGER, TOKEN } from './desk'

const messages = [{ type: 'text', text: 'hello' }]
const MINUTE = 60_000

describe('replies', () => {
  async function asked() {
    const made = await desk()
    const hook = await made.webhook()
    await made.say('hi')
    const { replyToken } = hook.last()
    return { ...made, hook, replyToken, reply: (token = replyToken) => made.call('POST', '/v2/bot/message/reply', { replyToken: token, messages }) }
  }

  it('work once', async () => {
    const { reply, platform } = await asked()
    expect(await reply()).toMatchObject({ status: 200, body: { sentMessages: [{ id: expect.stringMatching(/^\d{18}$/), quoteToken: expect.any(String) }] } })
    expect(await reply()).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } })
    expect(platform.linesOf(NOI).map(({ from, via }) => [from, via])).toEqual([[NOI, 'person'], ['bot', 'reply']])
  })

  it('come within a minute', async () => {
    const early = await asked()
    early.clock.now += MINUTE
    expect((await early.reply()).status).toBe(200)
    const late = await asked()
    late.clock.now += MINUTE + 1
    expect((await late.reply()).status).toBe(400)
  })

  it('to a redelivered event come within 20 minutes of the event', async () => {
    for (const [after, status] of [[20 * MINUTE, 200], [20 * MINUTE + 1, 400]] as const) {
      const { platform, hook, clock, reply } = await asked()
      await platform.act({ do: 'redeliver', webhookEventId: hook.last().webhookEventId })
      clock.now += after
      expect((await reply()).status).toBe(status)
    }
  })

  it('keep their token when the messages were refused', async () => {
    const { call, replyToken, reply } = await asked()
    expect((await call('POST', '/v2/bot/message/reply', { replyToken, messages: [{ type: 'text', text: '' }] })).status).toBe(400)
    expect((await reply()).status).toBe(200)
  })

  it('take no retry key and no made-up token', async () => {
    const { call, replyToken, reply } = await asked()
    expect((await call('POST', '/v2/bot/message/reply', { replyToken, messages }, { 'x-line-retry-key': randomUUID() })).status).toBe(400)
    expect((await reply('0'.repeat(32))).status).toBe(400)
  })

  it('cost nothing', async () => {
    const { reply, platform } = await asked()
    await reply()
    expect(platform.state().quota.used).toBe(0)
  })
})

describe('pushes', () => {
  const push = (to: string) => ({ to, messages })

  it('reach followers and groups of the account, nobody else', async () => {
    const { call, platform } = await desk()
    expect((await call('POST', '/v2/bot/message/push', push(NOI))).status).toBe(200)
    expect((await call('POST', '/v2/bot/message/push', push(GROUP))).status).toBe(200)
    for (const to of [STRANGER, `U${'f'.repeat(32)}`, `C${'f'.repeat(32)}`]) { expect(await call('POST', '/v2/bot/message/push', push(to))).toMatchObject({ status: 400, body: { message: 'Failed to send messages' } }) }
    await platform.act({ do: 'removeBot', as: NOI, chat: GROUP })
    expect((await call('POST', '/v2/bot/message/push', push(GROUP))).status).toBe(400)
    expect(await call('POST', '/v2/bot/message/push', push('noi'))).toMatchObject({ body: { message: 'The property, \'to\', in the request body is invalid (line: -, column: -)' } })
  })

  it('to somebody who blocked the account are accepted, not delivered and not counted', async () => {
    const { call, platform } = await desk()
    await platform.act({ do: 'block', as: NOI })
    expect(await call('POST', '/v2/bot/message/push', push(NOI))).toMatchObject({ status: 200, body: { sentMessages: [{ id: expect.any(String) }] } })
    expect(platform.linesOf(NOI)).toEqual([])
    expect(platform.state().quota.used).toBe(0)
  })

  it('stop at the month\'s limit, a group counting each member, until the next month in Thailand', async () => {
    const { call, clock } = await desk({ quotaLimit: 3 })
    clock.now = Date.UTC(2026, 10, 30, 16, 59)
    expect((await call('POST', '/v2/bot/message/push', push(GROUP))).status).toBe(200)
    expect(await call('POST', '/v2/bot/message/push', push(GROUP))).toMatchObject({ status: 429, body: { message: 'You have reached your monthly limit.' } })
    expect((await call('POST', '/v2/bot/message/push', push(NOI))).status).toBe(200)
    expect((await call('POST', '/v2/bot/message/push', push(NOI))).status).toBe(429)
    expect((await call('GET', '/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 3 })
    expect((await call('GET', '/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 3 })
    clock.now += MINUTE
    expect((await call('GET', '/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 0 })
    expect((await call('POST', '/v2/bot/message/push', push(NOI))).status).toBe(200)
  })

  it('with the same retry key are done once in 24 hours', async () => {
    const { call, clock, platform } = await desk()
    const headers = { 'x-line-retry-key': randomUUID() }
    const first = await call('POST', '/v2/bot/message/push', push(NOI), headers)
    clock.now += 24 * 60 * MINUTE - 1
    const second = await call('POST', '/v2/bot/message/push', push(NOI), headers)
    expect(second).toMatchObject({ status: 409, body: { message: 'The retry key is already accepted', sentMessages: first.body.sentMessages } })
    expect(second.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'))
    expect(platform.linesOf(NOI)).toHaveLength(1)
    clock.now += 1
    expect((await call('POST', '/v2/bot/message/push', push(NOI), headers)).status).toBe(200)
  })

  it('that were refused do not use up their retry key, and a key is a UUID', async () => {
    const { call } = await desk()
    const headers = { 'x-line-retry-key': randomUUID() }
    expect((await call('POST', '/v2/bot/message/push', push(STRANGER), headers)).status).toBe(400)
    expect((await call('POST', '/v2/bot/message/push', push(NOI), headers)).status).toBe(200)
    expect((await call('POST', '/v2/bot/message/push', push(NOI), { 'x-line-retry-key': 'key' })).status).toBe(400)
  })
})

describe('messages to many', () => {
  it('reach those who can receive them and count each', async () => {
    const { call, platform } = await desk()
    expect(await call('POST', '/v2/bot/message/multicast', { to: [NOI, DAO, STRANGER], messages })).toMatchObject({ status: 200, body: {} })
    await platform.act({ do: 'block', as: DAO })
    expect((await call('POST', '/v2/bot/message/broadcast', { messages })).status).toBe(200)
    expect(platform.linesOf(NOI).map(({ via }) => via)).toEqual(['multicast', 'broadcast'])
    expect(platform.linesOf(DAO).map(({ via }) => via)).toEqual(['multicast'])
    expect(platform.state().quota.used).toBe(3)
  })

  it('go to at most 500 people and to no group', async () => {
    const { call } = await desk()
    const people = Array.from({ length: 501 }, (_, index) => `U${String(index).padStart(32, '0')}`)
    expect((await call('POST', '/v2/bot/message/multicast', { to: people.slice(0, 500), messages })).status).toBe(200)
    expect((await call('POST', '/v2/bot/message/multicast', { to: people, messages })).status).toBe(400)
    expect(await call('POST', '/v2/bot/message/multicast', { to: [NOI, GROUP], messages })).toMatchObject({ status: 400, body: { message: expect.stringContaining('\'to[1]\'') } })
    expect((await call('POST', '/v2/bot/message/multicast', { to: [], messages })).status).toBe(400)
  })
})

describe('every call', () => {
  it('carries a request id and needs a token', async () => {
    const { call } = await desk()
    const good = await call('GET', '/v2/bot/info')
    expect(good.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const bad = await call('GET', '/v2/bot/info', undefined, { authorization: 'Bearer wrong' })
    expect(bad).toMatchObject({ status: 401, body: { message: expect.stringMatching(/^Authentication failed/) } })
    expect(bad.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('with a body sends JSON', async () => {
    const { platform } = await desk()
    const send = (type: string, body: string) => platform.app.request('/v2/bot/message/push', { method: 'POST', headers: { 'authorization': `Bearer ${TOKEN}`, 'content-type': type }, body })
    expect((await send('text/plain', '{}')).status).toBe(415)
    expect((await send('application/json', '{')).status).toBe(400)
    expect((await send('application/json', '[]')).status).toBe(400)
    expect((await send('application/json', JSON.stringify({ to: NOI, messages, pad: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413)
  })

  it('is refused where LINE has no such place', async () => {
    const { call } = await desk()
    expect(await call('GET', '/v2/bot/weather')).toMatchObject({ status: 404, body: { message: 'Not found' } })
  })

  it('is kept with what was asked and answered, the newest 200', async () => {
    const { call, platform } = await desk()
    for (let count = 0; count < 201; count++) await call('GET', '/v2/bot/info')
    await call('POST', '/v2/bot/message/push', { to: NOI, messages })
    expect(platform.state().calls).toHaveLength(200)
    expect(platform.state().calls.at(-1)).toMatchObject({ method: 'POST', path: '/v2/bot/message/push', status: 200, request: { to: NOI }, response: { sentMessages: [{}] } })
  })
})

describe('faults', () => {
  it('make LINE fail as often as told, on sends or on a path', async () => {
    const { call, platform } = await desk()
    await platform.act({ do: 'setFaults', faults: [{ path: '', status: 500, times: 2 }, { path: '/v2/bot/info', status: 429, times: null }] })
    const statuses = []
    for (let count = 0; count < 3; count++) statuses.push((await call('POST', '/v2/bot/message/push', { to: NOI, messages })).status)
    expect(statuses).toEqual([500, 500, 200])
    expect(platform.linesOf(NOI)).toHaveLength(1)
    expect((await call('GET', '/v2/bot/info')).status).toBe(429)
    expect(platform.state().faults).toEqual([{ path: '/v2/bot/info', status: 429, times: null }])
    await platform.act({ do: 'setFaults', faults: [] })
    expect((await call('GET', '/v2/bot/info')).status).toBe(200)
  })

  it('may lose only the answer, so that the retry finds it accepted', async () => {
    const { call, platform } = await desk()
    await platform.act({ do: 'setFaults', faults: [{ path: '', status: 500, times: 1, after: true }] })
    const headers = { 'x-line-retry-key': randomUUID() }
    expect((await call('POST', '/v2/bot/message/push', { to: NOI, messages }, headers)).status).toBe(500)
    expect((await call('POST', '/v2/bot/message/push', { to: NOI, messages }, headers)).status).toBe(409)
    expect(platform.linesOf(NOI)).toHaveLength(1)
  })

  it('may keep LINE silent until the caller gives up', async () => {
    const { online, platform } = await desk()
    const { url } = await online()
    await platform.act({ do: 'setFaults', faults: [{ path: '', status: 0, times: 1 }] })
    const call = fetch(`${url}/v2/bot/message/push`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: NOI, messages }),
      signal: AbortSignal.timeout(1_000),
    })
    await expect(call).rejects.toThrow(/aborted|timeout/)
    await expect.poll(() => platform.state().calls, PATIENT).toHaveLength(1)
    expect(platform.linesOf(NOI)).toEqual([])
  })
})

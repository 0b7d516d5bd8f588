import type { Act } from '../../simulator/contract'
import type { WebhookEvent } from '../../simulator/platform/webhook/events'
import { validateSignature } from '@line/bot-sdk'
import { describe, expect, it } from 'vitest'
import { createPlatform, sign } from '../../simulator/platform'
import { DAO, desk, GROUP, NOI, PATIENT, SECRET, STRANGER } from './desk'

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const TEXT = { do: 'text', as: NOI, chat: NOI, text: 'hi' } as const

describe('webhooks', () => {
  it('are signed as LINE signs', () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    expect(sign(body, '8c570fa6dd201bb328f1c1eac23a96d8')).toBe('GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=')
  })

  it('carry a signature that LINE\'s own library accepts, and the account they are for', async () => {
    const { say, webhook, platform } = await desk()
    const hook = await webhook()
    await say('สวัสดี')
    const [{ body, headers }] = hook.received as [typeof hook.received[number]]
    expect(validateSignature(body, SECRET, String(headers['x-line-signature']))).toBe(true)
    expect(JSON.parse(body).destination).toBe(platform.state().bot.userId)
    expect(platform.state().bot.userId).toMatch(/^U[0-9a-f]{32}$/)
  })

  it('tell what was written, by whom, where and when', async () => {
    const { say, webhook, clock } = await desk()
    const hook = await webhook()
    const { webhookEventIds } = await say('hi')
    expect(hook.last()).toEqual({
      type: 'message',
      message: { id: expect.stringMatching(/^\d{18}$/), type: 'text', text: 'hi', quoteToken: expect.any(String), markAsReadToken: expect.any(String) },
      webhookEventId: expect.stringMatching(ULID),
      deliveryContext: { isRedelivery: false },
      timestamp: clock.now,
      source: { type: 'user', userId: NOI },
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      mode: 'active',
    })
    expect(webhookEventIds).toEqual([hook.last().webhookEventId])
  })

  const postback = { type: 'postback', label: 'a', data: 'go', displayText: 'Go!' }
  const cases: Array<[string, Act, object]> = [
    ['a place', { do: 'location', as: NOI, chat: NOI, title: 'Market', latitude: 14.58, longitude: 100.45 }, { type: 'message', message: { type: 'location', title: 'Market', latitude: 14.58, longitude: 100.45 } }],
    ['a sticker', { do: 'sticker', as: NOI, chat: NOI, packageId: '446', stickerId: '1988' }, { type: 'message', message: { type: 'sticker', packageId: '446', stickerId: '1988', stickerResourceType: 'STATIC' } }],
    ['a tapped word', { do: 'tap', as: NOI, chat: NOI, action: { type: 'message', label: 'a', text: 'Go!' } }, { type: 'message', message: { type: 'text', text: 'Go!' } }],
    ['a tapped button', { do: 'tap', as: NOI, chat: NOI, action: postback }, { type: 'postback', postback: { data: 'go' } }],
    ['a picked time', { do: 'tap', as: NOI, chat: NOI, action: { type: 'datetimepicker', data: 'when', mode: 'datetime' }, params: { datetime: '2026-11-23t14:00' } }, { type: 'postback', postback: { data: 'when', params: { datetime: '2026-11-23T14:00' } } }],
    ['a switch to a menu that is not there', { do: 'tap', as: NOI, chat: NOI, action: { type: 'richmenuswitch', richMenuAliasId: 'more', data: 'menu' } }, { type: 'postback', postback: { data: 'menu', params: { newRichMenuAliasId: 'more', status: 'RICHMENU_ALIAS_ID_NOTFOUND' } } }],
    ['a mention', { do: 'text', as: NOI, chat: GROUP, text: 'help', mentionBot: true }, { source: { type: 'group', groupId: GROUP, userId: NOI }, message: { text: '@SongKlong help', mention: { mentionees: [{ index: 0, length: 10, type: 'user', isSelf: true }] } } }],
    ['a new friend', { do: 'follow', as: STRANGER }, { type: 'follow', follow: { isUnblocked: false }, replyToken: expect.any(String) }],
    ['somebody who joins', { do: 'joinGroup', as: STRANGER, chat: GROUP }, { type: 'memberJoined', joined: { members: [{ type: 'user', userId: STRANGER }] }, source: { type: 'group', groupId: GROUP }, replyToken: expect.any(String) }],
  ]
  it.each(cases)('tell of %s', async (_, act, event) => {
    const { webhook, platform } = await desk()
    const hook = await webhook()
    await platform.act(act)
    expect(hook.last()).toMatchObject(event)
  })

  it('show the words of a tapped button in the chat', async () => {
    const { platform } = await desk()
    await platform.act({ do: 'tap', as: NOI, chat: NOI, action: postback })
    expect(platform.linesOf(NOI)).toMatchObject([{ from: NOI, message: { type: 'text', text: 'Go!' } }])
  })

  it('have no reply token for what cannot be answered', async () => {
    const { webhook, platform, say } = await desk()
    const hook = await webhook()
    await say('oops')
    await platform.act({ do: 'unsend', as: NOI, chat: NOI, messageId: platform.linesOf(NOI)[0]!.id })
    expect(hook.last()).toMatchObject({ type: 'unsend', unsend: { messageId: platform.linesOf(NOI)[0]!.id } })
    expect(platform.linesOf(NOI)).toMatchObject([{ unsent: true }])
    expect(JSON.stringify(platform.linesOf(NOI))).not.toContain('oops')
    await platform.act({ do: 'block', as: NOI })
    await platform.act({ do: 'leaveGroup', as: DAO, chat: GROUP })
    await platform.act({ do: 'removeBot', as: NOI, chat: GROUP })
    expect(hook.events().slice(1).map(({ type }) => type)).toEqual(['unsend', 'unfollow', 'memberLeft', 'leave'])
    for (const event of hook.events().slice(1)) expect(event).not.toHaveProperty('replyToken')
  })

  it('tell of an account that is unblocked or invited', async () => {
    const { webhook, platform } = await desk()
    const hook = await webhook()
    await platform.act({ do: 'block', as: NOI })
    await platform.act({ do: 'unblock', as: NOI })
    expect(hook.last()).toMatchObject({ type: 'follow', follow: { isUnblocked: true } })
    const { id } = await platform.act({ do: 'newGroup', as: NOI, name: 'New' })
    await platform.act({ do: 'text', as: NOI, chat: id!, text: 'nobody hears this' })
    await platform.act({ do: 'inviteBot', as: NOI, chat: id! })
    expect(hook.last()).toMatchObject({ type: 'join', source: { type: 'group', groupId: id }, replyToken: expect.any(String) })
    expect(hook.events()).toHaveLength(3)
  })

  it.each<[string, Act]>([
    ['writing to an account one has blocked', TEXT],
    ['writing to an account one has not added', { ...TEXT, as: STRANGER, chat: STRANGER }],
    ['writing in another\'s chat', { ...TEXT, chat: DAO }],
    ['picking a time outside', { do: 'tap', as: DAO, chat: DAO, action: { type: 'datetimepicker', data: 'd', mode: 'time', max: '12:00' }, params: { time: '12:01' } }],
    ['picking no time', { do: 'tap', as: DAO, chat: DAO, action: { type: 'datetimepicker', data: 'd', mode: 'time' } }],
    ['taking back what somebody else wrote', { do: 'unsend', as: DAO, chat: GROUP, messageId: '1' }],
  ])('do not come of %s', async (_, act) => {
    const { webhook, platform } = await desk()
    await platform.act({ do: 'block', as: NOI })
    const hook = await webhook()
    await expect(platform.act(act)).rejects.toMatchObject({ message: expect.any(String) })
    expect(hook.received).toEqual([])
  })

  it.each(['uri', 'clipboard', 'camera', 'cameraRoll', 'location'])('do not come of a tap that only the phone handles: %s', async (type) => {
    const { webhook, platform } = await desk()
    const hook = await webhook()
    expect(await platform.act({ do: 'tap', as: NOI, chat: NOI, action: { type, label: 'a' } })).toEqual({ webhookEventIds: [] })
    expect(hook.received).toEqual([])
  })
})

describe('deliveries', () => {
  it('of one chat wait for each other, those of two chats do not', async () => {
    const { webhook, say } = await desk()
    const order: string[] = []
    let open = () => {}
    const gate = new Promise<void>(resolve => open = resolve)
    const hook = await webhook(async ({ events: [event] }) => {
      const { text } = event!.message as { text: string }
      order.push(`${text} in`)
      if (text === 'Noi 1') await gate
      order.push(`${text} out`)
      return 200
    })
    const noi = [say('Noi 1'), say('Noi 2')]
    await say('Dao 1', DAO)
    expect(order).toEqual(['Noi 1 in', 'Dao 1 in', 'Dao 1 out'])
    open()
    await Promise.all(noi)
    expect(order.slice(3)).toEqual(['Noi 1 out', 'Noi 2 in', 'Noi 2 out'])
    expect(hook.received).toHaveLength(3)
  })

  it('are kept with what became of them', async () => {
    const { webhook, say, platform } = await desk({ webhookTimeout: 1_000 })
    await say('nobody there')
    const hook = await webhook(503)
    await say('not now')
    hook.answer = 'hang'
    await say('too slow')
    platform.setWebhookUrl('http://localhost:1/webhook')
    await say('not reached')
    expect(platform.state().deliveries).toMatchObject([
      { status: null, error: 'no webhook URL is set' },
      { status: 503, redelivery: false },
      { status: null, error: 'request_timeout' },
      { status: null, error: expect.any(String) },
    ])
  })

  it('that fail are tried again, marked as such, with the same event and a token that lives longer', async () => {
    const { webhook, say, clock, call } = await desk({ redeliver: true, redeliveryPauses: [10, 20, 30] })
    const hook: { received: unknown[], events: () => WebhookEvent[] } = await webhook(() => hook.received.length < 3 ? 500 : 200)
    await say('hi')
    await expect.poll(() => hook.received.length, PATIENT).toBe(3)
    const [first, ...others] = hook.events()
    for (const event of others) expect(event).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
    clock.now += 20 * 60_000
    expect((await call('POST', '/v2/bot/message/reply', { replyToken: first!.replyToken, messages: [{ type: 'text', text: 'late' }] })).status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(hook.received).toHaveLength(3)
  })

  it('can be asked for again', async () => {
    const { webhook, say, platform } = await desk()
    const hook = await webhook()
    const { webhookEventIds: [webhookEventId] } = await say('hi')
    expect(await platform.act({ do: 'redeliver', webhookEventId: webhookEventId! })).toEqual({ webhookEventIds: [webhookEventId] })
    expect(hook.events().map(event => [event.webhookEventId, event.deliveryContext.isRedelivery])).toEqual([[webhookEventId, false], [webhookEventId, true]])
    await expect(platform.act({ do: 'redeliver', webhookEventId: '0' })).rejects.toMatchObject({ status: 404 })
  })

  it('of raw events go as one request, with any signature, and can be replied to', async () => {
    const { webhook, platform, call } = await desk()
    const hook = await webhook(({ headers }) => headers['x-line-signature'] === 'wrong' ? 401 : 200)
    const event = (text: string, userId: string) => ({ type: 'message', replyToken: text, source: { type: 'user', userId }, message: { type: 'text', id: '1', text } })
    expect(await platform.deliver([event('a', NOI), event('b', DAO)])).toMatchObject({ status: 200 })
    expect(hook.received).toHaveLength(1)
    expect((await call('POST', '/v2/bot/message/reply', { replyToken: 'b', messages: [{ type: 'text', text: 'to Dao' }] })).status).toBe(200)
    expect(platform.linesOf(DAO)).toHaveLength(1)
    expect(await platform.deliver([], { signature: 'wrong' })).toMatchObject({ status: 401 })
    await platform.deliver([], { signature: null })
    expect(hook.received.at(-1)!.headers).not.toHaveProperty('x-line-signature')
  })

  it('remember the newest 200 of them and 2,000 lines', async () => {
    const { say, platform } = await desk({ keepLines: 50 })
    for (let count = 1; count <= 210; count++) await say(String(count))
    expect(platform.state().deliveries).toHaveLength(200)
    expect(platform.state().lines.map(({ message }) => message.text)).toEqual(Array.from({ length: 50 }, (_, index) => String(161 + index)))
    expect(platform.linesOf(NOI)).toHaveLength(50)
  })
})

describe('the webhook endpoint', () => {
  it('is set, read and tested', async () => {
    const { call, webhook, platform } = await desk()
    expect((await call('GET', '/v2/bot/channel/webhook/endpoint')).status).toBe(404)
    const hook = await webhook()
    const endpoint = platform.state().webhookUrl!
    platform.setWebhookUrl(null)
    expect((await call('PUT', '/v2/bot/channel/webhook/endpoint', { endpoint })).status).toBe(200)
    expect((await call('GET', '/v2/bot/channel/webhook/endpoint')).body).toEqual({ endpoint, active: true })
    expect((await call('POST', '/v2/bot/channel/webhook/test', {})).body).toMatchObject({ success: true, statusCode: 200, reason: 'OK' })
    expect(hook.events()).toEqual([])
    hook.answer = 500
    expect((await call('POST', '/v2/bot/channel/webhook/test', { endpoint })).body).toMatchObject({ success: false, statusCode: 500, reason: 'ERROR_STATUS_CODE' })
  })

  it('is HTTPS, but for this machine', async () => {
    const { call } = await desk()
    const put = (endpoint: string) => call('PUT', '/v2/bot/channel/webhook/endpoint', { endpoint })
    expect((await put('https://example.com/webhook')).status).toBe(200)
    for (const endpoint of ['http://example.com/webhook', 'nonsense', `https://example.com/${'x'.repeat(481)}`]) expect((await put(endpoint)).status).toBe(400)
  })

  it('may be given when the platform is made', () => {
    const platform = createPlatform({ channelId: '1', channelSecret: 's', channelAccessToken: 't', webhookUrl: 'http://localhost:3000/webhook' })
    expect(platform.state()).toMatchObject({ webhookUrl: 'http://localhost:3000/webhook', people: [], quota: { limit: 300, used: 0 } })
  })
})

import { HTTPFetchError } from '@line/bot-sdk'
import { describe, expect, it } from 'vitest'
import { DAO, desk, GROUP, NOI, STRANGER } from './desk'

type Message = Record<string, unknown>
/** What it is about, a message at the limit, the same past it, and where LINE says it is wrong. */
type Limit = [string, Message, Message, string]

/** One grapheme cluster, two UTF-16 units: a consonant with its vowel. */
const KI = 'กี'
const long = (length: number, base = 'x') => base.repeat(length)
const text = (more: Message = {}): Message => ({ type: 'text', text: 'hello', ...more })
const quick = (action: Message) => text({ quickReply: { items: [{ type: 'action', action }] } })
const quicks = (count: number) => text({ quickReply: { items: Array.from({ length: count }, () => ({ type: 'action', action: { type: 'message', label: 'a', text: 'a' } })) } })
const postback = (more: Message = {}) => ({ type: 'postback', label: 'a', data: 'd', ...more })
const picker = (more: Message) => quick({ type: 'datetimepicker', label: 'a', data: 'd', mode: 'datetime', ...more })
const template = (body: Message) => ({ type: 'template', altText: 'alt', template: body })
const buttons = (more: Message = {}, count = 1) => template({ type: 'buttons', text: 't', actions: Array.from({ length: count }, () => postback()), ...more })
const column = (more: Message = {}, count = 1) => ({ text: 't', actions: Array.from({ length: count }, () => postback()), ...more })
const carousel = (columns: Message[]) => template({ type: 'carousel', columns })
const times = <T>(count: number, thing: T) => Array.from({ length: count }, () => thing)
const url = (length: number) => `https://example.com/${long(length - 20)}`
const image = (originalContentUrl: string) => ({ type: 'image', originalContentUrl, previewImageUrl: 'https://example.com/p.jpg' })
const place = (more: Message = {}) => ({ type: 'location', title: 't', address: 'a', latitude: 14.5, longitude: 100.4, ...more })
function imagemap(more: Message = {}) {
  return {
    type: 'imagemap',
    baseUrl: 'https://example.com/map',
    altText: 'alt',
    baseSize: { width: 1040, height: 700 },
    actions: [{ type: 'message', text: 'a', area: { x: 0, y: 0, width: 10, height: 10 } }],
    ...more,
  }
}
const emojis = (count: number) => text({ text: long(count, '$'), emojis: Array.from({ length: count }, (_, index) => ({ index, productId: 'p', emojiId: '001' })) })
const v2 = (words: string, substitution?: Message) => ({ type: 'textV2', text: words, ...(substitution && { substitution }) })
const emoji = { type: 'emoji', productId: 'p', emojiId: '001' }

const QUICK = 'messages[0].quickReply.items'

const LIMITS: Limit[] = [
  ['a text is at most 5,000 UTF-16 units', text({ text: long(5000) }), text({ text: long(5001) }), 'messages[0].text'],
  ['Thai marks count in a text', text({ text: long(2500, KI) }), text({ text: `${long(2500, KI)}x` }), 'messages[0].text'],
  ['a text is not empty', text({ text: ' ' }), text({ text: '' }), 'messages[0].text'],
  ['a text is there', text(), { type: 'text' }, 'messages[0].text'],
  ['20 emoji', emojis(20), emojis(21), 'messages[0].emojis'],
  ['emoji stand at a $', emojis(1), text({ text: 'a$', emojis: [{ index: 0, productId: 'p', emojiId: '1' }] }), 'messages[0].emojis[0].index'],
  ['places of text v2 have a substitute', v2('{a}', { a: emoji }), v2('{a} {b}', { a: emoji }), 'messages[0].text'],
  ['brackets of text v2 are in pairs', v2('{{a}}'), v2('{a'), 'messages[0].text'],
  ['keys of text v2 are at most 20 characters', v2(`{${long(20)}}`, { [long(20)]: emoji }), v2(`{${long(21)}}`, { [long(21)]: emoji }), 'messages[0].text'],
  ['13 quick replies', quicks(13), quicks(14), QUICK],
  ['one quick reply at least', quicks(1), quicks(0), QUICK],
  ['a quick reply has a label', quick(postback()), quick({ type: 'postback', data: 'd' }), `${QUICK}[0].action.label`],
  ['its label is at most 20 grapheme clusters', quick(postback({ label: long(20, KI) })), quick(postback({ label: long(21, KI) })), `${QUICK}[0].action.label`],
  ['postback data is at most 300', quick(postback({ data: long(300) })), quick(postback({ data: long(301) })), `${QUICK}[0].action.data`],
  ['postback data is counted in UTF-16 units', quick(postback({ data: long(150, KI) })), quick(postback({ data: long(151, KI) })), `${QUICK}[0].action.data`],
  ['displayText is at most 300 grapheme clusters', quick(postback({ displayText: long(300, KI) })), quick(postback({ displayText: long(301, KI) })), `${QUICK}[0].action.displayText`],
  ['displayText or text', quick(postback({ displayText: 'a' })), quick(postback({ displayText: 'a', text: 'b' })), `${QUICK}[0].action.text`],
  ['fillInText needs the keyboard', quick(postback({ inputOption: 'openKeyboard', fillInText: 'a' })), quick(postback({ inputOption: 'openVoice', fillInText: 'a' })), `${QUICK}[0].action.fillInText`],
  ['a message action says at most 300', quick({ type: 'message', label: 'a', text: long(300) }), quick({ type: 'message', label: 'a', text: long(301) }), `${QUICK}[0].action.text`],
  ['a link is at most 1,000', quick({ type: 'uri', label: 'a', uri: url(1000) }), quick({ type: 'uri', label: 'a', uri: url(1001) }), `${QUICK}[0].action.uri`],
  ['a link may dial', quick({ type: 'uri', label: 'a', uri: 'tel:035611714' }), quick({ type: 'uri', label: 'a', uri: 'mailto:a@example.com' }), `${QUICK}[0].action.uri`],
  ['a link is percent-encoded', quick({ type: 'uri', label: 'a', uri: 'https://example.com/%E0%B8%81' }), quick({ type: 'uri', label: 'a', uri: 'https://example.com/ก' }), `${QUICK}[0].action.uri`],
  ['a clipboard holds at most 1,000', quick({ type: 'clipboard', label: 'a', clipboardText: long(1000) }), quick({ type: 'clipboard', label: 'a', clipboardText: long(1001) }), `${QUICK}[0].action.clipboardText`],
  ['the picker takes no seconds', picker({ initial: '2026-11-23T14:00' }), picker({ initial: '2026-11-23T14:00:00' }), `${QUICK}[0].action.initial`],
  ['the picker ends in 2100', picker({ max: '2100-12-31t23:59' }), picker({ max: '2101-01-01t00:00' }), `${QUICK}[0].action.max`],
  ['the picker begins before it ends', picker({ min: '2026-11-23T14:00', max: '2026-11-23t14:01' }), picker({ min: '2026-11-23T14:00', max: '2026-11-23t14:00' }), `${QUICK}[0].action.max`],
  ['the picker starts inside', picker({ min: '2026-11-23T14:00', initial: '2026-11-23T14:00' }), picker({ min: '2026-11-23T14:00', initial: '2026-11-23T13:59' }), `${QUICK}[0].action.initial`],
  ['the picker has a mode', picker({ mode: 'date' }), picker({ mode: 'month' }), `${QUICK}[0].action.mode`],
  ['the camera opens from quick replies only', quick({ type: 'camera', label: 'a' }), buttons({ actions: [{ type: 'camera', label: 'a' }] }), 'messages[0].template.actions[0].type'],
  ['the location opens from quick replies only', quick({ type: 'location', label: 'a' }), buttons({ actions: [{ type: 'location', label: 'a' }] }), 'messages[0].template.actions[0].type'],
  ['menus are switched from menus only', quick(postback()), quick({ type: 'richmenuswitch', label: 'a', richMenuAliasId: 'a', data: 'd' }), `${QUICK}[0].action.type`],
  ['a sender has at most 20 characters', text({ sender: { name: long(20) } }), text({ sender: { name: long(21) } }), 'messages[0].sender.name'],
  ['a sender is not called LINE', text({ sender: { name: 'Online' } }), text({ sender: { name: 'LINE Help' } }), 'messages[0].sender.name'],
  ['a picture has an HTTPS address', image('https://example.com/a.jpg'), image('http://example.com/a.jpg'), 'messages[0].originalContentUrl'],
  ['its address is at most 2,000', image(url(2000)), image(url(2001)), 'messages[0].originalContentUrl'],
  ['a picture has a preview', image('https://example.com/a.jpg'), { type: 'image', originalContentUrl: 'https://example.com/a.jpg' }, 'messages[0].previewImageUrl'],
  ['a sticker has ids', { type: 'sticker', packageId: '446', stickerId: '1988' }, { type: 'sticker', packageId: '446' }, 'messages[0].stickerId'],
  ['a film is followed by an id of 100', { ...image('https://example.com/a.mp4'), type: 'video', trackingId: long(100) }, { ...image('https://example.com/a.mp4'), type: 'video', trackingId: long(101) }, 'messages[0].trackingId'],
  ['a sound has a length', { type: 'audio', originalContentUrl: 'https://example.com/a.m4a', duration: 1 }, { type: 'audio', originalContentUrl: 'https://example.com/a.m4a' }, 'messages[0].duration'],
  ['a place has a title of 100', place({ title: long(100) }), place({ title: long(101) }), 'messages[0].title'],
  ['a place has an address', place(), place({ address: '' }), 'messages[0].address'],
  ['a place is on Earth', place({ latitude: -90 }), place({ latitude: -90.1 }), 'messages[0].latitude'],
  ['an imagemap is 1,040 wide', imagemap(), imagemap({ baseSize: { width: 1041, height: 700 } }), 'messages[0].baseSize.width'],
  ['an imagemap has 50 places', imagemap({ actions: times(50, imagemap().actions[0]) }), imagemap({ actions: times(51, imagemap().actions[0]) }), 'messages[0].actions'],
  ['altText is at most 1,500', { ...buttons(), altText: long(1500) }, { ...buttons(), altText: long(1501) }, 'messages[0].altText'],
  ['altText is there', buttons(), { ...buttons(), altText: undefined }, 'messages[0].altText'],
  ['4 buttons', buttons({}, 4), buttons({}, 5), 'messages[0].template.actions'],
  ['160 words of buttons', buttons({ text: long(160, KI) }), buttons({ text: long(161, KI) }), 'messages[0].template.text'],
  ['60 with a title', buttons({ title: 'a', text: long(60) }), buttons({ title: 'a', text: long(61) }), 'messages[0].template.text'],
  ['a title of 40', buttons({ title: long(40, KI) }), buttons({ title: long(41, KI) }), 'messages[0].template.title'],
  ['a button label of 20', buttons({ actions: [postback({ label: long(20, KI) })] }), buttons({ actions: [postback({ label: long(21, KI) })] }), 'messages[0].template.actions[0].label'],
  ['two choices to confirm', template({ type: 'confirm', text: long(240), actions: times(2, postback()) }), template({ type: 'confirm', text: 'a', actions: [postback()] }), 'messages[0].template.actions'],
  ['240 words to confirm', template({ type: 'confirm', text: long(240), actions: times(2, postback()) }), template({ type: 'confirm', text: long(241), actions: times(2, postback()) }), 'messages[0].template.text'],
  ['10 columns', carousel(times(10, column())), carousel(times(11, column())), 'messages[0].template.columns'],
  ['3 actions a column', carousel([column({}, 3)]), carousel([column({}, 4)]), 'messages[0].template.columns[0].actions'],
  ['120 words a column', carousel([column({ text: long(120) })]), carousel([column({ text: long(121) })]), 'messages[0].template.columns[0].text'],
  ['as many actions in each column', carousel(times(2, column({}, 2))), carousel([column({}, 2), column({}, 1)]), 'messages[0].template.columns'],
  ['a title in each column or none', carousel(times(2, column({ title: 'a' }))), carousel([column({ title: 'a' }), column()]), 'messages[0].template.columns'],
  ['12 letters in an image carousel', template({ type: 'image_carousel', columns: [{ imageUrl: url(100), action: postback({ label: long(12) }) }] }), template({ type: 'image_carousel', columns: [{ imageUrl: url(100), action: postback({ label: long(13) }) }] }), 'messages[0].template.columns[0].action.label'],
  ['a type that exists', text(), { type: 'carrier-pigeon' }, 'messages[0].type'],
]

describe('messages', () => {
  it.each(LIMITS)('%s', async (_, good, bad, property) => {
    const { call } = await desk()
    expect(await call('POST', '/v2/bot/message/validate/push', { messages: [good] })).toMatchObject({ status: 200, body: {} })
    const refused = await call('POST', '/v2/bot/message/validate/push', { messages: [bad] })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/^The request body has \d+ error\(s\)$/)
    expect(refused.body.details.map((detail: { property: string }) => detail.property)).toContain(property)
  })

  it('are sent and refused in the same way through LINE\'s own client', async () => {
    const { online, platform } = await desk({ quotaLimit: null })
    const { client } = await online()
    for (const [name, good, bad] of LIMITS) {
      const { sentMessages } = await client.pushMessage({ to: NOI, messages: [good as never] })
      expect(sentMessages, name).toHaveLength(1)
      const error = await client.pushMessage({ to: NOI, messages: [bad as never] }).catch(error => error)
      expect(error, name).toBeInstanceOf(HTTPFetchError)
      expect(error.status, name).toBe(400)
    }
    expect(platform.linesOf(NOI)).toHaveLength(LIMITS.length)
  })

  it('are at most five and at least one', async () => {
    const { call } = await desk()
    expect(await call('POST', '/v2/bot/message/validate/reply', { messages: times(5, text()) })).toMatchObject({ status: 200 })
    for (const messages of [times(6, text()), [], undefined]) { expect(await call('POST', '/v2/bot/message/validate/reply', { messages })).toMatchObject({ status: 400, body: { details: [{ property: 'messages' }] } }) }
  })

  it('are validated for every way of sending', async () => {
    const { call } = await desk()
    for (const kind of ['reply', 'push', 'multicast', 'broadcast', 'narrowcast']) {
      expect((await call('POST', `/v2/bot/message/validate/${kind}`, { messages: [text()] })).status).toBe(200)
      expect((await call('POST', `/v2/bot/message/validate/${kind}`, { messages: [text({ text: '' })] })).status).toBe(400)
    }
  })

  it('may show pictures of this machine over plain HTTP on a desk, and not when that is switched off', async () => {
    const messages = [image('http://localhost:3000/a.jpg')]
    expect((await (await desk()).call('POST', '/v2/bot/message/validate/push', { messages })).status).toBe(200)
    expect((await (await desk({ allowHttpLocalhost: false })).call('POST', '/v2/bot/message/validate/push', { messages })).status).toBe(400)
  })

  it('mention people in groups they are in, and nowhere else', async () => {
    const { call } = await desk()
    const mention = (userId: string) => v2('{a}', { a: { type: 'mention', mentionee: { type: 'user', userId } } })
    const push = (to: string, userId: string) => call('POST', '/v2/bot/message/push', { to, messages: [mention(userId)] })
    expect((await push(GROUP, DAO)).status).toBe(200)
    expect((await push(GROUP, STRANGER)).status).toBe(400)
    expect((await push(NOI, NOI)).status).toBe(400)
  })

  it('quote only what stands in the same chat', async () => {
    const { call, say, platform } = await desk()
    await say('first')
    const { quoteToken, id } = platform.linesOf(NOI)[0]!
    const push = (to: string, token: string) => call('POST', '/v2/bot/message/push', { to, messages: [text({ quoteToken: token })] })
    expect((await push(NOI, quoteToken!)).status).toBe(200)
    expect(platform.linesOf(NOI)[1]).toMatchObject({ quotedMessageId: id })
    expect(await push(DAO, quoteToken!)).toMatchObject({ status: 400, body: { details: [{ property: 'messages[0].quoteToken' }] } })
    expect((await push(NOI, 'made-up')).status).toBe(400)
  })
})

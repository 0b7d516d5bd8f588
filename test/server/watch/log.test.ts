import type { LogBook } from '../../helpers/logBook'
import type { Product } from '../../helpers/product'
import { beforeAll, describe, expect, it } from 'vitest'
import { chat } from '../../helpers/chat'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { logBook } from '../../helpers/logBook'
import { photo } from '../../helpers/photo'
import { startProduct } from '../../helpers/product'
import { hearing, says, textOf } from '../echo'

/** Words that only people say in these tests. */
const [secretThai, secretLatin] = ['สายไฟหน้าบ้านลุงแดง', 'zebrawords']
const group = `C${'7'.repeat(32)}`

describe('the log of a conversation', () => {
  let product: Product
  let book: LogBook
  beforeAll(async () => {
    book = logBook()
    product = await startProduct({ template: 'demo', log: book.log, line: { groups: [{ id: group, name: 'Zebra group', members: [lineId(8)], botJoined: true }] } })
    const person = chat(product, lineId(8))
    await person.blocks()
    await person.unblocks()
    await person.says('กล้อง 15-00012 ไม่มีภาพ')
    await person.taps('เพิ่มรายละเอียด')
    await person.says(`${secretThai} ${secretLatin}`)
    await person.sendsPhotos(await photo())
    await person.taps('เสร็จ')
    await person.sendsPlace(14.123456, 100.654321)
    await person.forges('a button of long ago')
    await chat(product, lineId(8), group).mentions(`${secretThai} ${secretLatin}`)
    await eventually(async () => expect(await product.db.attachment.findMany()).toMatchObject([{ state: 'STORED' }]))
    const { id } = await product.db.attachment.findFirstOrThrow()
    await fetch(`${product.url}/photos/${id}/full?expires=1&signature=${secretLatin}`)
    await fetch(`${product.url}/api/me`)
    product.server.poke('profiles')
    await eventually(async () => expect(await product.db.user.findFirst({ where: { lineUserId: lineId(8) } })).toMatchObject({ displayName: 'Person 8' }))
    await product.stop()
  }, 240_000)

  it('has one line for each event: what it was, whose, and what came of it', async () => {
    const lines = book.lines('event')
    expect(lines.length).toBe(10)
    for (const line of lines) {
      expect(line).toMatchObject({ person: expect.stringMatching(/^[0-9a-f]{16}$/), request: expect.stringMatching(/^[\w-]{36}$/), attempt: 1, outcome: expect.stringMatching(/^(?:answered|silent)$/), ms: expect.any(Number), waited: expect.any(Number) })
      expect(Object.keys(line).sort()).toEqual(['attempt', 'event', 'level', 'ms', 'msg', 'outcome', 'person', 'request', 'time', 'type', 'waited'])
    }
    expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['follow', 'unfollow', 'message', 'postback']))
  })

  it('follows a person, in a group too, without knowing who it is', () => {
    expect(new Set(book.lines('event').map(({ person }) => person)).size).toBe(1)
  })

  it('has one line for each call, with LINE\'s id of it and, for an answer, the event and the request that it answers', () => {
    const replies = book.lines('call').filter(({ path }) => path === '/v2/bot/message/reply')
    const answered = book.lines('event').filter(({ outcome }) => outcome === 'answered')
    expect(replies.map(({ event, request }) => [event, request])).toEqual(answered.map(({ event, request }) => [event, request]))
    for (const line of replies) expect(line).toMatchObject({ method: 'POST', host: expect.stringContaining('localhost'), status: 200, outcome: 'ok', lineRequest: expect.any(String), ms: expect.any(Number) })
    const requests = new Set(book.lines('request').filter(({ path }) => path === '/webhook').map(({ request }) => request))
    for (const { request } of answered) expect(requests).toContain(request)
  })

  it('says which job a call was made for', () => {
    const jobs = book.lines('call').flatMap(({ job, path }) => job ? [`${job as string} ${path as string}`] : [])
    expect(jobs).toContain('photos /v2/bot/message/{id}/content')
    expect(jobs).toContain('profiles /v2/bot/profile/{id}')
  })

  it('tells requests by the pattern of their path', () => {
    expect(book.lines('request')).toContainEqual(expect.objectContaining({ method: 'GET', status: 403, path: '/photos/:id/:size' }))
    expect(book.lines('request')).toContainEqual(expect.objectContaining({ method: 'GET', status: 401, path: '/api/me' }))
  })

  it('holds nothing of what people say or who they are, and no token', async () => {
    const text = book.text()
    const said = [secretThai, secretLatin, 'ลุงแดง', lineId(8), lineId(8).slice(1), group, 'Person 8', 'Zebra group', '14.123456', '100.654321', '15-00012']
    const secrets = [product.fake.channelAccessToken, product.fake.channelSecret, product.config.sessionSecret]
    expect([...said, ...secrets].filter(word => text.includes(word))).toEqual([])
    expect(text).not.toMatch(/replyToken|[\u0E00-\u0E7F]/)
    expect(text).not.toMatch(/[UCR][0-9a-f]{32}/)
  })
})

describe('the log of a failure', () => {
  it('says where an event failed and how often it was tried, and nothing of what was said', async () => {
    const book = logBook()
    const product = await startProduct({
      log: book.log,
      conversation: hearing(async (_ctx, lane, event) => {
        if (textOf(event)?.startsWith(secretLatin)) throw new TypeError(`cannot read ${textOf(event)}\n    at zebrawords (zebra.ts:1:2)`, { cause: new Error(`because of ${secretThai}`) })
        return says(lane, 'yes')
      }),
    })
    await product.line.act({ do: 'text', as: lineId(1), chat: lineId(1), text: `${secretLatin} ${secretThai}` })
    await eventually(() => expect(product.fake.textsTo(lineId(1))).toEqual(['ขออภัย']))
    await product.stop()
    expect(book.lines('event').map(({ attempt, outcome }) => [attempt, outcome])).toEqual([[1, 'failed'], [2, 'failed'], [3, 'parked']])
    const [bug] = book.lines('An event could not be handled')
    expect(bug).toMatchObject({ event: expect.any(String), attempt: 1, err: { type: 'TypeError', at: expect.arrayContaining([expect.stringContaining('log.test.ts')]), cause: { type: 'Error' } } })
    expect(book.text()).not.toMatch(/zebrawords|[\u0E00-\u0E7F]|U0{20}/)
    const parked = book.lines('event').at(-1)!
    expect(book.lines('call').find(({ path }) => path === '/v2/bot/message/reply')).toMatchObject({ event: parked.event, request: parked.request })
  })

  it('says why LINE was not reached, under the retry key of a push', async () => {
    const book = logBook()
    const product = await startProduct({ log: book.log })
    await product.line.act({ do: 'setFaults', faults: [{ path: '/v2/bot/message/push', status: 500, times: 1 }] })
    const { id } = await product.db.outboundMessage.create({ data: { recipient: lineId(1), messages: [{ type: 'text', text: secretLatin }], about: [''] } })
    await eventually(() => expect(book.lines('call')).toContainEqual(expect.objectContaining({ path: '/v2/bot/message/push', retryKey: id, status: 500, outcome: 'failed' })))
    await product.stop()
    expect(book.text()).not.toContain(secretLatin)
  })
})

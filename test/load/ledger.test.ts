import type { ApiCall, Delivery } from '../../simulator/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { localeOf } from '../../bot/locale'
import { Ledger } from './ledger'

let now = 0
let ledger: Ledger
beforeEach(() => {
  now = 0
  ledger = new Ledger(50, () => now)
})

const me = `U${'a'.repeat(32)}`
const says = (text: string) => [{ type: 'text', text }]
const delivery = (replyToken: string, more: Partial<Delivery> = {}): Delivery => ({ id: '1', at: 0, webhookEventIds: ['e'], redelivery: false, status: 200, took: 1, body: { events: [{ replyToken, source: { userId: me } }] }, ...more })
const call = (path: string, request: object, status = 200): ApiCall => ({ id: '1', at: 0, method: 'POST', path, status, requestId: 'r', request, response: status === 200 ? {} : { message: 'No' } })
const reply = (replyToken: string, text = 'answer', status = 200) => call('/v2/bot/message/reply', { replyToken, messages: says(text) }, status)
const push = (text: string) => call('/v2/bot/message/push', { to: me, messages: says(text) })
const nothingWrong = () => ({ lost: ledger.lost, doubled: ledger.doubled, errors: [...ledger.errors] })

describe('the ledger of a load', () => {
  it('takes the reply to a message as its answer, whether it hears of the reply or of the webhook first', async () => {
    for (const order of ['webhook first', 'reply first']) {
      const answer = ledger.turn(me, 'help', async () => {
        now += 7
        if (order === 'webhook first') ledger.delivered(delivery(order))
        ledger.called(reply(order))
        if (order === 'reply first') ledger.delivered(delivery(order))
      })
      expect(await answer).toEqual(says('answer'))
    }
    expect(ledger.took.get('help')).toEqual([7, 7])
    expect(nothingWrong()).toEqual({ lost: [], doubled: 0, errors: [] })
    expect(ledger.inFlight).toBe(0)
  })

  it('calls a message lost that is not answered in time, and tells how far it got', async () => {
    expect(await ledger.turn(me, 'help', async () => ledger.delivered(delivery('t')))).toBeNull()
    expect(await ledger.turn(me, 'report', async () => {})).toBeNull()
    expect(await ledger.turn(me, 'photo', () => new Promise(() => {}))).toBeNull()
    expect(ledger.lost).toEqual(['help, delivered', 'report, sent', 'photo, not sent'])
  })

  it('calls it doubled when a message is answered twice, by two replies or by a reply and a push', async () => {
    await ledger.turn(me, 'help', async () => {
      ledger.delivered(delivery('t'))
      ledger.called(reply('t'))
    })
    ledger.called(push('a notice'))
    expect(ledger.doubled).toBe(0)
    ledger.called(push('answer'))
    expect(ledger.doubled).toBe(1)
    ledger.called(reply('t', 'something else'))
    expect(ledger.doubled).toBe(2)
  })

  it('takes a push for the answer when the reply token is too old, and for a notice before', async () => {
    const answer = ledger.turn(me, 'help', async () => {
      ledger.delivered(delivery('t'))
      ledger.called(push('a notice'))
      now = 51_000
      ledger.called(push('late'))
    })
    expect(await answer).toEqual(says('late'))
    expect(nothingWrong()).toEqual({ lost: [], doubled: 0, errors: [] })
  })

  it('counts as errors what LINE refuses, webhooks that are not accepted, and what the product could not handle; not what LINE has already', async () => {
    ledger.called(reply('t', 'answer', 400))
    ledger.called(call('/v2/bot/message/push', {}, 409))
    ledger.delivered(delivery('t', { status: 500 }))
    ledger.delivered(delivery('t', { status: null, error: 'request_timeout' }))
    await ledger.turn(me, 'help', async () => {
      ledger.delivered(delivery('u'))
      ledger.called(reply('u', localeOf('TH').manners.sorry))
    })
    await ledger.turn(me, 'help', () => Promise.reject(new Error('The simulator refused: no')))
    expect([...ledger.errors]).toEqual([
      ['LINE refused POST /v2/bot/message/reply: 400 No', 1],
      ['A webhook was answered with 500', 1],
      ['A webhook was not accepted: request_timeout', 1],
      ['The product could not handle a message (help)', 1],
      ['The simulator refused: no', 1],
    ])
  })
})

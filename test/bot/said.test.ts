import type { webhook } from '@line/bot-sdk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heard } from '../../bot/said'

const event = (fields: object) => heard({ webhookEventId: '01', timestamp: 1, mode: 'active', source: { type: 'user', userId: 'U1' }, ...fields } as unknown as webhook.Event)
const message = (fields: object) => event({ type: 'message', message: { id: '7', ...fields } }).said

describe('reading LINE events', () => {
  it('reads texts, and takes the bot’s name out of a mention', () => {
    expect(message({ type: 'text', text: 'สวัสดี' })).toEqual({ kind: 'text', text: 'สวัสดี', messageId: '7', toBot: false })
    const mention = { mentionees: [{ index: 0, length: 9, type: 'user', isSelf: true }] }
    expect(message({ type: 'text', text: '@ส่องกล้อง งานของฉัน', mention: { mentionees: [{ ...mention.mentionees[0], length: 10 }] } })).toMatchObject({ text: 'งานของฉัน', toBot: true })
    expect(message({ type: 'text', text: 'ใช่', quotedMessageId: '5' })).toMatchObject({ quotedMessageId: '5' })
  })

  it('knows the last photo of a set by its index, and a photo without one as the last', () => {
    const line = { contentProvider: { type: 'line' } }
    expect(message({ type: 'image', ...line })).toEqual({ kind: 'photo', messageId: '7', lastOfSet: true })
    expect(message({ type: 'image', ...line, imageSet: { id: 's', index: 1, total: 3 } })).toMatchObject({ lastOfSet: false })
    expect(message({ type: 'image', ...line, imageSet: { id: 's', index: 3, total: 3 } })).toMatchObject({ lastOfSet: true })
    expect(message({ type: 'image', ...line, imageSet: { id: 's' } })).toMatchObject({ lastOfSet: true })
    expect(message({ type: 'image', contentProvider: { type: 'external', originalContentUrl: 'https://x/y.jpg' } })).toMatchObject({ sourceUrl: 'https://x/y.jpg' })
  })

  it('reads places, taps, picked times, following and taking back', () => {
    expect(message({ type: 'location', latitude: 14.5, longitude: 100.4, address: 'ถนน' })).toEqual({ kind: 'place', latitude: 14.5, longitude: 100.4, title: 'ถนน', messageId: '7' })
    expect(event({ type: 'postback', postback: { data: 'r.x' } }).said).toEqual({ kind: 'tap', data: 'r.x' })
    expect(event({ type: 'postback', postback: { data: 'p.x.y', params: { datetime: '2026-11-23T14:00' } } }).said).toMatchObject({ picked: '2026-11-23T14:00' })
    expect(event({ type: 'follow', follow: { isUnblocked: true } }).said).toEqual({ kind: 'follow', again: true })
    expect(event({ type: 'unsend', unsend: { messageId: '9' } }).said).toEqual({ kind: 'unsend', messageId: '9' })
    expect(event({ type: 'join', source: { type: 'group', groupId: 'C1' } })).toEqual({ said: { kind: 'join' }, group: 'C1' })
  })

  it('is not broken by what LINE may add one day', () => {
    expect(event({ type: 'somethingNew', somethingNew: { x: 1 } }).said).toEqual({ kind: 'nothing' })
    expect(message({ type: 'hologram' })).toEqual({ kind: 'other', what: 'hologram' })
    expect(event({ type: 'message' }).said).toEqual({ kind: 'other', what: 'unknown' })
    for (const type of ['postback', 'unsend']) expect(event({ type }).said).toEqual({ kind: 'nothing' })
    expect(event({ type: 'postback', postback: { data: 7 } }).said).toEqual({ kind: 'nothing' })
    expect(event({ type: 'unsend', unsend: { messageId: ['9'] } }).said).toEqual({ kind: 'nothing' })
    expect(message({ type: 'text', text: 7 })).toEqual({ kind: 'other', what: 'text' })
    expect(message({ type: 'text', text: 'x', id: { n: 1 } })).toEqual({ kind: 'other', what: 'text' })
    expect(message({ type: 'text', text: 'x', mention: { mentionees: 'all' }, quotedMessageId: { x: 1 } })).toEqual({ kind: 'text', text: 'x', messageId: '7', toBot: false })
    expect(message({ type: 'location', latitude: 1e308, longitude: 100 })).toEqual({ kind: 'other', what: 'location' })
    expect(event({ type: 'join', source: { type: 'group', groupId: { x: 1 } } }).group).toBeNull()
    fc.assert(fc.property(fc.record({ type: fc.constantFrom('message', 'postback', 'unsend', 'follow', 'memberJoined', 'x'), message: fc.option(fc.dictionary(fc.string(), fc.anything())), postback: fc.anything(), unsend: fc.anything() }), (fields) => { event(fields) }))
  })
})

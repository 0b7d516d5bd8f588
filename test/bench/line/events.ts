import { randomBytes, randomUUID } from 'node:crypto'

/** The LINE id of the nth person. */
export const personId = (n: number) => `U${(0xB000_0000 + n).toString(16).padStart(32, '0')}`

let last = 0

/** An event as LINE sends it, of one person, with ids of its own. */
export function event(userId: string, fields: object, mode: 'active' | 'standby' = 'active') {
  return {
    ...fields,
    webhookEventId: `01${randomBytes(12).toString('hex').toUpperCase()}`,
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId },
    replyToken: randomUUID().replaceAll('-', ''),
    mode,
  }
}

const message = (fields: object) => ({ type: 'message', message: { id: String(Date.now() * 1000 + ++last % 1000), quoteToken: 'q3Plxr4AgKd', ...fields } })

/** What a person can do, as an event's fields. */
export const text = (words: string) => message({ type: 'text', text: words })
export const place = (latitude: number, longitude: number) => message({ type: 'location', latitude, longitude, address: 'อ่างทอง' })
export const tap = (data: string) => ({ type: 'postback', postback: { data } })

import type { Answer } from '../../../server/line/call'
import type { Dispatch } from '../../../server/line/send'
import { describe, expect, it } from 'vitest'
import { send } from '../../../server/line/send'

const now = Date.UTC(2026, 10, 23, 7)
const letter: Dispatch = { id: '01a208dc-c12a-7000-b72c-148995fb1198', recipient: 'U1', messages: [{ type: 'text', text: 'hello' }], about: [''], replyToken: 'token', replyTokenAt: now - 1_000, attempts: 0, createdAt: now - 500, reachable: true }
const old = { ...letter, replyTokenAt: now - 50_000 }

interface Sent { sentMessages: Array<{ id: string }> }
const ok: Answer<Sent> = { kind: 'ok', status: 200, body: { sentMessages: [{ id: 'm1' }] }, requestId: 'r1' }
const refused = (status: number, message = 'no', body: unknown = null): Answer<Sent> => ({ kind: 'refused', status, message, body, requestId: 'r2' })
const unreached: Answer<Sent> = { kind: 'unreached', reason: 'no answer in 10000 ms' }
const usedToken = refused(400, 'Invalid reply token')

/** What was called, and what came of it. */
async function outcome(one: Dispatch, { reply = ok, push = ok } = {}) {
  const calls: string[] = []
  const result = await send({
    reply: async (token) => { calls.push(`reply ${token}`); return reply as never },
    push: async (to, _messages, key) => { calls.push(`push ${to} ${key}`); return push as never },
  }, one, now)
  return { calls, result }
}

const byReply = ['reply token']
const byPush = [`push U1 ${letter.id}`]

describe('a letter goes out', () => {
  it('as a free reply while its token is younger than 50 s', async () => {
    expect(await outcome(letter)).toMatchObject({ calls: byReply, result: { state: 'SENT', sentAs: 'reply', status: 200, requestId: 'r1', sentIds: ['m1'] } })
    expect(await outcome({ ...letter, replyTokenAt: now - 49_999 })).toMatchObject({ calls: byReply })
  })

  it('as a push under its retry key when the token is older, or there is none', async () => {
    expect(await outcome(old)).toMatchObject({ calls: byPush, result: { state: 'SENT', sentAs: 'push', counted: true } })
    expect(await outcome({ ...letter, replyToken: null, replyTokenAt: null })).toMatchObject({ calls: byPush })
  })

  it('as a push when LINE does not take the token and no earlier attempt can have used it', async () => {
    expect(await outcome(letter, { reply: usedToken })).toMatchObject({ calls: [...byReply, ...byPush], result: { state: 'SENT', sentAs: 'push' } })
  })

  it('not again when an earlier attempt has used the token', async () => {
    expect(await outcome({ ...letter, attempts: 1 }, { reply: usedToken })).toMatchObject({ calls: byReply, result: { state: 'SENT', sentAs: 'reply' } })
  })

  it('not again, and not counted, when LINE knows its retry key', async () => {
    const { calls, result } = await outcome(old, { push: refused(409, 'The retry key is already accepted', { sentMessages: [{ id: 'm9' }] }) })
    expect(calls).toEqual(byPush)
    expect(result).toMatchObject({ state: 'SENT', sentAs: 'push', error: null, sentIds: ['m9'] })
    expect(result.counted).toBeUndefined()
  })

  it('not to somebody who has blocked the account, unless they have just spoken', async () => {
    expect(await outcome({ ...old, reachable: false })).toMatchObject({ calls: [], result: { state: 'SUPPRESSED', error: expect.stringContaining('blocked') } })
    expect(await outcome({ ...letter, reachable: false })).toMatchObject({ calls: byReply, result: { state: 'SENT' } })
  })
})

describe('a letter that LINE did not take', () => {
  it.each([
    ['time-out', unreached],
    ['500', refused(500)],
    ['503', refused(503)],
    ['401, which is the token\'s fault', refused(401)],
    ['429', refused(429, 'The API rate limit has been exceeded. Try again later.')],
  ])('is tried again later after: %s', async (_, answer) => {
    for (const one of [letter, old]) {
      const { result } = await outcome(one, { reply: answer, push: answer })
      expect(result).toMatchObject({ state: 'WAITING', sentAs: null })
      expect(result.notBefore).toBeGreaterThan(now)
    }
  })

  it('is not taken for sent when only the rate was too high', async () => {
    expect((await outcome(letter, { reply: refused(429) })).result.untried).toBe(true)
    expect((await outcome(letter, { reply: unreached })).result.untried).toBeFalsy()
  })

  it('waits longer each time, but never more than about half an hour', async () => {
    const pauses = await Promise.all([0, 1, 2, 3, 4, 5, 6, 40].map(async attempts => (await outcome({ ...old, attempts }, { push: unreached })).result.notBefore! - now))
    for (let i = 1; i < 7; i++) expect(pauses[i]).toBeGreaterThan(pauses[i - 1]!)
    expect(pauses.at(-1)).toBeLessThanOrEqual(1800_000 * 1.2)
  })

  it('is given up after a day, when LINE forgets retry keys', async () => {
    const yesterday = { ...old, attempts: 30, createdAt: now - 25 * 3600_000 }
    for (const push of [unreached, refused(500), refused(401), refused(429)]) expect((await outcome(yesterday, { push })).result.state).toBe('FAILED')
  })

  it.each([400, 403, 404, 413, 415])('is kept with LINE\'s words and not repeated after %i', async (status) => {
    expect((await outcome(letter, { reply: refused(status, 'A message (messages[0]) is invalid') })).result).toMatchObject({ state: 'FAILED', status, error: 'A message (messages[0]) is invalid', requestId: 'r2' })
    expect((await outcome(old, { push: refused(status) })).result).toMatchObject({ state: 'FAILED', status })
  })

  it('waits for the next hour, for up to a week, when the month is used up', async () => {
    const push = refused(429, 'You have reached your monthly limit.')
    expect((await outcome(old, { push })).result).toMatchObject({ state: 'WAITING', sentAs: 'quota', notBefore: now + 3600_000 })
    expect((await outcome({ ...old, createdAt: now - 8 * 24 * 3600_000 }, { push })).result.state).toBe('FAILED')
  })

  it('is kept as failed when LINE did not say who is to have it', async () => {
    expect(await outcome({ ...letter, recipient: 'nobody' }, { reply: usedToken })).toMatchObject({ calls: byReply, result: { state: 'FAILED' } })
  })
})

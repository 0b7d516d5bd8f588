import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { lookup } from 'node:dns'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call } from '../../../server/line/call'
import { contentAt, lineClient } from '../../../server/line/client'
import { tokenSource } from '../../../server/line/token'

/** A server that answers as each test says, and what it was asked. */
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
let asked: Array<{ path: string, token: string | undefined, body: string, headers: IncomingMessage['headers'] }>
let server: Server
let url: string

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const body = new TextDecoder().decode(Uint8Array.from(chunks.flatMap(chunk => [...chunk])))
      asked.push({ path: request.url!, token: request.headers.authorization, body, headers: request.headers })
      answer(request, response, body)
    })
  })
  await new Promise<void>(done => server.listen(0, done))
  url = `http://localhost:${(server.address() as { port: number }).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const json = (response: ServerResponse, status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json', 'x-line-request-id': 'r1' }).end(JSON.stringify(body))
const channel = (token: Parameters<typeof tokenSource>[0]) => ({ channelSecret: 's', token, apiBaseUrl: url, dataApiBaseUrl: url, loginChannelId: undefined, liffId: undefined })
/** A LINE that gives out numbered tokens and takes only those in `good`. */
function withTokens(good: (token: string) => boolean) {
  let count = 0
  answer = (request, response) => {
    if (request.url === '/oauth2/v3/token') return json(response, 200, { access_token: `token-${++count}`, expires_in: 900 })
    return good(request.headers.authorization!) ? json(response, 200, { sentMessages: [{ id: '1' }] }) : json(response, 401, { message: 'Authentication failed' })
  }
}
const tokensFetched = () => asked.filter(({ path }) => path === '/oauth2/v3/token').length
const stateless = { channelId: '12', channelSecret: 'secret' }

describe('a call to LINE', () => {
  it('that LINE does says so, with what LINE calls it', async () => {
    answer = (_, response) => json(response, 200, { sentMessages: [{ id: '1' }] })
    expect(await lineClient(channel({ accessToken: 'long' })).push('U1', [{ type: 'text', text: 'ก' }], 'key-1')).toEqual({ kind: 'ok', status: 200, body: { sentMessages: [{ id: '1' }] }, requestId: 'r1' })
    expect(asked).toMatchObject([{ path: '/v2/bot/message/push', token: 'Bearer long', body: JSON.stringify({ to: 'U1', messages: [{ type: 'text', text: 'ก' }] }), headers: { 'x-line-retry-key': 'key-1', 'content-type': 'application/json' } }])
  })

  it('that LINE refuses says why, in all of LINE\'s words', async () => {
    answer = (_, response) => json(response, 400, { message: 'The request body has 1 error(s)', details: [{ message: 'May not be empty', property: 'messages[0].text' }] })
    expect(await lineClient(channel({ accessToken: 'long' })).reply('t', [])).toMatchObject({ kind: 'refused', status: 400, message: 'The request body has 1 error(s); messages[0].text: May not be empty', requestId: 'r1' })
    answer = (_, response) => response.writeHead(502).end('<html>')
    expect(await lineClient(channel({ accessToken: 'long' })).botInfo()).toMatchObject({ kind: 'refused', status: 502, message: 'Bad Gateway' })
  })

  it('that is not answered is given up, also in the middle of the answer', async () => {
    answer = () => {}
    expect(await call({ method: 'GET', url, timeout: 100 })).toEqual({ kind: 'unreached', reason: 'no answer in 100 ms' })
    answer = (_, response) => response.writeHead(200).write('{"half":')
    expect(await call({ method: 'GET', url, timeout: 100 })).toMatchObject({ kind: 'unreached' })
    expect(await call({ method: 'GET', url: 'http://localhost:1/', timeout: 1_000 })).toEqual({ kind: 'unreached', reason: 'ECONNREFUSED' })
  })

  it('does not follow to another address', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://localhost:1/' }).end()
    expect(await call({ method: 'GET', url })).toMatchObject({ kind: 'refused', status: 302 })
  })
})

describe('a short-lived token', () => {
  it('is fetched once for many calls at the same time, and kept', async () => {
    withTokens(() => true)
    const client = lineClient(channel(stateless))
    await Promise.all(Array.from({ length: 10 }, () => client.botInfo()))
    await client.botInfo()
    expect(tokensFetched()).toBe(1)
    expect(asked[0]).toMatchObject({ body: 'grant_type=client_credentials&client_id=12&client_secret=secret', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(asked.at(-1)!.token).toBe('Bearer token-1')
  })

  it('is renewed a minute before it ends', async () => {
    withTokens(() => true)
    let now = 0
    const tokens = tokenSource(stateless, url, () => now)
    expect(await tokens.get()).toBe('token-1')
    now = 839_000
    expect(await tokens.get()).toBe('token-1')
    now = 841_000
    expect(await tokens.get()).toBe('token-2')
  })

  it('is renewed once when LINE does not take it, for all calls together', async () => {
    withTokens(token => token !== 'Bearer token-1')
    const client = lineClient(channel(stateless))
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.botInfo()))
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
    expect(tokensFetched()).toBe(2)
  })

  it('that LINE does not give is a call that was not made', async () => {
    answer = (_, response) => json(response, 400, { error: 'invalid_client', error_description: 'invalid client_secret' })
    expect(await lineClient(channel(stateless)).botInfo()).toEqual({ kind: 'unreached', reason: 'LINE gave no access token: 400 invalid client_secret' })
    expect(asked).toHaveLength(1)
  })
})

it('a long-lived token that LINE does not take is not tried again', async () => {
  withTokens(() => false)
  expect(await lineClient(channel({ accessToken: 'long' })).botInfo()).toMatchObject({ kind: 'refused', status: 401 })
  expect(asked).toHaveLength(1)
})

describe('content', () => {
  it('that is not ready is not taken for an empty photo', async () => {
    answer = (_, response) => response.writeHead(202).end()
    expect(await lineClient(channel({ accessToken: 'long' })).content('1', 100)).toMatchObject({ kind: 'ok', body: { ready: false } })
  })

  it.each([['told before', true], ['seen only while it comes', false]])('that is too large is not read to its end: %s', async (_, told) => {
    answer = (_, response) => {
      response.writeHead(200, told ? { 'content-length': '1000' } : {})
      response.write(new Uint8Array(101))
      if (told) response.end(new Uint8Array(899))
    }
    expect(await contentAt(`${url}/x`, 100, lookup)).toMatchObject({ kind: 'refused', status: 413 })
    expect(asked[0]!.token).toBeUndefined()
  })
})

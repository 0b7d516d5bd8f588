import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../../server/line/exchange'

let close: (() => void) | undefined
afterEach(() => close?.())

/** A server that does with its n-th request (counted from 0) what it is told, and counts them; and an exchange with it. */
async function serving(answer: (n: number, socket: Socket) => 'answer' | 'nothing') {
  let requests = 0
  const server = createServer((request, response) => {
    if (answer(requests++, request.socket) === 'answer') response.end('here')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => server.close().closeAllConnections()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { ask: () => exchange({ method: 'POST', url, headers: {}, body: '{}', timeout: 2_000 }).then(one => one.text()), requests: () => requests }
}

describe('a request over a kept connection', () => {
  it('goes out again over another when that one was closed by the other side', async () => {
    const { ask, requests } = await serving((n, socket) => {
      if (n !== 1) return 'answer'
      socket.resetAndDestroy()
      return 'nothing'
    })
    expect([await ask(), await ask(), requests()]).toEqual(['here', 'here', 3])
  })

  it('fails when a new connection is closed without an answer: nobody knows what became of it', async () => {
    const { ask, requests } = await serving((_, socket) => {
      socket.resetAndDestroy()
      return 'nothing'
    })
    await expect(ask()).rejects.toThrow('ECONNRESET')
    expect(requests()).toBe(1)
  })
})

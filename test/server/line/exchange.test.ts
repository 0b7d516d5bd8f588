import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../../server/line/exchange'

let close: (() => void) | undefined
afterEach(() => close?.())

/** A server that does this with its n-th request (counted from 0), and the connections that were made to it. */
async function serving(answer: (n: number, socket: Socket) => Promise<unknown> | unknown) {
  let requests = 0
  const connections: Socket[] = []
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    await answer(requests++, request.socket)
    response.end('here')
  })
  server.on('connection', socket => connections.push(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => server.close().closeAllConnections()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { ask: () => exchange({ method: 'POST', url, headers: {}, body: '{}', timeout: 10_000 }).then(one => one.text()), requests: () => requests, connections }
}

describe('a kept connection', () => {
  it('is used again, and closed by us when nothing moved on it for some seconds', async () => {
    const { ask, connections } = await serving(() => {})
    expect([await ask(), await ask(), connections.length]).toEqual(['here', 'here', 1])
    await once(connections[0]!, 'close', { signal: AbortSignal.timeout(8_000) })
    expect([await ask(), connections.length]).toEqual(['here', 2])
  })

  it('is not closed under a request that is answered late', async () => {
    const { ask } = await serving(() => sleep(5_000))
    expect(await ask()).toBe('here')
  })

  it('that breaks under a request fails it, and nothing is sent again unseen: it may have arrived', async () => {
    const { ask, requests } = await serving((n, socket) => n === 1 && socket.resetAndDestroy())
    expect(await ask()).toBe('here')
    await expect(ask()).rejects.toThrow(/ECONNRESET|hang up/)
    expect(requests()).toBe(2)
  })
})

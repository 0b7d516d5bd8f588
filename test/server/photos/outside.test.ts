import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import dns from 'node:dns'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contentAt } from '../../../server/line/client'
import { isAllowed, isPublic, lineHosts } from '../../../server/photos/outside'

describe('an address outside LINE', () => {
  it('is allowed on LINE\'s hosts and those of the settings, by https', () => {
    expect(isAllowed('https://obs.line-scdn.net/x', lineHosts)).toBe(true)
    expect(isAllowed('https://photos.example.go.th/x', [...lineHosts, 'photos.example.go.th'])).toBe(true)
    expect(isAllowed('https://other.photos.example.go.th/x', [...lineHosts, 'photos.example.go.th'])).toBe(false)
  })

  it.each([
    'http://obs.line-scdn.net/x',
    'https://line-scdn.net.evil.example/x',
    'https://evil.example/?a=.line-scdn.net',
    'https://evil.example/#.line-scdn.net',
    'https://evil.example\\.line-scdn.net/x',
    'https://obs.line-scdn.net:8443/x',
    'https://user@obs.line-scdn.net/x',
    'https://:word@obs.line-scdn.net/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://0x7f.1/x',
    'file:///etc/passwd',
    'nonsense',
  ])('is not allowed as %s', (url) => {
    expect(isAllowed(url, [...lineHosts, '127.0.0.1', '[::1]'])).toBe(false)
  })

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '2404:6800::1', '11.0.0.1'])('may lie at %s', address => expect(isPublic(address)).toBe(true))
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'nonsense'])('never lies at %s', address => expect(isPublic(address)).toBe(false))
})

describe('fetching from outside LINE', () => {
  let server: Server
  let asked: string[]
  beforeEach(async () => {
    asked = []
    server = createServer((request, response) => {
      asked.push(request.url!)
      if (request.url === '/moved') response.writeHead(302, { location: '/secret' }).end()
      else response.end('secret')
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  })
  afterEach(() => {
    vi.restoreAllMocks()
    server.closeAllConnections()
    server.close()
  })
  const at = (host: string, path: string) => `http://${host}:${(server.address() as AddressInfo).port}${path}`

  it('never connects to this machine or its network, whatever the name is', async () => {
    expect(await contentAt(at('localhost', '/secret'), 100)).toMatchObject({ kind: 'unreached', reason: 'ENOTPUBLIC' })
    // One address of a name is enough to refuse it: which one is taken is chance.
    vi.spyOn(dns, 'lookup').mockImplementation(((_: string, __: object, done: (error: null, found: object) => void) =>
      done(null, [{ address: '8.8.8.8', family: 4 }, { address: '127.0.0.1', family: 4 }])) as unknown as typeof dns.lookup)
    expect(await contentAt(at('obs.line-scdn.net', '/secret'), 100)).toMatchObject({ kind: 'unreached', reason: 'ENOTPUBLIC' })
    expect(asked).toEqual([])
  })

  it('does not go on to where it is sent', async () => {
    expect(await contentAt(at('localhost', '/moved'), 100, dns.lookup as never)).toMatchObject({ kind: 'refused', status: 302 })
    expect(asked).toEqual(['/moved'])
  })
})

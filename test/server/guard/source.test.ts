import { describe, expect, it } from 'vitest'
import { isPrivate, sourceOf } from '../../../server/guard/source'

describe('whom a request is counted for', () => {
  it.each([
    ['no proxy is trusted', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['one proxy: whom it was asked by', '10.0.0.2', '198.51.100.1', 1, '198.51.100.1'],
    ['what the client wrote before that is not believed', '10.0.0.2', '1.2.3.4, 198.51.100.1', 1, '198.51.100.1'],
    ['two proxies', '10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.3', 2, '198.51.100.1'],
    ['a proxy that is asked directly', '10.0.0.2', undefined, 1, '10.0.0.2'],
    ['nonsense in the header', '10.0.0.2', 'unknown', 1, '10.0.0.2'],
    ['an empty header', '10.0.0.2', '', 1, '10.0.0.2'],
    ['IPv4 over an IPv6 socket', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    ['IPv6: the network of one subscriber', '2001:db8:1:2:aaaa::1', undefined, 0, '2001:db8:1:2::/64'],
    ['the same written otherwise', '2001:0DB8:0001:0002:bbbb:0:0:2', undefined, 0, '2001:db8:1:2::/64'],
    ['a short IPv6 address', '2001:db8::7', undefined, 0, '2001:db8:0:0::/64'],
    ['a connection that is gone', undefined, undefined, 0, ''],
  ])('%s', (_, peer, forwarded, proxies, source) => {
    expect(sourceOf(peer, forwarded, proxies)).toBe(source)
  })

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.1', 'fd00::1', 'fe80::1%eth0'])('%s is of this machine or a private network', (address) => {
    expect(isPrivate(address)).toBe(true)
  })

  it.each(['203.0.113.7', '172.32.0.1', '172.15.0.1', '11.0.0.1', '2001:db8::1', '::', '::ffff:8.8.8.8', 'fe80', '', undefined])('%s is not', (address) => {
    expect(isPrivate(address)).toBe(false)
  })
})

import type { LookupFunction } from 'node:net'
import dns from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** LINE's own hosts of content that lies elsewhere (`contentProvider.type = external`). */
export const lineHosts = ['.line-scdn.net', '.line-apps.com', '.line.me', '.line.naver.jp']

/** HTTPS on an allowed host (one that begins with a dot allows what ends with it), without a port of its own or a name and password; never an address in numbers. */
export function isAllowed(url: string, hosts: string[]): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, username, password } = new URL(url)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '' || isIP(hostname.replace(/^\[|\]$/g, ''))) return false
  return hosts.some(host => host.startsWith('.') ? hostname.endsWith(host) : hostname === host)
}

// The registries of special-purpose addresses (IANA, RFC 6890): nothing in them is on the internet.
const special = new BlockList()
for (const range of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4']) add(range, 'ipv4')
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(range, 'ipv6')
const globalSix = new BlockList()
globalSix.addSubnet('2000::', 3, 'ipv6')

function add(range: string, kind: 'ipv4' | 'ipv6'): void {
  const [network, prefix] = range.split('/')
  special.addSubnet(network!, Number(prefix), kind)
}

/** Whether an IP address is one of the internet's: not of this machine, its network, or any other special use. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4')
  return isIP(address) === 6 && globalSix.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** The code of the error when a name leads to an address that is not public. */
export const NOT_PUBLIC = 'ENOTPUBLIC'

/** Finds a name's addresses for a connection; an error when one of them is not public, whoever owns the name. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const inside = found.find(({ address }) => !isPublic(address))
    if (inside) return callback(Object.assign(new Error(`${hostname} leads to ${inside.address}, which is not public`), { code: NOT_PUBLIC }), [])
    if (options.all) return callback(null, found)
    callback(null, found[0]!.address, found[0]!.family)
  })
}

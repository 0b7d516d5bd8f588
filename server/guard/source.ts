import { isIP } from 'node:net'

/**
 * Whom a request is counted for: the address it came from, as far as it can be believed. IPv6 as the first 64 bits, which one subscriber has.
 * @param peer address of whoever opened the connection; undefined when it is gone already
 * @param forwarded header `x-forwarded-for`; each proxy adds at its end whom it was asked by
 * @param proxies how many proxies of one's own stand before this server: what others wrote into the header is not believed
 */
export function sourceOf(peer: string | undefined, forwarded: string | undefined, proxies: number): string {
  const said = proxies && forwarded ? forwarded.split(',').slice(-proxies)[0]!.trim() : ''
  const address = plain(isIP(said) ? said : peer ?? '')
  return isIP(address) === 6 ? `${expanded(address).slice(0, 4).join(':')}::/64` : address
}

/** Whether an address is of this machine or of a private network (RFC 1918, RFC 4193, link-local). */
export function isPrivate(peer: string | undefined): boolean {
  const address = plain(peer ?? '')
  if (isIP(address) === 4) return /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(address)
  return isIP(address) === 6 && (/^f[cd]|^fe[89ab]/i.test(address) || expanded(address).join('') === '00000001')
}

/** IPv4 that came over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.)/i, '')

/** The eight groups of an IPv6 address, without leading zeros. */
function expanded(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*/, '').toLowerCase().split('::')
  const groups = (half: string) => half ? half.split(':').map(group => group.replace(/^0+(?=.)/, '')) : []
  const after = tail === undefined ? [] : groups(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - groups(head).length - after.length) }, () => '0')
  return [...groups(head), ...zeros, ...after]
}

import { describe, expect, it } from 'vitest'
import { photoLinks } from '../../../server/photos/links'

const id = '01a208dc-c12a-7000-b72c-148995fb1198'
let time = Date.UTC(2026, 10, 23, 2)
const links = photoLinks({ publicUrl: 'https://songklong.test', sessionSecret: 'a secret of the test' }, () => new Date(time))
function parts() {
  const { searchParams } = new URL(links.link(id, 'full'))
  return { expires: searchParams.get('expires')!, signature: searchParams.get('signature')! }
}

describe('a signed link to a photo', () => {
  it('is good for this photo in this size, and each part that is changed makes it a forgery', () => {
    const { expires, signature } = parts()
    expect(links.check(id, 'full', expires, signature)).toBe('good')
    expect(links.check(id.replace('8', '9'), 'full', expires, signature)).toBe('forged')
    expect(links.check(id, 'preview', expires, signature)).toBe('forged')
    expect(links.check(id, 'full', String(Number(expires) + 1), signature)).toBe('forged')
    for (const odd of ['', '0', ` ${expires}`, `${expires} `, `+${expires}`, `0${expires}`, `${expires}.0`, '1e12', '9'.repeat(13), 'NaN']) expect([odd, links.check(id, 'full', odd, signature)]).toEqual([odd, 'forged'])
    expect(links.check(id, 'full', undefined, signature)).toBe('forged')
    expect(links.check(id, 'full', expires, undefined)).toBe('forged')
    expect(links.check(id, 'full', expires, '')).toBe('forged')
    for (let at = 0; at < signature.length; at++) expect(links.check(id, 'full', expires, `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`)).toBe('forged')
    expect(links.check(id, 'full', expires, `${signature}=`)).toBe('forged')
    expect(links.check(id, 'full', expires, signature.toUpperCase())).toBe('forged')
  })

  it('moves no border between its parts', () => {
    const { expires, signature } = parts()
    expect(links.check(`${id}/full`, '', expires, signature)).toBe('forged')
    expect(links.check(id, `full/${expires[0]}`, expires.slice(1), signature)).toBe('forged')
  })

  it('is good to the last millisecond of its time, at least an hour, and no longer', () => {
    const { expires, signature } = parts()
    const begun = time
    time = Number(expires) * 1000
    expect(time - begun).toBeGreaterThanOrEqual(3600_000)
    expect(time - begun).toBeLessThan(3600_000 + 300_000)
    expect(links.check(id, 'full', expires, signature)).toBe('good')
    time++
    expect(links.check(id, 'full', expires, signature)).toBe('expired')
  })

  it('is good only where the same secret signed it', () => {
    const { expires, signature } = parts()
    expect(photoLinks({ publicUrl: '', sessionSecret: 'another' }, () => new Date(0)).check(id, 'full', expires, signature)).toBe('forged')
  })
})

import { expect, it } from 'vitest'
import { readTrackingNumber, trackingNumber } from '../../../domain/faults/number'

const now = new Date('2026-11-23T07:00:00Z')
const some = Array.from({ length: 300 }, (_, i) => trackingNumber('FWR'[i % 3] as 'F', now))
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

it('a tracking number tells its kind and the Buddhist month in Bangkok', () => {
  for (const number of some) expect(number).toMatch(/^[FWR]-6911-[2-9A-HJKMNP-TV-Z]{5}$/)
  expect(trackingNumber('F', new Date('2026-12-31T17:00:00Z'))).toMatch(/^F-7001-/)
  expect(trackingNumber('F', new Date('2026-12-31T16:59:59Z'))).toMatch(/^F-6912-/)
  expect(new Set(some).size).toBeGreaterThan(295)
})

it('every number reads back as itself', () => {
  for (const number of some) expect(readTrackingNumber(number)).toBe(number)
})

it.each([
  ['lower case', (n: string) => n.toLowerCase()],
  ['no dashes', (n: string) => n.replaceAll('-', '')],
  ['spaces for dashes', (n: string) => n.replaceAll('-', ' ')],
  ['long dashes', (n: string) => n.replaceAll('-', '–')],
  ['Thai digits', (n: string) => n.replace(/\d/g, d => '๐๑๒๓๔๕๖๗๘๙'[Number(d)]!)],
  ['full width', (n: string) => Array.from(n, c => String.fromCharCode(c.charCodeAt(0) + 0xFEE0)).join('')],
  ['a sentence around it', (n: string) => `ขอติดตาม ${n} ครับ`],
  ['l for 1', (n: string) => n.replace('6911', '69lI')],
  ['invisible characters', (n: string) => `${n.slice(0, 4)}\u200B${n.slice(4)}`],
])('it is understood with %s', (_, spelling) => {
  for (const number of some.slice(0, 50)) expect(readTrackingNumber(spelling(number))).toBe(number)
})

it('O is 0 among the digits, and U is V among the letters', () => {
  const may = trackingNumber('F', new Date('2026-05-05T05:00:00Z'))
  expect(readTrackingNumber(may.replace('6905', '69O5'))).toBe(may)
  const withV = Array.from({ length: 2000 }, () => trackingNumber('W', now)).find(n => n.slice(7).includes('V'))!
  expect(readTrackingNumber(withV.replace(/V/g, 'U'))).toBe(withV)
})

it('any one wrong character is noticed, anywhere in the number', () => {
  for (const number of some.slice(0, 60)) {
    for (let at = 0; at < number.length; at++) {
      if (number[at] === '-') continue
      for (const wrong of `01${alphabet}`) {
        if (wrong === number[at]) continue
        const read = readTrackingNumber(number.slice(0, at) + wrong + number.slice(at + 1))
        // A 0 among the letters is known to be none: the check character tells whether it was D or Q.
        if (at > 6 && wrong === '0' && 'DQ'.includes(number[at]!)) expect(read).toBe(number)
        else expect(read, `${number} with ${wrong} at ${at}`).toBeNull()
      }
    }
  }
})

it('two neighbours swapped are noticed', () => {
  for (const number of some) {
    const bare = number.replaceAll('-', '')
    for (let at = 0; at + 1 < bare.length; at++) {
      if (bare[at] !== bare[at + 1]) expect(readTrackingNumber(bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2)), `${bare} at ${at}`).toBeNull()
    }
  }
})

it.each(['', 'F', '15-00012', '0812345678', 'F-6913-7K3MX', 'กล้องหน้าตลาดดับ', `X${some[0]}`, `${some[0]}9`])('%j is no tracking number', (text) => {
  expect(readTrackingNumber(text)).toBeNull()
})

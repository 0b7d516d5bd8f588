import { expect, it } from 'vitest'
import { readPhone } from '../../../domain/people/phone'

it.each([
  ['0812345678', '0812345678'],
  ['081-234-5678', '0812345678'],
  ['081 234 5678', '0812345678'],
  ['๐๘๑ ๒๓๔ ๕๖๗๘', '0812345678'],
  ['+66 81 234 5678', '0812345678'],
  ['+66 (0)81 234 5678', '0812345678'],
  ['0066812345678', '0812345678'],
  ['66812345678', '0812345678'],
  ['โทร. 035-611001', '035611001'],
  ['02-123-4567', '021234567'],
  ['035-611001 ต่อ 12', '035611001 ต่อ 12'],
  ['035611001 ext. 12', '035611001 ต่อ 12'],
])('%s is a telephone number', (written, phone) => expect(readPhone(written)).toEqual({ phone }))

it.each(['', '1669', '123', '08123456789', '012345678', '081 234 567', 'ไม่มี', '081 234 5678 แถวตลาด', '035611001 ต่อ', '+1 202 555 0100'])('%s is none', (written) => {
  expect(readPhone(written)).toEqual({ wrong: 'notAPhone' })
})

it.each(['1234567890123', '1-2345-67890-12-3', '๑๒๓๔๕๖๗๘๙๐๑๒๓'])('%s is a national id, which is said and not kept', written => expect(readPhone(written)).toEqual({ wrong: 'nationalId' }))

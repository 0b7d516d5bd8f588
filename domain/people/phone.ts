import { foldSpelling } from '../cameras/spelling'

/** What came of reading a telephone number: the number, a national id that must not be kept, or nothing. */
export type ReadPhone = { phone: string } | { wrong: 'nationalId' | 'notAPhone' }

/** A Thai telephone number in any spelling (`081-234 5678`, `๐๓๕ ๖๑๑ ๐๐๑`, `+66 81 234 5678`, `0066…`, `ต่อ 12`) as `0812345678`, `035611001 ต่อ 12`. */
export function readPhone(written: string): ReadPhone {
  const [number = '', extension] = foldSpelling(written).split(/ต่อ|ext\.?|x|#/i)
  const digits = number.replace(/^(?:โทร\.?|tel\.?:?)/i, '').replace(/[\s().\-\u2010-\u2015\u2212]/g, '')
  if (/^\d{13}$/.test(digits) && !digits.startsWith('0066')) return { wrong: 'nationalId' }
  const national = digits.replace(/^(?:\+66|0066|66(?=\d{8,9}$))0?/, '0')
  if (!/^0(?:[2-57]\d{7}|[689]\d{8})$/.test(national)) return { wrong: 'notAPhone' }
  if (extension === undefined) return { phone: national }
  return /^\s*\d{1,6}\s*$/.test(extension) ? { phone: `${national} ต่อ ${extension.trim()}` } : { wrong: 'notAPhone' }
}

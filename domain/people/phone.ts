import type { Language } from '../../prisma/client'
import { foldSpelling } from '../cameras/folding'
import { inLanguage } from '../labels/label'
import { extensionLabel } from '../labels/owners'

/** A Thai telephone number: ten digits of a mobile, nine of a fixed line, and an extension where there is one. */
export interface Phone { number: string, extension: string | null }

const leading = /^(?:โทร(?:ศัพท์)?|เบอร์|tel|phone)[.: ]*/i
const extended = /[\s,]*(?:ต่อ|ext\.?|x|#)\s*(\d{1,6})$/i
/** What people put between digits. */
const between = /[\s().,/\u2010-\u2015\u2212_~-]/g

/**
 * Reads a telephone number as Thai people write it: Thai or full-width digits, spaces, dashes, brackets, `+66`, `0066`, `66`, an extension
 * (`02-123-4567 ต่อ 12`). `id`: thirteen digits, which are a citizen's number. Null for anything else.
 */
export function readPhone(text: string): Phone | 'id' | null {
  if (text.length > 60) return null
  if (holdsId(text)) return 'id'
  const bare = foldSpelling(text).trim().replace(leading, '')
  const extension = extended.exec(bare)?.[1] ?? null
  const digits = bare.replace(extended, '').replace(between, '')
  const national = digits.replace(/^(?:\+|00)?66(?=\d{8})0?/, '0')
  return /^(?:0[689]\d{8}|0[2-57]\d{7})$/.test(national) ? { number: national, extension } : null
}

/** Whether a text holds the thirteen digits of a citizen's number, however they are parted. */
export function holdsId(text: string): boolean {
  return (foldSpelling(text).match(/\d(?:[\s.\u2010-\u2015\u2212-]{0,3}\d)*/g) ?? []).some(run => /^(?!0066)\d{13}$/.test(run.replace(/\D/g, '')))
}

/** A number as people write it: `081-234-5678`, `02-123-4567 ต่อ 12`. */
export function showPhone({ number, extension }: Phone, language: Language): string {
  const parts = number.length === 10 ? /(\d{3})(\d{3})(\d{4})/ : number.startsWith('02') ? /(\d{2})(\d{3})(\d{4})/ : /(\d{3})(\d{3})(\d{3})/
  return number.replace(parts, '$1-$2-$3') + (extension ? ` ${inLanguage(extensionLabel, language)} ${extension}` : '')
}

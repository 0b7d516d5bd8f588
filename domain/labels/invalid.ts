import type { Language } from '../../prisma/client'
import type { Label } from './label'
import { inLanguage } from './label'

/** What can be wrong with one field, saying how to put it right. `{n}` is filled in. A schema names one by `refine(…, { params: { says } })`. */
export const invalid = {
  required: { th: 'กรอกช่องนี้', en: 'Fill this in.' },
  choose: { th: 'เลือกจากรายการ', en: 'Choose one from the list.' },
  number: { th: 'กรอกเป็นตัวเลข', en: 'Enter a number.' },
  wholeNumber: { th: 'กรอกเป็นจำนวนเต็ม', en: 'Enter a whole number.' },
  least: { th: 'ต้องไม่น้อยกว่า {n}', en: 'At least {n}.' },
  most: { th: 'ต้องไม่เกิน {n}', en: 'At most {n}.' },
  mostBaht: { th: 'ต้องไม่เกิน {n} บาท', en: 'At most {n} baht.' },
  above: { th: 'ต้องมากกว่า {n}', en: 'More than {n}.' },
  below: { th: 'ต้องน้อยกว่า {n}', en: 'Less than {n}.' },
  shortest: { th: 'ต้องมีอย่างน้อย {n} ตัวอักษร', en: 'At least {n} characters.' },
  longest: { th: 'ยาวเกินไป ต้องไม่เกิน {n} ตัวอักษร', en: 'Too long: at most {n} characters.' },
  fewest: { th: 'เลือกหรือเพิ่มอย่างน้อย {n} รายการ', en: 'Choose or add at least {n}.' },
  fullest: { th: 'ต้องไม่เกิน {n} รายการ', en: 'At most {n}.' },
  date: { th: 'กรอกวันที่ให้ถูกต้อง', en: 'Enter a valid date.' },
  endFirst: { th: 'เวลาสิ้นสุดต้องหลังเวลาเริ่ม', en: 'The end must be after the beginning.' },
  notYet: { th: 'เวลานี้ยังมาไม่ถึง', en: 'This time is still to come.' },
  tooLong: { th: 'ต้องไม่เกิน {n} ชั่วโมงต่อกล้อง', en: 'At most {n} hours for each camera.' },
  tooManyMinutes: { th: 'ต้องไม่เกิน {n} นาทีต่อกล้อง', en: 'At most {n} minutes for each camera.' },
  url: { th: 'กรอกที่อยู่เว็บที่ขึ้นต้นด้วย https://', en: 'Enter an address that begins with https://' },
  email: { th: 'กรอกอีเมลให้ถูกต้อง', en: 'Enter a valid e-mail address.' },
  phone: { th: 'อ่านเบอร์นี้ไม่ได้ มือถือมี 10 หลัก เบอร์บ้านมี 9 หลัก เช่น 081-234-5678 หรือ 02-123-4567 ต่อ 12', en: 'That number cannot be read. A mobile has 10 digits, a fixed line 9, such as 081-234-5678 or 02-123-4567 ext. 12.' },
  citizenId: { th: 'มีเลข 13 หลักเหมือนเลขประจำตัวประชาชน ระบบไม่เก็บเลขนี้ ลบออกแล้วลองใหม่', en: 'That holds 13 digits, like a citizen’s number, which is not kept. Take it out.' },
  unknown: { th: 'ไม่รู้จักช่องนี้', en: 'There is no such field.' },
  wrong: { th: 'ตรวจและแก้ไขช่องนี้', en: 'Check and correct this.' },
} as const satisfies Record<string, Label>

/** Name of one of these. */
export type Invalid = keyof typeof invalid

/** What a schema found wrong, as zod tells it: one field, by its path. */
export interface Issue { readonly message: string, readonly path?: readonly unknown[] | undefined }

/** What zod tells besides, by the kind of issue. */
type Told = Issue & Record<string, unknown>

/** A field that is wrong, and the sentence for the person. */
export interface FieldError { path: string, detail: string }

/** Puts a schema's issues into words: the first of each field, `path` as in `cameras.0.cost`, empty for the whole. `input` is what was checked. */
export function fieldErrors(issues: readonly Issue[], input: unknown, language: Language): FieldError[] {
  const found = new Map<string, string>()
  for (const issue of (issues as readonly Told[]).flatMap(unfolded)) {
    const keys = (issue.path ?? []).map(part => typeof part === 'object' && part !== null && 'key' in part ? part.key : part)
    const path = keys.join('.')
    const { says, n } = meaning(issue, keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key as string], input))
    if (!found.has(path)) found.set(path, inLanguage(invalid[says], language).replace('{n}', n))
  }
  return Array.from(found, ([path, detail]) => ({ path, detail }))
}

/** Fields that are not known are told one by one. */
function unfolded(issue: Told): Told[] {
  return issue.code === 'unrecognized_keys' ? (issue.keys as string[]).map(key => ({ ...issue, path: [...issue.path ?? [], key] })) : [issue]
}

const formats: Record<string, Invalid> = { url: 'url', email: 'email', date: 'date', datetime: 'date' }
const sized: Record<string, [least: Invalid, most: Invalid]> = { string: ['shortest', 'longest'], array: ['fewest', 'fullest'], set: ['fewest', 'fullest'] }

function meaning(issue: Told, value: unknown): { says: Invalid, n: string } {
  const says = (name: Invalid, n: unknown = '') => ({ says: name, n: typeof n === 'number' || typeof n === 'bigint' ? n.toLocaleString('en-US') : String(n) })
  const named = (issue.params as { says?: Invalid } | undefined)?.says
  if (named) return says(named, (issue.params as { n?: number }).n)
  if ((value === undefined || value === null || value === '') && issue.code !== 'unrecognized_keys') return says('required')
  const origin = String(issue.origin)
  switch (issue.code) {
    case 'invalid_type': return says(issue.expected === 'int' || issue.format === 'safeint' ? 'wholeNumber' : issue.expected === 'number' || issue.expected === 'bigint' ? 'number' : 'wrong')
    case 'invalid_value': return says('choose')
    case 'invalid_format': return says(formats[String(issue.format)] ?? 'wrong')
    case 'unrecognized_keys': return says('unknown')
    case 'too_small': return says(sized[origin]?.[0] ?? (issue.inclusive === false ? 'above' : 'least'), issue.minimum)
    case 'too_big': return says(sized[origin]?.[1] ?? (issue.inclusive === false ? 'below' : 'most'), issue.maximum)
    default: return says('wrong')
  }
}

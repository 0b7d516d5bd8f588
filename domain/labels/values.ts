import type { Language } from '../../prisma/client'
import type { CameraField, SiteField } from '../cameras/fields'
import type { Label } from './label'
import { formatBaht } from '../time/numbers'
import { BUDDHIST } from '../time/years'
import { exportByLabels, placedByLabels, statusSourceLabels, technologyLabels, zoneLabels } from './cameraFields'
import { statusLabels } from './cameras'
import { months } from './dates'
import { inLanguage } from './label'
import { kindLabels } from './survey'

/** Whether or not. */
export const yesNoLabels = { yes: { th: 'ใช่', en: 'Yes' }, no: { th: 'ไม่', en: 'No' } } as const satisfies Record<string, Label>

/** Where there is no value. */
export const nothingLabel: Label = { th: 'ไม่ระบุ', en: 'Not given' }

const chosen: Partial<Record<CameraField | SiteField | 'status' | 'statusSource', Record<string, Label>>> = {
  kind: kindLabels,
  technology: technologyLabels,
  exportBy: exportByLabels,
  zone: zoneLabels,
  placedBy: placedByLabels,
  status: statusLabels,
  statusSource: statusSourceLabels,
}

/** A field's value as people read it; what is a name already stays. Money comes in satang, a month as `2016-08` or a day of it. */
export function valueIn(field: string, value: string | number | boolean | null, language: Language): string {
  if (value === null || value === '') return inLanguage(nothingLabel, language)
  if (typeof value === 'boolean') return inLanguage(value ? yesNoLabels.yes : yesNoLabels.no, language)
  const label = chosen[field as keyof typeof chosen]?.[value]
  if (label) return inLanguage(label, language)
  if (field.endsWith('Satang') && typeof value === 'number') return formatBaht(BigInt(value), language)
  const month = field === 'installed' ? /^(\d{4})-(\d{2})/.exec(String(value)) : null
  if (month) return `${(language === 'TH' ? months.th : months.en)[Number(month[2]) - 1]} ${Number(month[1]) + (language === 'TH' ? BUDDHIST : 0)}`
  return typeof value === 'number' && !/latitude|longitude/.test(field) ? value.toLocaleString('en-US') : String(value)
}

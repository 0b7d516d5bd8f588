import type { Language } from '../../domain/enums'
import type { NoticeData } from '../../domain/notices/kinds'
import type { Locale } from '../locale'
import type { Utterance } from '../say'
import { cardMessage } from './card'

/** How far the audit log of a secretary's province goes: kept in the chat, it shows later whether what it covers was rewritten. */
export function auditNotice({ province, entries, fresh, heads }: NoticeData['audit.head'], { auditLog }: Locale, language: Language): Utterance {
  const title = auditLog.title(language === 'EN' ? province.nameEn : province.name)
  return cardMessage(`${title}: ${auditLog.count(entries)} ${heads.join(' ')}`, {
    title,
    rows: [[auditLog.entries, auditLog.count(entries)], [auditLog.fresh, auditLog.count(fresh)], [auditLog.code, heads.join('\n')]],
    note: auditLog.note,
    buttons: [{ label: auditLog.copy, copy: `npm run audit:verify -- ${heads.map(head => `--head ${head}`).join(' ')}` }],
  })
}

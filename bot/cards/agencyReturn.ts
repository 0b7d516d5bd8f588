import type { Language } from '../../domain/enums'
import type { NoticeBody, ReturnGist } from '../../domain/notices/kinds'
import type { Locale } from '../locale'
import type { Links } from '../message'
import type { Utterance } from '../say'
import type { Tone } from './colours'
import { agencyIn } from '../../domain/labels/agency'
import { thaiDate } from '../../domain/time/bangkok'
import { cardMessage } from './card'

/** A notice about an agency's return: what is asked of it. */
export type ReturnNotice = Extract<NoticeBody, { data: ReturnGist }>

const looks = {
  'round.opened': { word: 'opened', tone: 'info', note: 'askOpened' },
  'return.reminder': { word: 'reminder', tone: 'repair', note: 'askReminder' },
  'return.returned': { word: 'returned', tone: 'damaged', note: 'askReturned' },
  'return.accepted': { word: 'accepted', tone: 'normal', note: 'thanks' },
} as const satisfies Record<ReturnNotice['kind'], { word: keyof Locale['rounds'], tone: Tone, note: keyof Locale['rounds'] }>

/** The card of a notice about a return, with a way to its page where there is an app. */
export function returnNotice({ kind, data }: ReturnNotice, { rounds }: Locale, language: Language, links: Pick<Links, 'liff'>): Utterance {
  const { word, tone, note } = looks[kind]
  const agency = agencyIn(data.agency, language)!
  const until = kind === 'return.accepted' ? '' : thaiDate(new Date(new Date(data.closesAt).getTime() - 1), language)
  const url = links.liff('/return')
  return cardMessage(`${rounds[word]}: ${agency}${until && ` · ${rounds.until} ${until}`}`, {
    title: agency,
    chip: { word: rounds[word], tone },
    rows: [[rounds.round, data.round], [rounds.until, until], [rounds.remarks, 'remarks' in data ? data.remarks : '']],
    note: rounds[note],
    buttons: url && kind !== 'return.accepted' ? [{ label: rounds.open, url }] : [],
  }, `return:${data.returnId}`)
}

import type { Talk } from '../dialogue'
import type { Saying } from '../say'
import type { Row } from './card'
import { editTap } from '../tap'
import { cardMessage } from './card'

/** One answer on the card; `key`: the question it answers, where it can be changed. */
export interface Answered { label: string, value: string, key?: string }

/** What is about to be asked of others: every answer with a way to change it, and ยืนยัน. `note`: what happens then. */
export function confirmCard({ t, token }: Talk, { title, answers, note }: { title: string, answers: Answered[], note: string }): Saying {
  const rows = answers.map(({ label, value, key }): Row => [label, value, key ? { label: t.menu.edit, data: editTap(token, key), shown: `${t.menu.edit} ${label}` } : undefined])
  const alt = [title, ...answers.map(({ label, value }) => `${label} ${value}`), t.manners.confirmHint].join(' · ')
  return { say: [cardMessage(alt, { title, rows, note: `${note}\n${t.manners.confirmHint}`, buttons: [{ label: t.menu.confirm, word: t.menu.confirm }] })] }
}

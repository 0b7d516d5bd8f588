import type { ChatLine } from '../../../simulator/contract'
import { expect, it } from 'vitest'
import { layOut } from '../../../simulator/ui/composables/rows'
import { dayOf, timeOf } from '../../../simulator/ui/locale/dates'

const noon = Date.UTC(2026, 10, 23, 5)
const line = (id: string, from: string, more: Partial<ChatLine> = {}): ChatLine => ({ id, chatId: 'U1', from, via: from === 'bot' ? 'reply' : 'person', at: noon, message: { type: 'text', text: id }, ...more })
const photo = (id: string, set: string) => line(id, 'U1', { message: { type: 'image', imageSet: { id: set } } })

it('heads each day, by Bangkok\'s midnight', () => {
  const beforeMidnight = Date.UTC(2026, 10, 23, 16, 59)
  const rows = layOut([line('1', 'U1', { at: beforeMidnight }), line('2', 'U1', { at: beforeMidnight + 60_000 })])
  expect(rows.map(row => row.kind)).toEqual(['day', 'lines', 'day', 'lines'])
})

it('names a sender once for lines in a row', () => {
  const rows = layOut([line('1', 'bot'), line('2', 'bot'), line('3', 'U1'), line('4', 'bot')])
  expect(rows.flatMap(row => row.kind === 'lines' ? [row.first] : [])).toEqual([true, false, true, true])
})

it('puts photos sent together in one row, and others in their own', () => {
  const rows = layOut([photo('1', 'a'), photo('2', 'a'), photo('3', 'b')])
  expect(rows.flatMap(row => row.kind === 'lines' ? [row.lines.map(each => each.id)] : [])).toEqual([['1', '2'], ['3']])
})

it('takes an unsent photo out of its set', () => {
  const rows = layOut([photo('1', 'a'), { ...photo('2', 'a'), unsent: true }])
  expect(rows.filter(row => row.kind === 'lines')).toHaveLength(2)
})

it('writes Thai dates with the Buddhist year and English ones without', () => {
  expect(dayOf(noon, 'th')).toBe('จันทร์ 23 พ.ย. 2569')
  expect(dayOf(noon, 'en')).toMatch(/^Mon, 23 Nov 2026$/)
  expect(timeOf(noon, 'th')).toBe('12:00 น.')
  expect(timeOf(noon, 'en')).toBe('12:00')
})

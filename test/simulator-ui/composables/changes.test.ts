import type { ChatLine } from '../../../simulator/contract'
import { expect, it } from 'vitest'
import { applyChange, emptyState } from '../../../simulator/ui/composables/changes'

const line = (id: string, more: Partial<ChatLine> = {}): ChatLine => ({ id, chatId: 'U1', from: 'U1', via: 'person', at: 1, message: { type: 'text', text: id }, ...more })

it('shows a line once, however often the stream brings it', () => {
  const state = emptyState()
  for (const id of ['1', '2', '1']) applyChange(state, { type: 'line', line: line(id) }, 0)
  expect(state.lines.map(each => each.id)).toEqual(['1', '2'])
})

it('replaces a line that was taken back where it stood', () => {
  const state = { ...emptyState(), lines: [line('1'), line('2')] }
  applyChange(state, { type: 'line', line: line('1', { unsent: true, message: { type: 'text' } }) }, 0)
  expect(state.lines.map(each => [each.id, each.unsent])).toEqual([['1', true], ['2', undefined]])
})

it('empties one chat and leaves the others when a chat is cleared', () => {
  const state = { ...emptyState(), lines: [line('1'), line('2', { chatId: 'U2' })] }
  applyChange(state, { type: 'cleared', chatId: 'U1' }, 0)
  expect(state.lines.map(each => each.id)).toEqual(['2'])
})

it('remembers when a chat was read', () => {
  const state = emptyState()
  applyChange(state, { type: 'read', chatId: 'U1' }, 42)
  expect(state.reads).toEqual({ U1: 42 })
})

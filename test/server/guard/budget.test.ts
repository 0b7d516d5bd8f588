import { describe, expect, it } from 'vitest'
import { budgets } from '../../../server/guard/budget'

describe('the budget of a source', () => {
  it('is for one span, and others have their own', () => {
    let now = 0
    const spend = budgets({ most: 3, span: 60_000, sources: 100 }, () => now)
    expect([spend('a'), spend('a'), spend('a')]).toEqual([0, 0, 0])
    now = 20_000
    expect(spend('a')).toBe(40)
    expect(spend('b')).toBe(0)
    now = 59_999
    expect(spend('a')).toBe(1)
    now = 60_000
    expect(spend('a')).toBe(0)
  })

  it('is shared by those who come when more sources are known than are kept apart, and by nobody else', () => {
    const spend = budgets({ most: 2, span: 60_000, sources: 2 }, () => 0)
    expect([spend('a'), spend('b')]).toEqual([0, 0])
    expect([spend('c'), spend('d'), spend('e')]).toEqual([0, 0, 60])
    expect([spend('a'), spend('b')]).toEqual([0, 0])
  })
})

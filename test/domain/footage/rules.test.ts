import type { Part } from '../../../domain/footage/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTime, levelOf, moves, nudgeTime, overwrittenAt, stateOf } from '../../../domain/footage/rules'
import { FootageCause, FootageItemState } from '../../../prisma/client'

const now = new Date('2026-11-23T02:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const away = (ms: number) => new Date(now.getTime() + ms)

const open = ['ASKED', 'PRESERVED', 'READY']
const part = fc.record({
  state: fc.constantFrom(...Object.values(FootageItemState)),
  cause: fc.constantFrom(...Object.values(FootageCause)),
  complete: fc.boolean(),
}).map(({ state, cause, complete }): Part => ({ state, cause: state === 'UNAVAILABLE' ? cause : null, complete: state === 'RECEIVED' ? complete : null }))
const parts = fc.array(part, { minLength: 1, maxLength: 6 })

describe('how a request stands', () => {
  it('follows from its cameras, whatever their order', () => {
    fc.assert(fc.property(parts, fc.nat(), (all, turn) => {
      const state = stateOf(all)
      const at = turn % all.length
      expect(stateOf([...all.slice(at), ...all.slice(0, at)])).toBe(state)
      const [some, whole] = [all.some(one => one.state === 'RECEIVED'), all.every(one => one.state === 'RECEIVED' && one.complete)]
      if (all.some(one => open.includes(one.state))) expect(state).toBe('SUBMITTED')
      else if (whole) expect(state).toBe('COMPLETED')
      else if (some) expect(state).toBe('PARTIAL')
      else expect(['UNAVAILABLE', 'REFUSED', 'EXPIRED']).toContain(state)
    }))
  })

  it.each([
    [[], 'UNAVAILABLE'],
    [[{ state: 'REFUSED' }, { state: 'REFUSED' }], 'REFUSED'],
    [[{ state: 'REFUSED' }, { state: 'UNAVAILABLE', cause: 'NO_ANSWER' }], 'UNAVAILABLE'],
    [[{ state: 'UNAVAILABLE', cause: 'NO_ANSWER' }, { state: 'UNAVAILABLE', cause: 'OVERWRITTEN' }], 'EXPIRED'],
    [[{ state: 'UNAVAILABLE', cause: 'NO_ANSWER' }, { state: 'UNAVAILABLE', cause: 'CAMERA_DOWN' }], 'UNAVAILABLE'],
    [[{ state: 'RECEIVED', complete: true }, { state: 'REFUSED' }], 'PARTIAL'],
    [[{ state: 'RECEIVED', complete: false }], 'PARTIAL'],
    [[{ state: 'RECEIVED', complete: true }], 'COMPLETED'],
    [[{ state: 'RECEIVED', complete: true }, { state: 'READY' }], 'SUBMITTED'],
  ] as const)('%j is %s', (all, state) => expect(stateOf(all.map(one => ({ cause: null, complete: null, ...one })))).toBe(state))
})

it('nothing leads out of what is over, but noting the hash of what was received', () => {
  for (const [move, { from, to }] of Object.entries(moves)) {
    if (move === 'handOver') expect([from, to]).toEqual([['RECEIVED'], null])
    else expect(from.every(state => open.includes(state)), move).toBe(true)
  }
})

it('a recording is overwritten so many days after it began, or nobody knows', () => {
  expect(overwrittenAt(now, 3)).toEqual(away(3 * DAY))
  expect(overwrittenAt(now, 0)).toEqual(now)
  expect(overwrittenAt(now, null)).toBeNull()
})

it('an answer is waited for until it is overwritten, and a week where that is over or not known', () => {
  expect(answerTime(away(HOUR), now)).toEqual(away(HOUR))
  expect(answerTime(away(-HOUR), now)).toEqual(away(7 * DAY))
  expect(answerTime(null, now)).toEqual(away(7 * DAY))
})

it('others are asked after a third of the time and all reminded after two, but within 12 and 24 hours', () => {
  const second = nudgeTime(0, away(3 * HOUR), now)
  expect(second).toEqual(away(HOUR))
  expect(nudgeTime(1, away(3 * HOUR), second)).toEqual(away(2 * HOUR))
  const late = nudgeTime(0, away(10 * DAY), now)
  expect(late).toEqual(away(12 * HOUR))
  expect(nudgeTime(1, away(10 * DAY), late)).toEqual(away(24 * HOUR))
})

it('it is told of at once when less than three days are left, when nobody knows, or when it is urgent', () => {
  expect(levelOf('NORMAL', away(3 * DAY), now)).toBe('SOON')
  expect(levelOf('NORMAL', away(3 * DAY - 1), now)).toBe('NOW')
  expect(levelOf('HIGH', null, now)).toBe('NOW')
  expect(levelOf('URGENT', away(30 * DAY), now)).toBe('NOW')
})

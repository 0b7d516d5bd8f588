import type { RepairClock } from '../../../domain/workOrders/rules'
import { expect, it } from 'vitest'
import { due, dueAfter, isOverdue, reopenedState } from '../../../domain/workOrders/rules'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const opened = new Date('2026-11-23T02:00:00Z')
const at = (ms: number) => new Date(opened.getTime() + ms)
const days = { urgentDays: 1, highDays: 3, normalDays: 7 }
const clock: RepairClock = { state: 'ASSIGNED', priority: 'NORMAL', openedAt: opened, reopenedAt: null, dueAt: at(7 * DAY), pausedSeconds: 0, waitingSince: null }

it.each([['URGENT', 1], ['HIGH', 3], ['NORMAL', 7]] as const)('%s is due after %i days, and later by what the clock stood still', (priority, count) => {
  expect(due(opened, priority, days, 0)).toEqual(at(count * DAY))
  expect(due(opened, priority, days, 5 * HOUR)).toEqual(at(count * DAY + 5 * HOUR))
})

it('the days are those that the province has set', () => {
  expect(due(opened, 'HIGH', { ...days, highDays: 2 }, 0)).toEqual(at(2 * DAY))
})

it('made more urgent, its days count from now but never end later than before', () => {
  expect(dueAfter(clock, 'HIGH', days, at(2 * DAY))).toEqual(at(5 * DAY))
  expect(dueAfter(clock, 'HIGH', days, at(6 * DAY))).toEqual(at(7 * DAY))
  expect(dueAfter(clock, 'URGENT', days, at(6 * DAY))).toEqual(at(7 * DAY))
})

it('made more urgent while it waits, its days count from when the clock stopped', () => {
  const waiting: RepairClock = { ...clock, state: 'WAITING', waitingSince: at(DAY) }
  expect(dueAfter(waiting, 'HIGH', days, at(5 * DAY))).toEqual(at(4 * DAY))
})

it('made less urgent, it is due as if it had been so from the start', () => {
  expect(dueAfter({ ...clock, priority: 'URGENT', dueAt: at(DAY), pausedSeconds: 3600 }, 'NORMAL', days, at(DAY))).toEqual(at(7 * DAY + HOUR))
  expect(dueAfter({ ...clock, priority: 'URGENT', reopenedAt: at(10 * DAY) }, 'HIGH', days, at(11 * DAY))).toEqual(at(13 * DAY))
})

it('it is overdue past its due time, not at it, not while waiting in time, not once repaired', () => {
  expect(isOverdue(clock, at(7 * DAY))).toBe(false)
  expect(isOverdue(clock, at(7 * DAY + 1))).toBe(true)
  expect(isOverdue({ ...clock, state: 'WAITING', waitingSince: at(6 * DAY) }, at(30 * DAY))).toBe(false)
  expect(isOverdue({ ...clock, state: 'WAITING', waitingSince: at(8 * DAY) }, at(30 * DAY))).toBe(true)
  expect(isOverdue({ ...clock, state: 'REPAIRED' }, at(30 * DAY))).toBe(false)
  expect(isOverdue({ ...clock, state: 'CLOSED' }, at(30 * DAY))).toBe(false)
})

it('opened again it goes back to the technician, else to the agency, else to the province', () => {
  expect(reopenedState({ agencyId: 'a', assigneeId: 'p' })).toBe('ASSIGNED')
  expect(reopenedState({ agencyId: 'a', assigneeId: null })).toBe('ACKNOWLEDGED')
  expect(reopenedState({ agencyId: null, assigneeId: null })).toBe('NEW')
})

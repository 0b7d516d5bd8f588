import { describe, expect, it } from 'vitest'
import { mostBatches, mostLanes, Pace } from '../../../server/line/pace'

function at() {
  let time = 0
  const pace = new Pace(() => time)
  return { pace, later: (ms: number) => { time += ms } }
}

describe('a batch beside another', () => {
  it('begins when it is full, and no sooner', () => {
    const { pace } = at()
    expect(pace.hasRoom(0, 1)).toBe(true)
    pace.began(2)
    expect([pace.hasRoom(1, mostLanes - 1), pace.hasRoom(1, mostLanes)]).toEqual([false, true])
    expect(pace.hasRoom(mostBatches, 1_000)).toBe(false)
  })

  it('begins when the first is a single lane: a flood, or one that failed before', () => {
    const { pace } = at()
    pace.began(1)
    expect(pace.hasRoom(1, 1)).toBe(true)
  })

  it('begins when the first is slow, so that nobody waits for what another waits for', () => {
    const { pace, later } = at()
    pace.began(2)
    later(500)
    expect(pace.hasRoom(1, 1)).toBe(false)
    later(1)
    expect(pace.hasRoom(1, 1)).toBe(true)
  })
})

it('takes as many lanes as the last batch had time for, at least one, and more again bit by bit', () => {
  const { pace } = at()
  expect(pace.lanes).toBe(mostLanes)
  pace.served(3, mostLanes)
  expect(pace.lanes).toBe(3)
  pace.served(0, 3)
  expect(pace.lanes).toBe(1)
  for (let batch = 0; batch < 50; batch++) pace.served(pace.lanes, pace.lanes)
  expect(pace.lanes).toBe(mostLanes)
})

it('rests four times as long as a batch took, never longer than 100 ms', () => {
  const { pace, later } = at()
  expect(pace.restLeft()).toBe(0)
  for (const [took, rest] of [[10, 40], [25, 100], [300, 100]] as const) {
    const ended = pace.began(1)
    later(took)
    ended()
    expect(pace.restLeft()).toBe(rest)
    later(rest)
    expect(pace.restLeft()).toBe(0)
  }
})

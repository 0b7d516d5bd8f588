import { expect, it } from 'vitest'
import { createRush } from '../../../server/line/rush'

function at() {
  let time = 0
  const rush = createRush(() => time)
  return { rush, later: (ms: number) => { time += ms } }
}

it('is no rush when people talk: each answer is followed by the next event', () => {
  const { rush, later } = at()
  for (let second = 0; second < 10; second++) {
    rush.came(200)
    rush.answered(200)
    later(300)
    expect(rush.isOn()).toBe(false)
  }
})

it('is a rush when far more comes than is answered, and over when it is not', () => {
  const { rush, later } = at()
  rush.came(800)
  rush.answered(100)
  expect(rush.isOn()).toBe(false)
  later(300)
  expect(rush.isOn()).toBe(true)
  rush.came(90)
  rush.answered(90)
  later(300)
  expect(rush.isOn()).toBe(false)
})

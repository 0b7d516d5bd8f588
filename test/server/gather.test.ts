import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gather } from '../../server/gather'

it('what comes while a round runs is done together in the next; who comes first waits for nobody', async () => {
  const rounds: number[][] = []
  const ask = gather<number>(async (items) => {
    rounds.push(items)
    await sleep(5)
  })
  await Promise.all([1, 2, 3].map(ask))
  expect(rounds).toEqual([[1], [2, 3]])
})

it('a round that lingers takes along what comes meanwhile, and never more than the most', async () => {
  const rounds: number[][] = []
  const ask = gather<number>(async items => void rounds.push(items), { linger: 5, most: 3 })
  await Promise.all([1, 2, 3, 4].map(ask))
  expect(rounds).toEqual([[1, 2, 3], [4]])
})

it('an error is told to those of its round; where one item is to blame, only to that one', async () => {
  const fail = async (items: number[]) => {
    if (items.includes(3)) throw new Error('three')
  }
  const results = (ask: (item: number) => Promise<void>) => Promise.all([1, 2, 3, 4].map(item => ask(item).then(() => 'done', () => 'failed')))
  expect(await results(gather(fail))).toEqual(['done', 'failed', 'failed', 'failed'])
  expect(await results(gather(fail, { divisible: () => true }))).toEqual(['done', 'done', 'failed', 'done'])
})

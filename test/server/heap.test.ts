import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** A process in which much lives for a while, as under load. Says how large its heap was at most, MB. */
function busy(first: string) {
  return `
  import v8 from 'node:v8'
  import { keepHeapSmall } from './server/heap'
  ${first}
  const few = n => Array.from({ length: n }, (_, i) => ({ i, text: 'x'.repeat(10) + i }))
  const kept = few(200_000)
  const alive = []
  let most = 0
  for (let i = 0; i < 200; i++) {
    alive.push(few(10_000))
    if (alive.length > 15) alive.shift()
    most = Math.max(most, v8.getHeapStatistics().total_heap_size)
  }
  console.log(Math.round(most / 1e6), kept.length)`
}

async function mostHeap(first: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', busy(first)])
  return Number.parseInt(stdout)
}

it('a heap that is kept small stays small under load, where V8 would let it grow', async () => {
  const [small, usual] = [await mostHeap('keepHeapSmall()'), await mostHeap('')]
  expect(small).toBeGreaterThan(0)
  expect(small / usual).toBeLessThan(0.75)
}, 120_000)

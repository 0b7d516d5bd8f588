import type { Row } from '../table'
import type { World } from '../world'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { turn } from './turn'

/** Until what is not needed any more was collected, ms: Node gives memory back when little happens. */
const rest = 40_000

/** What the server takes after all that it did; when nothing was asked of it yet, after conversations. */
export async function memory(world: World, before: string[]): Promise<Row[]> {
  if (!before.some(part => part === 'accept' || part === 'turn')) await turn(world)
  const { port, pid } = await world.product()
  await sleep(rest)
  const metrics = await fetch(`http://localhost:${port}/metrics`).then(answer => answer.text())
  const now = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const most = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024 / 1e6
  return [{
    what: `memory of the server ${rest / 1000} s after the run`,
    measured: `${Math.round(now)} MB${most ? `, ${Math.round(most)} MB at most` : ''}`,
    baseline: '–',
    ratio: '–',
    toReach: '< 250 MB',
    ok: now < 250,
  }]
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'

/** What a process of this folder tells at its end: rows, how long it took (ms), the most memory it had (MB). */
export interface Measured { rows: number, ms: number, memory: number, parts?: Record<string, number> }

/** Runs one of them. */
export async function run(file: string, env: Record<string, string>): Promise<Measured> {
  const child = fork(file, { env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]): never => { throw new Error(`A process ended by itself: ${code}`) })])
  return message as Measured
}

/** From now on the most memory of a process is counted anew (`/proc`, Linux). */
export const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {})

/** The most memory that a process has had since, MB, without what its parent had when it was started (as `maxRSS` counts); NaN where the system does not tell. */
export async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000
}

/** What a process has now, MB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000
}

import { readdir, readFile } from 'node:fs/promises'

/** CPU time that a process has used so far, ms; 0 where the system does not tell (`/proc`). */
export async function cpuOf(pid: number): Promise<number> {
  return (await statOf(pid))?.cpu ?? 0
}

/** The same of a process and the children that it has at the moment, together: PostgreSQL and its connections. */
export async function cpuOfFamily(pid: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean)
  const all = await Promise.all(pids.map(statOf))
  return all.reduce((sum, one) => sum + (one && (one.pid === pid || one.parent === pid) ? one.cpu : 0), 0)
}

async function statOf(pid: number): Promise<{ pid: number, parent: number, cpu: number } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // Fields 4, 14 and 15 of proc(5), times in ticks of 10 ms.
  return fields.length > 13 ? { pid, parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * 10 } : undefined
}

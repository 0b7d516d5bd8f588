import process from 'node:process'

/** npm does not pass on the signal that ends it: when it is gone, so is who started us, and this process is told to end as by SIGTERM. */
export function endWithNpm(): void {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref()
}

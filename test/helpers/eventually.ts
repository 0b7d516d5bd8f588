import { setTimeout as sleep } from 'node:timers/promises'

/** Repeats what may not hold yet until it does, for up to 20 s; then throws why it does not. */
export async function eventually<T>(check: () => T | Promise<T>, within = 20_000): Promise<T> {
  const until = Date.now() + within
  for (;;) {
    try {
      return await check()
    }
    catch (error) {
      if (Date.now() > until) throw error
      await sleep(50)
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises'

/** How much is done together. */
export interface GatherOptions {
  /** How many rounds may run at once. */
  inFlight?: number
  /** How long a round waits for more to come, ms; 0 when not given. */
  linger?: number
  /** Most items of one round. */
  most?: number
  /** Whether, after this error, each item should be tried alone, because one of them is to blame. */
  divisible?: (error: unknown) => boolean
}

/**
 * Turns work on many items into work on one: what is asked while earlier rounds run is done together in the next.
 * An item waits for nobody when nothing runs, unless rounds linger. Rejects with the error of its round.
 */
export function gather<Item>(work: (items: Item[]) => Promise<unknown>, options: GatherOptions = {}): (item: Item) => Promise<void> {
  const { inFlight = 1, linger = 0, most = 200, divisible = () => false } = options
  let waiting: Array<{ item: Item, done: () => void, fail: (error: unknown) => void }> = []
  let running = 0

  const attempt = async (items: Item[]): Promise<void> => void await work(items)

  async function round(): Promise<void> {
    running++
    if (linger) await sleep(linger)
    const now = waiting.slice(0, most)
    waiting = waiting.slice(most)
    try {
      await attempt(now.map(({ item }) => item))
      for (const { done } of now) done()
    }
    catch (error) {
      if (now.length > 1 && divisible(error)) {
        await Promise.all(now.map(({ item, done, fail }) => attempt([item]).then(done, fail)))
      }
      else {
        for (const { fail } of now) fail(error)
      }
    }
    running--
    if (waiting.length) void round()
  }

  return item => new Promise((done, fail) => {
    waiting.push({ item, done, fail })
    if (running < inFlight) void round()
  })
}

import type { Product } from './assemble'
import { setTimeout as sleep } from 'node:timers/promises'
import { showLoadingWhenSlow } from './line/loading'

/** What has begun may take so much longer than its time to end, ms. Then it is left: each step is stored whole or not at all, and taken up by the next. */
const mostToFinish = 8_000

/** Runs work for some time at most, ms; then begins no more, and lets end what runs. Rejects when the work does, after that. For runtimes where nothing lives on. */
async function within(ms: number, { inbox, outbox, clock, client }: Product, work: () => Promise<void>): Promise<void> {
  const endLoading = showLoadingWhenSlow(inbox, client)
  try {
    await Promise.race([work(), sleep(ms)])
  }
  finally {
    endLoading()
    const finish = Promise.all([inbox.stop({ atOnce: true }), clock.stop()]).then(() => outbox.stop())
    await Promise.race([finish, sleep(mostToFinish)])
  }
}

/** Hears what a request brought, sends what is said to it, and does what may have to be done because of it. */
export function workOff(product: Product, ms: number, jobs: () => string[]): Promise<void> {
  const { inbox, outbox, clock } = product
  return within(ms, product, async () => {
    await inbox.settled()
    await Promise.all([outbox.delivered(), oneByOne(clock, jobs())])
    await outbox.delivered()
  })
}

/** One after the other, on the connection that is open already: each more costs as much as a turn. */
async function oneByOne(clock: Product['clock'], jobs: string[]): Promise<void> {
  for (const job of jobs) {
    clock.poke(job)
    await clock.idle()
  }
}

/** Takes up all that waits: jobs that are due, events and letters that others left. */
export function takeUp(product: Product, ms: number): Promise<void> {
  const { inbox, outbox, clock } = product
  return within(ms, product, async () => {
    await clock.register()
    await clock.tick()
    await inbox.idle()
    await clock.idle()
    await outbox.idle()
  })
}

import type { LineClient } from './client'
import type { Inbox } from './inbox'

/** Work that takes longer than this shows LINE's loading animation, ms. */
const slow = 1_000
const lookEvery = 250

/** Shows people whose turn takes long, one-to-one, that the account is working. Returns a function that ends it. */
export function showLoadingWhenSlow(inbox: Pick<Inbox, 'slowerThan'>, client: Pick<LineClient, 'showLoading'>): () => void {
  let shown = new Set<string>()
  const timer = setInterval(() => {
    const waiting = inbox.slowerThan(slow).filter(isOneToOne)
    for (const lane of waiting.filter(lane => !shown.has(lane)).slice(0, 50)) void client.showLoading(lane)
    shown = new Set(waiting)
  }, lookEvery)
  timer.unref()
  return () => clearInterval(timer)
}

const isOneToOne = (lane: string) => /^U\w+$/.test(lane)

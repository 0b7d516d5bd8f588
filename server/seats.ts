import { setTimeout as sleep } from 'node:timers/promises'
import { Seat } from './seat'

/** A seat that was lent for longer than any request may work, ms, does not come back: its request was cut off. */
const cutOff = 60_000
const lookAgain = 20

/**
 * Seats for who comes and goes: those that are free are kept for the next. At most `most` are lent at once, because each takes 10 MB; who finds
 * none looks again in a moment. (No one is woken by another: on Cloudflare Workers a request must not wait for what another request does.)
 */
export class Seats {
  private readonly free: Seat[] = []
  private readonly lent = new Map<Seat, number>()

  constructor(private readonly most = Infinity) {}

  async take(): Promise<Seat> {
    while (this.inUse() >= this.most) await sleep(lookAgain)
    const seat = this.free.pop() ?? new Seat()
    this.lent.set(seat, Date.now())
    return seat
  }

  give(seat: Seat): void {
    if (this.lent.delete(seat)) this.free.push(seat)
  }

  private inUse(): number {
    const before = Date.now() - cutOff
    for (const [seat, since] of this.lent) {
      if (since < before) this.lent.delete(seat)
    }
    return this.lent.size
  }
}

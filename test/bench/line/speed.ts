import type { Speed } from './orders'

/** Counts what is done between `start` and the end of its seconds, and how long each took. */
export class Watch {
  private readonly took: number[] = []
  private readonly begun = performance.now()
  readonly until: number

  constructor(seconds: number) {
    this.until = this.begun + seconds * 1000
  }

  /** Whether there is time left. */
  get running(): boolean {
    return performance.now() < this.until
  }

  /** Something that began at `since` (`performance.now()`) is done; what is done too late is not counted. */
  done(since: number): void {
    const now = performance.now()
    if (now <= this.until) this.took.push(now - since)
  }

  get speed(): Speed {
    return speedOf(this.took, (this.until - this.begun) / 1000)
  }
}

/** The speed of things that took so many ms each, within `seconds`. */
export function speedOf(took: number[], seconds: number): Speed {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { perSecond: took.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), count: took.length }
}
